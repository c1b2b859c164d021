import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { headerRules, headersFor } from "../../plugins/publish/headers.ts";
import { addressOf, makeSample, PLAIN, SAMPLE_FILES, snippets } from "./sample.ts";

const RULES = headerRules(PLAIN);
const upload = snippets("sh").find((text) => text.includes("aws s3 sync")) ?? "";

/** Runs the page's upload with an `aws` that only writes down what it is asked; `refuses`: words of the call it fails. */
function runUpload(refuses = ""): { readonly calls: readonly string[]; readonly status: number | null } {
  const folder = makeSample();
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const refusal = refuses === "" ? "" : `case "$*" in *${JSON.stringify(refuses)}*) exit 1;; esac\n`;
  writeFileSync(join(bin, "aws"), `#!/bin/sh\n(IFS='|'; echo "$*" >> "${folder}/calls")\n${refusal}`);
  chmodSync(join(bin, "aws"), 0o755);
  const { status } = spawnSync("bash", ["-c", upload], {
    cwd: folder,
    env: { PATH: `${bin}${delimiter}${process.env.PATH}`, BUCKET: "b", DISTRIBUTION: "d" },
  });
  const calls = existsSync(join(folder, "calls"))
    ? readFileSync(join(folder, "calls"), "utf8").trim().split("\n")
    : [];
  rmSync(folder, { recursive: true, force: true });
  return { calls, status };
}

test("S3: assets, pages, feeds and sitemap, invalidation, deletes, in this order", () => {
  const { calls, status } = runUpload();
  assert.is(status, 0);
  const at = (words: string): number => {
    const index = calls.findIndex((call) => call.includes(words));
    assert.ok(index >= 0, words);
    return index;
  };
  const order = [
    "_site/assets",
    "_site/pictures",
    "_site/images",
    "--include|*.html",
    "feed.xml",
    "sitemap.xml",
    "create-invalidation",
    "--delete",
  ];
  const places = order.map(at);
  assert.equal(
    places,
    [...places].sort((a, b) => a - b),
  );
  assert.is(calls.filter((call) => call.includes("--delete")).length, 1);
});

test("S3: after a refusal nothing more is sent or deleted", () => {
  const { calls, status } = runUpload("_site/assets");
  assert.is(status, 1);
  assert.is(calls.length, 1);
});

for (const file of SAMPLE_FILES) {
  test(`S3: ${file} is sent with the table's caching and type`, () => {
    const headers = headersFor(RULES, addressOf(file));
    const folder = file.split("/", 1)[0];
    const call = runUpload().calls.find((call) =>
      file.endsWith(".html")
        ? call.includes("--include|*.html")
        : call.includes(`|_site/${file}|`) || call.includes(`|_site/${folder}|`),
    );
    assert.ok(call, file);
    assert.ok(call?.includes(`--cache-control|${headers["Cache-Control"]}`), call);
    const type = headers["Content-Type"];
    if (type !== undefined) assert.ok(call?.includes(`--content-type|${type}`), call);
  });
}

test("deploy.md: every shell snippet is one that a shell reads", () => {
  for (const script of snippets("sh")) assert.is(spawnSync("bash", ["-n", "-c", script]).status, 0, script);
});

test("deploy.md: Netlify builds with the command and folder of this repository", () => {
  const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const [toml = ""] = snippets("toml");
  assert.match(toml, /command = "npm run build"\n\s+publish = "_site"/);
  assert.ok(scripts.build);
});

test.run();
