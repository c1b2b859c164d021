import { mkdirSync, symlinkSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseYaml } from "../../plugins/article/yaml.ts";
import { sortFiles, TEMPLATE_ENDINGS } from "../../plugins/build/folder-files.ts";
import { eleventyNames } from "../../plugins/eleventy-names.ts";
import { parseJson } from "../../plugins/files/json.ts";
import { article, hasRun, type Made, NUNJUCKS, PEOPLE, sites } from "./site.ts";

const { build, clean } = sites();
test.after(clean);

const ENDINGS = {
  templates: [...TEMPLATE_ENDINGS, ...eleventyNames("3.1.7").scripts, "webc"],
  dataSuffixes: eleventyNames("3.1.7").dataSuffixes,
  data: ["yaml", "toml"],
};

test("sortFiles: what Eleventy would run is code, what it would merge is data, the rest is passed by", () => {
  const names = [
    "a.md",
    "a.png",
    "a.json",
    "a.toml",
    "a.11tydata.js",
    "b.json",
    "b.js",
    "articles.json",
    "articles.11tydata.yaml",
    "articles.11tydata.mjs",
    "sub/sub.json",
    "sub/notes.json",
    "x.njk",
    "y.HTML",
    "z.webc",
    "w.11ty.js",
  ];
  assert.equal(sortFiles(names, "articles", ENDINGS), {
    code: ["a.toml", "a.11tydata.js", "articles.11tydata.mjs", "x.njk", "y.HTML", "z.webc", "w.11ty.js"],
    data: ["a.json", "articles.json", "articles.11tydata.yaml", "sub/sub.json"],
  });
});

test("sortFiles: what Eleventy 4 runs and merges by its new names is code and data there", () => {
  const { scripts, dataSuffixes } = eleventyNames("4.0.0-alpha.10");
  const endings = { ...ENDINGS, templates: [...TEMPLATE_ENDINGS, ...scripts], dataSuffixes };
  const names = [
    "a.md",
    "a.data.json",
    "a.data.ts",
    "articles.data.mjs",
    "w.server.js",
    "v.SERVER.cts",
    "u.server.txt",
  ];
  assert.equal(sortFiles(names, "articles", endings), {
    code: ["a.data.ts", "articles.data.mjs", "w.server.js", "v.SERVER.cts"],
    data: ["a.data.json"],
  });
  assert.equal(sortFiles(names, "articles", ENDINGS), { code: [], data: [] }, "Eleventy 3 passes them by");
});

const said = ({ refused }: Made): string[] => (refused ?? []).map((line) => line.replace(/site\d+\//g, ""));

const RUNS = "globalThis.ran = 1; export default {};";
const CODE = {
  "src/articles/x.njk": NUNJUCKS,
  "src/articles/y.html": NUNJUCKS,
  "src/articles/z.liquid": "{{ 1 }}",
  "src/articles/w.11ty.js": RUNS,
  "src/articles/articles.11tydata.js": RUNS,
  "src/articles/a.11tydata.mjs": RUNS,
};

test("folder: templates and scripts among articles do not run, each is said", async () => {
  const made = await build({ ...PEOPLE, "src/articles/a.md": article("A"), ...CODE });
  assert.not.ok(hasRun());
  assert.equal(
    said(made).map((line) => line.split(": expected articles, images")[0]),
    Object.keys(CODE)
      .sort()
      .map((path) => `${path}: file`),
  );
});

test("folder: an editor's lock and trash are no articles, a device is never read", async () => {
  const made = await build({ ...PEOPLE, "src/articles/a.md": article("A"), "src/articles/.trash/b.md": "x" });
  assert.is(made.refused, null);
  assert.equal(
    made.pages.filter(({ inputPath }) => inputPath.includes("articles/")).map(({ url }) => url),
    ["/a/"],
  );
  const linked = async (name: string, to: string): Promise<Made> => {
    const file = `linked-${name.replace(/\W/g, "")}`;
    mkdirSync(`${file}/src/articles`, { recursive: true });
    symlinkSync(to, `${file}/src/articles/${name}`);
    return build({ ...PEOPLE, "src/articles/a.md": article("A") }, {}, undefined, file);
  };
  assert.is((await linked(".#a.md", "somebody@desk.1234")).refused, null);
  assert.equal((await linked("b.md", "/dev/zero")).refused, [
    "linked-bmd/src/articles/b.md: file: expected a plain file of the project, received a link that leads out of the project. Put a file of its own there.",
  ]);
});

test("folder: they run once the owner says so", async () => {
  const files = { ...PEOPLE, "src/articles/a.md": article("A"), "src/articles/articles.11tydata.mjs": RUNS };
  const { refused } = await build(files, { trustsFolders: true });
  assert.is(refused, null);
  assert.ok(hasRun());
});

test("folder: data of a folder gives what articles inherit, and no orders", async () => {
  const hostile = {
    layout: "../../etc/passwd",
    eleventyComputed: { x: NUNJUCKS },
    permalink: "../../x.html",
    templateEngineOverride: "njk",
    lang: "en",
  };
  const made = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A"),
    "src/articles/articles.json": JSON.stringify(hostile, null, 1),
    "src/articles/a.11tydata.json": '{ "author": ',
  });
  assert.not.ok(hasRun());
  const known = "expected one of author, authors, lang, reviewedBy, sponsor, madeWithAi, layout";
  assert.equal(said(made), [
    "src/articles/a.11tydata.json:1: file: expected fields of articles, received a fault (a value is missing).",
    'src/articles/articles.json:2: layout: expected the path of a layout, received "../../etc/passwd".',
    `src/articles/articles.json:3: eleventyComputed: ${known}, received "eleventyComputed".`,
    `src/articles/articles.json:6: permalink: ${known}, received "permalink".`,
    `src/articles/articles.json:7: templateEngineOverride: ${known}, received "templateEngineOverride".`,
  ]);
  const { pages } = await build({
    ...PEOPLE,
    "src/articles/a.md": "---\ntitle: A\ndate: 2026-01-01\n---\n\nT.\n",
    "src/articles/articles.json": '{ "author": "pub" }',
  });
  assert.match(pages.find(({ url }) => url === "/a/")?.content ?? "", "Pub &amp; Co");
});

