import { article, type HostileCase, NUNJUCKS, RUN } from "./case.ts";

const early = (group: string, why: string, path: string, text: string | Uint8Array): HostileCase => ({
  group,
  why,
  files: { [path]: text },
  expect: "refused",
  isEarly: true,
});

const DATA: readonly HostileCase[] = [
  ["a comma is missing", '{ "a": 1 "b": 2 }'],
  ["a comma too many", '{ "a": 1, }'],
  ["a comment", '{ "a": 1 } // x'],
  ["a key that stands twice", '{ "a": 1, "a": 2 }'],
  ["a key that reaches the prototype", '{ "__proto__": { "x": 1 } }'],
  ["such a key, deep", '{ "a": [{ "constructor": { "prototype": 1 } }] }'],
  ["200,000 levels", "[".repeat(200_000)],
  ["no end", '{ "a": "'],
  ["nothing", ""],
  ["markup", "<html></html>"],
]
  .map(([why, text], index) =>
    early("data", `a data file has ${why}`, `_data/@d${index}.json`, text as string),
  )
  .concat([
    early(
      "data",
      "a data file in Latin-1",
      "_data/@latin.json",
      Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]),
    ),
    early(
      "data",
      "a data file that computes for every page",
      "_data/eleventyComputed.json",
      JSON.stringify({ x: NUNJUCKS }),
    ),
    early("data", "a data file that chooses every path", "_data/permalink.json", '"/x/"'),
    early("data", "a data file that chooses every engine", "_data/templateEngineOverride.json", '"njk"'),
    early("data", "a data file that makes pages of pages", "_data/pagination.json", "{}"),
    early("data", "a data file that chooses every layout", "_data/layout.json", '"../x"'),
    early("data", "a data file that is called content", "_data/content.json", '"x"'),
    {
      group: "data",
      why: "a data file is a link out",
      files: {},
      special: { "_data/@out.json": "/etc/passwd" },
      expect: "refused",
      isEarly: true,
    },
    {
      group: "data",
      why: "a data file is a pipe",
      files: {},
      special: { "_data/@pipe.json": "pipe" },
      expect: "refused",
      isEarly: true,
    },
    {
      group: "data",
      why: "a data file is a device",
      files: {},
      special: { "_data/@zero.json": "/dev/zero" },
      expect: "refused",
      isEarly: true,
    },
  ]);

const FOLDER: readonly HostileCase[] = [
  ...["njk", "html", "liquid"].map((ending) =>
    early("code among articles", `a template, .${ending}`, `src/articles/@.${ending}`, NUNJUCKS),
  ),
  ...["11ty.js", "11ty.cjs", "11ty.mjs"].map((ending) =>
    early("code among articles", `a template, .${ending}`, `src/articles/@.${ending}`, `${RUN};`),
  ),
  ...["js", "cjs", "mjs"].map((ending) =>
    early(
      "code among articles",
      `data by a script, .${ending}`,
      `src/articles/articles.11tydata.${ending}`,
      `${RUN};`,
    ),
  ),
  early(
    "code among articles",
    "data of the folder computes",
    "src/articles/articles.json",
    JSON.stringify({ eleventyComputed: { x: NUNJUCKS } }),
  ),
  early(
    "code among articles",
    "data of the folder writes outside",
    "src/articles/articles.11tydata.json",
    '{ "permalink": "../../x.html", "permalinkBypassOutputDir": true }',
  ),
  {
    group: "code among articles",
    why: "data beside an article chooses its engine",
    files: {
      "src/articles/@.md": article("Words"),
      "src/articles/@.json": '{ "templateEngineOverride": "njk" }',
    },
    expect: "refused",
    isEarly: true,
  },
];

