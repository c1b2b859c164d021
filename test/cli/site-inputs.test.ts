import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { siteInputs } from "../../plugins/cli/site-inputs.ts";
import type { EleventyConfig } from "../../plugins/eleventy.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-inputs-"));
test.after(() => rmSync(root, { recursive: true }));

let siteCount = 0;

/** A site of its own, and what names it. */
function site() {
  const folder = join(root, String(++siteCount));
  const at = (name: string): string => join(folder, name);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  write("src/articles/rest.md", "Rest.");
  write("src/spot.svg", "<svg/>");
  write("_data/people.json", "{}");
  write("_includes/texts/en.json", "{}");
  write("_includes/styles/_own.scss", "p {}");
  write("_includes/scripts/own.ts", "export {};");
  write("public/plan.pdf", "plan");
  write("one.txt", "one");
  const config = {
    directories: { input: at("src"), includes: at("_includes"), data: at("_data"), output: at("_site") },
    passthroughCopies: { [at("public")]: { outputPath: "/" }, [at("one.txt")]: { outputPath: "/one.txt" } },
  } as unknown as EleventyConfig;
  const name = (more: object = {}): string | null => siteInputs({ ...config, ...more });
  return { at, write, name };
}

test("inputs: the same for the same files", () => {
  const { name } = site();
  assert.ok(name());
  assert.is(name(), name());
});

for (const [path, text] of [
  ["_includes/texts/en.json", "[]"],
  ["_includes/styles/_own.scss", "a {}"],
  ["_includes/scripts/own.ts", "export default 1;"],
  ["_includes/scripts/more.ts", "export {};"],
  ["src/spot.svg", "<svg >"],
  ["src/more.svg", "<svg/>"],
  ["public/plan.pdf", "plans"],
  ["public/deep/more.pdf", "more"],
  ["one.txt", "two"],
] as const)
  test(`inputs: ${path} is another: another name`, () => {
    const { name, write } = site();
    const before = name();
    write(path, text);
    assert.ok(name());
    assert.is.not(name(), before);
  });

test("inputs: a file that is gone, or has another name", () => {
  const { name, at } = site();
  const before = name();
  renameSync(at("public/plan.pdf"), at("public/plot.pdf"));
  const renamed = name();
  assert.is.not(renamed, before);
  rmSync(at("public/plot.pdf"));
  assert.is.not(name(), renamed);
});

test("inputs: a picture as large as before, and of the same time", () => {
  const { name, write, at } = site();
  const { atime, mtime } = statSync(at("src/spot.svg"));
  utimesSync(at("src/spot.svg"), atime, mtime);
  const before = name();
  write("src/spot.svg", "<SVG/>");
  utimesSync(at("src/spot.svg"), atime, mtime);
  assert.is.not(name(), before);
});

test("inputs: what lies behind links counts; a link to nowhere is none", () => {
  const { name, write, at } = site();
  write("elsewhere/plan.svg", "<svg/>");
  const before = name();
  symlinkSync(at("elsewhere/plan.svg"), at("src/linked.svg"));
  const linked = name();
  assert.is.not(linked, before);
  symlinkSync(at("elsewhere/none.svg"), at("src/none.svg"));
  assert.is(name(), linked);
  symlinkSync(at("elsewhere"), at("src/folder"));
  const behind = name();
  assert.is.not(behind, linked);
  write("elsewhere/plan.svg", "<svg >");
  assert.is.not(name(), behind);
  write("elsewhere/page.njk", "own");
  assert.is(name(), null, "a template");
});

// Each is read before pages are made, and stands in what is decided.
for (const path of [
  "src/articles/rest.md",
  "src/articles/articles.json",
  "_data/people.json",
  "_data/topics.yaml",
  "_data/site.js",
  "_data/deep/eleventyComputed.mjs",
])
  test(`inputs: what ${path} says is decided elsewhere`, () => {
    const { name, write } = site();
    write(path, "{ }");
    const before = name();
    write(path, "{  }");
    assert.is(name(), before);
  });

for (const path of [
  "_includes/layouts/article.njk",
  "_includes/layouts/own.liquid",
  "_includes/own.js",
  "_includes/scripts/own.njk",
  "src/list.njk",
  "src/list.html",
  "src/scripts/list.js",
  "src/list.11ty.js",
  "src/articles/articles.11tydata.cjs",
  "public/about/index.html",
])
  test(`inputs: ${path} is code`, () => {
    const { name, write } = site();
    write(path, "");
    assert.is(name(), null);
  });

test("inputs: what a pattern copies, or a page that names it, is not known", () => {
  const { name, at } = site();
  assert.is(name({ passthroughCopies: { [at("public/*.pdf")]: { outputPath: "/" } } }), null);
  assert.is(name({ passthroughCopiesHtmlRelative: new Set(["*.pdf"]) }), null);
  assert.ok(name({ passthroughCopiesHtmlRelative: new Set() }));
});

test("inputs: a folder of data in that of the input holds data", () => {
  const { name, write, at } = site();
  const directories = {
    input: at("src"),
    includes: at("_includes"),
    data: at("src/_data"),
    output: at("_site"),
  };
  write("src/_data/site.js", "");
  assert.ok(name({ directories }));
  write("src/_database.js", "");
  assert.is(name({ directories }), null);
});

test("inputs: a site in the folder of its project has none", () => {
  const directories = { input: "./", includes: "_includes", data: "_data", output: "_site" };
  assert.is(siteInputs({ directories } as unknown as EleventyConfig), null);
});

test.run();
