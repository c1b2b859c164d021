import { spawnSync } from "node:child_process";
import fs, { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeManifest } from "../../plugins/publish/manifest/make.ts";

let root = "";
let site = "";

test.before.each(() => {
  root = mkdtempSync(join(tmpdir(), "vervain-manifest-"));
  site = join(root, "_site");
  mkdirSync(join(site, "rest"), { recursive: true });
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(site, "index.html"), "home");
  writeFileSync(join(site, "rest/index.html"), "rest");
});
test.after.each(() => rmSync(root, { recursive: true, force: true }));

const REFUSED =
  /: expected a plain file, received a link or a device\. Copy the file itself into the site\.$/;

for (const [what, put] of [
  ["a link to a file", (path: string) => symlinkSync(join(root, "secret.txt"), path)],
  ["a link to a folder", (path: string) => symlinkSync(root, path)],
  ["a link to nothing", (path: string) => symlinkSync(join(root, "gone"), path)],
  ["a pipe", (path: string) => void spawnSync("mkfifo", [path])],
] as const) {
  test(`manifest: ${what} among the files is refused and not read`, () => {
    put(join(site, "a.txt"));
    assert.throws(() => makeManifest(site, []), REFUSED);
  });

  test(`manifest: ${what} that is put in a file's place while files are read is not read either`, () => {
    const real = fs.openSync;
    fs.openSync = ((path: string, flags: number) => {
      if (path.endsWith("rest/index.html")) {
        rmSync(path);
        put(path);
      }
      return real(path, flags);
    }) as typeof real;
    syncBuiltinESMExports();
    try {
      assert.throws(() => makeManifest(site, []), REFUSED);
    } finally {
      fs.openSync = real;
      syncBuiltinESMExports();
    }
  });
}

test("manifest: plain files are told with their hash, in order", () => {
  assert.equal(
    makeManifest(site, []).files.map(({ path, sizeBytes }) => [path, sizeBytes]),
    [
      ["index.html", 4],
      ["rest/index.html", 4],
    ],
  );
});

test.run();