test("data: what Eleventy would stop at or obey is said with its line before it reads", async () => {
  const made = await build({
    "_data/people.json": '{\n  "pub": { "name": "Pub" }\n  "b": { "name": "B" }\n}',
    "_data/conditions.json": new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]),
    "_data/menu.json": '{\n  "a": 1,\n  "__proto__": { "x": 1 },\n  "a": 2\n}',
    "_data/deep.json": "[".repeat(100_000),
    "_data/eleventyComputed.json": JSON.stringify({ x: NUNJUCKS }),
    "_data/permalink.json": '"/x/"',
    "src/articles/a.md": article("A"),
  });
  assert.not.ok(hasRun());
  const order = "which Eleventy takes for an order to every page. Put it into a script, or rename the file.";
  assert.equal(
    said(made).filter((line) => line.startsWith("_data/")),
    [
      "_data/conditions.json:1: encoding: expected UTF-8, received byte 0xe9 at position 3. Save the file as UTF-8.",
      "_data/deep.json:1: file: expected JSON, received a fault (more than 64 levels).",
      `_data/eleventyComputed.json: file: expected data, received "eleventyComputed", ${order}`,
      '_data/menu.json:3: file: expected JSON, received a fault (the key "__proto__" is not allowed).',
      "_data/people.json:3: file: expected JSON, received a fault (a comma is missing).",
      `_data/permalink.json: file: expected data, received "permalink", ${order}`,
    ],
  );
});

for (const [text, fault] of [
  ['{"a":1,"a":2}', 'the key "a" stands twice'],
  ['{"a":1,}', "a property name is missing"],
  ["// note\n{}", "invalid comment token"],
  ["", "a value is missing"],
  ['{"a": 01}', "a comma is missing"],
] as const) {
  test(`parseJson: ${text} is refused`, () =>
    assert.equal((parseJson(text) as { fault?: string }).fault, fault));
}

test("parseYaml: aliases that multiply, lead in a circle or nest without end are faults with their line", () => {
  const bomb = Array.from({ length: 12 }, (_, level) =>
    level === 0
      ? "a0: &a0 [x, x, x, x, x, x, x, x, x, x]"
      : `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
  ).join("\n");
  assert.equal(parseYaml(bomb), { fault: "aliases that come to more values than can be read", line: 5 });
  assert.equal(parseYaml("title: x\na: &a [*a]"), { fault: "an alias of what it stands in", line: 2 });
  assert.equal(parseYaml(`title: x\na: ${"[".repeat(80)}${"]".repeat(80)}`), {
    fault: "more than 64 levels",
    line: 2,
  });
  assert.equal(parseYaml("a: &a [1, 2]\nb: *a\nc: *a"), { data: { a: [1, 2], b: [1, 2], c: [1, 2] } });
});

test.run();