const FILES: readonly HostileCase[] = [
  {
    group: "files",
    why: "an article is a link out of the site",
    files: {},
    special: { "src/articles/@.md": "/etc/hostname" },
    expect: "refused",
  },
  {
    group: "files",
    why: "an article is a link to nothing",
    files: {},
    special: { "src/articles/@.md": "/nowhere/x" },
    expect: "refused",
  },
  {
    group: "files",
    why: "an article is a link to itself",
    files: {},
    special: { "src/articles/@.md": "@.md" },
    expect: "refused",
  },
  {
    group: "files",
    why: "an article is a pipe",
    files: {},
    special: { "src/articles/@.md": "pipe" },
    expect: "refused",
  },
  {
    group: "files",
    why: "an article is a folder",
    files: {},
    special: { "src/articles/@.md": "folder" },
    expect: "refused",
  },
  {
    group: "files",
    why: "an article is a device",
    files: {},
    special: { "src/articles/@.md": "/dev/zero" },
    expect: "refused",
  },
  ...[
    "../../.secret/k.png",
    "/../.secret/k.png",
    "/%2e%2e/.secret/k.png",
    "../../node_modules/x.png",
    "file:///etc/passwd",
    "../../_data/k.png",
    "/%zz.png",
    "/a%00.png",
  ].map(
    (src): HostileCase => ({
      group: "files",
      why: `an article shows ${src}`,
      files: { "src/articles/@.md": article("Words", `![x](${src}) After.`) },
    }),
  ),
];

const COMMENT = {
  id: "c1",
  author: "A reader",
  date: "2026-01-01T10:00:00Z",
  status: "approved",
  body: "Words.",
};
const comment = (why: string, change: object, expect: "built" | "refused" = "refused"): HostileCase => ({
  group: "comments",
  why,
  files: {
    "src/articles/@.md": article("Words"),
    "src/comments/@/c1.json": JSON.stringify({ ...COMMENT, ...change }, null, 1),
  },
  expect,
});
const rawComment = (why: string, text: string | Uint8Array, name = "c1"): HostileCase => ({
  group: "comments",
  why,
  files: { "src/articles/@.md": article("Words"), [`src/comments/@/${name}.json`]: text },
  expect: "refused",
});

const COMMENTS: readonly HostileCase[] = [
  comment("markup in the text", { body: "<script>ran()</script> <img src=x onerror=ran()>" }, "built"),
  comment("markup in the name", { author: '"><script>ran()</script>' }, "built"),
  comment("a script as address", { url: "javascript:ran()" }),
  comment("an address that ends the attribute", { url: 'https://e.org/"onclick="ran()' }, "built"),
  comment("turned writing in the name", { author: "abc\u202Egpj" }, "built"),
  comment("control characters", { body: "a\u0001b\u0007" }, "built"),
  comment("template expressions", { body: "{{ constructor }} {% x %}" }, "built"),
  ...["body", "author", "id", "parent", "via", "slug"].flatMap((field) => [
    comment(`an e-mail address in ${field}`, { [field]: "a@b.org" }),
    comment(`an IP address in ${field}`, { [field]: "203.0.113.7" }),
  ]),
  comment("an e-mail address in the link", { url: "https://e.org/?m=a%40b.org" }),
  comment("a field that nobody knows", { email: "x" }),
  comment("a status that nobody knows", { status: "yes" }),
  comment("a wrong date", { date: "yesterday" }),
  comment("it answers itself", { parent: "c1" }, "built"),
  comment("it answers nobody", { parent: "c9" }, "built"),
  comment("a text too long", { body: "x".repeat(70_000) }),
  rawComment(
    "a second status",
    JSON.stringify(COMMENT).replace('"approved"', '"pending","status":"approved"'),
  ),
  rawComment("no JSON", "{"),
  rawComment("a list", "[]"),
  rawComment("200,000 levels", "[".repeat(200_000)),
  rawComment("a prototype", '{"__proto__":{"status":"approved"}}'),
  rawComment("Latin-1", Uint8Array.from([...Buffer.from('{"id":"'), 0xe9, ...Buffer.from('"}')])),
  rawComment("an e-mail address as name of its file", JSON.stringify(COMMENT), "a@@b.org"),
  rawComment("an IP address as name of its file", JSON.stringify(COMMENT), "203.0.113.7"),
  ...(["pipe", "folder", "/dev/zero", "/etc/hostname"] as const).map(
    (to): HostileCase => ({
      group: "comments",
      why: `the file is ${to}`,
      files: { "src/articles/@.md": article("Words") },
      special: { "src/comments/@/c1.json": to },
      expect: "refused",
    }),
  ),
];

export const FILE_CASES: readonly HostileCase[] = [...DATA, ...FOLDER, ...FILES, ...COMMENTS];
