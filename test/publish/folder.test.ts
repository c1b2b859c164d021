import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { folderStore } from "../../plugins/publish/stores/folder.ts";
import { goBack, publishFolder } from "./s3/publishing.ts";
import { blogFiles, brokenLinks, type Files, writeSite } from "./s3/site.ts";

const TIMING = { beatMs: 50, patienceMs: 300 };
let root = "";
let site = "";
let target = "";

test.before.each(() => {
  root = mkdtempSync(join(tmpdir(), "vervain-folder-"));
  site = join(root, "_site");
  target = join(root, "www");
});
test.after.each(() => rmSync(root, { recursive: true, force: true }));

const read = (path: string): string | null =>
  existsSync(join(target, "current", path)) ? readFileSync(join(target, "current", path), "utf8") : null;

function publish(files: Files, now = "2026-11-28T12:00:00.000Z"): ReturnType<typeof publishFolder> {
  writeSite(site, files);
  return publishFolder(site, folderStore(target, { lockTiming: TIMING }), { now });
}

test("folder: a release is a folder of its own, and a link leads to the live one", async () => {
  await publish(blogFiles(1));
  assert.match(readlinkSync(join(target, "current")), /^releases\/20261128T120000Z-[0-9a-f]{8}$/);
  for (const [path, text] of Object.entries(blogFiles(1))) assert.is(read(path), text, path);
});

test("folder: an unchanged rebuild makes no release", async () => {
  await publish(blogFiles(1));
  const before = readlinkSync(join(target, "current"));
  assert.is((await publish(blogFiles(1))).sentCount, 0);
  assert.is(readlinkSync(join(target, "current")), before);
  assert.is(readdirSync(join(target, "releases")).length, 1);
});

test("folder: unchanged files are the same bytes on the disk, changed ones leave the release before alone", async () => {
  await publish(blogFiles(1));
  const before = readlinkSync(join(target, "current"));
  const picture = (release: string): number => statSync(join(target, release, "images/night.png")).ino;
  await publish(blogFiles(2));
  const after = readlinkSync(join(target, "current"));
  assert.is(picture(before), picture(after));
  assert.is(readFileSync(join(target, before, "index.html"), "utf8"), blogFiles(1)["index.html"]);
});

test("folder: what readers asked for before the switch is still there after it, until its grace is over", async () => {
  for (const version of [1, 2]) await publish(blogFiles(version));
  assert.is(read("assets/theme.AAAA1.css"), blogFiles(1)["assets/theme.AAAA1.css"]);
  await publish(blogFiles(2), "2026-11-29T12:00:01.000Z");
  assert.is(read("assets/theme.AAAA1.css"), null);
  assert.equal(brokenLinks(read), []);
});

test("folder: the way back leads to the release before", async () => {
  for (const version of [1, 2]) await publish(blogFiles(version));
  await goBack(folderStore(target, { lockTiming: TIMING }), "2026-11-28T13:00:00.000Z");
  for (const [path, text] of Object.entries(blogFiles(1))) assert.is(read(path), text, path);
});

test("folder: a release that was cut short is never live, and the next publish makes it whole", async () => {
  await publish(blogFiles(1));
  writeSite(site, blogFiles(2));
  const store = folderStore(target, { lockTiming: TIMING });
  let left = 3;
  const put: typeof store.put = async (file, bytes) => {
    if (left-- === 0) throw new Error("the disk is gone");
    return store.put(file, bytes);
  };
  await publishFolder(site, { ...store, put }).then(
    () => assert.unreachable(),
    (error: Error) => assert.match(error.message, /stopped at/),
  );
  for (const [path, text] of Object.entries(blogFiles(1))) assert.is(read(path), text, path);
  await publish(blogFiles(2));
  for (const [path, text] of Object.entries(blogFiles(2))) assert.is(read(path), text, path);
});

