import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { search } from "../../plugins/search/plugin.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-search-"));
const cwd = process.cwd();
test.before(() => process.chdir(folder));
test.after(() => {
  process.chdir(cwd);
  rmSync(folder, { recursive: true, force: true });
});

/** A site of one page into `output`, by a process that builds once or serves. */
async function site(output: string, runMode: "build" | "serve"): Promise<{ write(): Promise<unknown> }> {
  mkdirSync("src", { recursive: true });
  writeFileSync(
    "src/index.html",
    '<!doctype html><html lang="en"><head><title>Rest</title></head><body><p>Rest is good.</p></body></html>',
  );
  const eleventy = new Eleventy("src", output, {
    quietMode: true,
    configPath: null,
    runMode,
    config: (config: EleventyConfig & { addPlugin(plugin: unknown, options: object): void }) =>
      config.addPlugin(search, { site: { title: "Site", url: "https://e.example" } }),
  });
  eleventy.disableLogger();
  await eleventy.init();
  return eleventy;
}

test("search: an index of the pages as they were written, without Pagefind's own interface", async () => {
  const { write } = await site("built", "build").then((one) => ({ write: () => one.write() }));
  await write();
  const names = readdirSync("built/pagefind");
  assert.ok(names.includes("pagefind.js") && names.includes("pagefind-entry.json"));
  assert.equal(
    names.filter((name) => /-ui\.|highlight/.test(name)),
    [],
  );
  const { languages } = JSON.parse(readFileSync("built/pagefind/pagefind-entry.json", "utf8"));
  assert.is(languages.en.page_count, 1);
  // The next build makes it anew.
  await write();
  assert.ok(existsSync("built/pagefind/pagefind.js"));
});

test("search: while serving it is made once", async () => {
  const eleventy = await site("served", "serve");
  await eleventy.write();
  assert.ok(existsSync("served/pagefind/pagefind.js"));
  rmSync("served/pagefind", { recursive: true });
  await eleventy.write();
  assert.not(existsSync("served/pagefind"));
});

test("search: a folder of the owner's where the index goes is left as it is, and said", async () => {
  mkdirSync("own/pagefind", { recursive: true });
  writeFileSync("own/pagefind/notes.txt", "mine");
  const eleventy = await site("own", "build");
  const fault = await eleventy.write().then(
    () => null,
    (error: Error & { originalError?: Error }) => error.originalError ?? error,
  );
  assert.match(
    String(fault?.message),
    'search: expected nothing or an index of Pagefind\'s at "own/pagefind", received something else. Move it away',
  );
  assert.equal(readdirSync("own/pagefind"), ["notes.txt"]);
});

test.run();