test("folder: a release that went live and was not brought to its end stays live while it is made again", async () => {
  await publish(blogFiles(1));
  writeSite(site, blogFiles(2));
  const verify = async () => ({ count: 1, faults: ["/: a fault"], warnings: [] });
  await publishFolder(site, folderStore(target, { lockTiming: TIMING }), { verify }).then(
    () => assert.unreachable(),
    (error: Error) => assert.match(error.message, /a fault/),
  );
  writeSite(site, blogFiles(3));
  const store = folderStore(target, { lockTiming: TIMING });
  const put: typeof store.put = async (file, bytes) => {
    assert.equal(brokenLinks(read), []);
    assert.is(read("index.html"), blogFiles(2)["index.html"]);
    return store.put(file, bytes);
  };
  await publishFolder(site, { ...store, put });
  for (const [path, text] of Object.entries(blogFiles(3))) assert.is(read(path), text, path);
});

test("folder: two releases are kept, and nothing that has another's name is removed", async () => {
  mkdirSync(join(target, "releases/mine"), { recursive: true });
  for (const version of [1, 2, 3, 4]) await publish(blogFiles(version), `2026-11-28T12:00:0${version}.000Z`);
  const names = readdirSync(join(target, "releases")).sort();
  assert.is(names.length, 3);
  assert.is(names.at(-1), "mine");
});

test("folder: a disk that takes no more is one sentence; what is live stays, and no draft is left", async () => {
  await publish(blogFiles(1));
  const real = fs.writeFileSync;
  for (const [what, isHit] of [
    ["the lock", (path: string) => path.includes("/lock.")],
    ["the notes", (path: string) => path.includes("/record.json.")],
    ["a page", (path: string) => path.endsWith("/page-2/index.html")],
  ] as const) {
    writeSite(site, blogFiles(2));
    try {
      fs.writeFileSync = ((path: string, data: string | Uint8Array) => {
        real(path, data);
        if (path.startsWith(target) && isHit(path))
          throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      }) as typeof real;
      syncBuiltinESMExports();
      await publishFolder(site, folderStore(target, { lockTiming: TIMING })).then(
        () => assert.unreachable(what),
        (error: Error) =>
          assert.is(
            ((error.cause as Error | undefined) ?? error).message,
            `publish: expected to write "${target}", received ENOSPC: the disk is full. Mend that and publish again; what is live is whole.`,
          ),
      );
    } finally {
      fs.writeFileSync = real;
      syncBuiltinESMExports();
    }
    for (const [path, text] of Object.entries(blogFiles(1))) assert.is(read(path), text, path);
    assert.equal(
      readdirSync(join(target, ".vervain")).filter((name) => !["kept", "record.json"].includes(name)),
      [],
      what,
    );
  }
  await publish(blogFiles(2));
  for (const [path, text] of Object.entries(blogFiles(2))) assert.is(read(path), text, path);
});

test("folder: a page's address becomes a folder's, and a folder's a file's, while the lost one still stays", async () => {
  await publish({ "index.html": "1", rest: "file", "sleep/index.html": "page", "sleep/a.png": "picture" });
  await publish({ "index.html": "2", "rest/index.html": "page", sleep: "file" });
  assert.equal([read("index.html"), read("rest/index.html"), read("sleep")], ["2", "page", "file"]);
  await publish({ "index.html": "3", "rest/index.html": "page", sleep: "file" });
  assert.is(read("index.html"), "3");
});

test("folder: a link that was set by hand is taken for what is live, wherever it leads", async () => {
  const byHand = join(root, "www", "20260101000000");
  writeSite(byHand, blogFiles(1));
  symlinkSync(byHand, join(target, "current"));
  await publish(blogFiles(2));
  for (const [path, text] of Object.entries(blogFiles(2))) assert.is(read(path), text, path);
  // Still there for pages that were read before, and untouched where it was made by hand.
  assert.is(read("assets/theme.AAAA1.css"), blogFiles(1)["assets/theme.AAAA1.css"]);
  assert.is(readFileSync(join(byHand, "index.html"), "utf8"), blogFiles(1)["index.html"]);
});

test("folder: a folder of somebody else's at current is refused", () => {
  mkdirSync(join(target, "current"), { recursive: true });
  assert.throws(() => folderStore(target), /expected nothing or Vervain's link at/);
});

test.run();
