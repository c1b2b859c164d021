import { join, resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, hasRun, type MadePage, NUNJUCKS, PEOPLE, sites } from "./site.ts";

const { build, clean } = sites();
test.after(clean);

/** Headers by which an article would run its text as a template or write outside, and why they might. */
const HEADERS: readonly [why: string, source: string][] = [
  [
    "a fence that two parsers end differently",
    `---\ntitle: A\ndate: 2026-01-01\ntemplateEngineOverride: njk\n---more: 1\n---\n\n${NUNJUCKS}\n`,
  ],
  [
    "a fence with a space before its word",
    `---\ntitle: A\ndate: 2026-01-01\ntemplateEngineOverride: njk\n--- more\n---\n\n${NUNJUCKS}\n`,
  ],
  ["the engine by name", article("A", NUNJUCKS, "templateEngineOverride: njk\n")],
  ["the engine with Eleventy's prefix", article("A", NUNJUCKS, '"override:templateEngineOverride": njk\n')],
  [
    "computed data",
    article("A", "T.", `eleventyComputed: { x: ${JSON.stringify(NUNJUCKS)}, templateEngineOverride: njk }\n`),
  ],
  [
    "computed data with the prefix",
    article("A", "T.", '"override:eleventyComputed": { permalink: "../../../tmp/x.html" }\n'),
  ],
  [
    "a path past the output folder",
    article("A", "T.", "permalinkBypassOutputDir: true\npermalink: /tmp/x.html\n"),
  ],
  ["a path past it, alone", article("A", "T.", "permalinkBypassOutputDir: true\n")],
  [
    "the prefix on everything",
    article(
      "A",
      NUNJUCKS,
      '"override:permalinkBypassOutputDir": true\n"override:permalink": /x.html\n"override:layout": false\n"override:pagination": { data: x, size: 1 }\n',
    ),
  ],
  ["pages of pages", article("A", "T.", "pagination: { data: collections.all, size: 1 }\n")],
  ["static paths", article("A", "T.", "dynamicPermalink: false\n")],
  ["JavaScript", `---js\n{ title: (globalThis.ran = 1, "A"), date: "2026-01-01" }\n---\n\nT.\n`],
  ["JavaScript that Node reads", `---node\nglobalThis.ran = 1; module.exports = { title: "A" }\n---\n\nT.\n`],
  ["a language that nobody knows", "---foo\ntitle: A\ndate: 2026-01-01\n---\n\nT.\n"],
  ["an unclosed header", `---\ntitle: A\ntemplateEngineOverride: njk\n\n${NUNJUCKS}\n`],
  ["a fence of four", `----\ntitle: A\ntemplateEngineOverride: njk\n----\n\n${NUNJUCKS}\n`],
  ["a header of comments", `---\n# nothing\n---\n\n${NUNJUCKS}\n`],
  [
    "two marks of a byte order",
    `\uFEFF\uFEFF---\ntitle: A\ntemplateEngineOverride: njk\n---\n\n${NUNJUCKS}\n`,
  ],
  [
    "Eleventy's own names",
    article("A", "T.", "page: { url: /x/ }\ncollections: x\ncontent: x\neleventy: x\npkg: x\n"),
  ],
  ["page as a word", article("A", "T.", "page: x\n")],
  ["a layout out of the site", article("A", "T.", "layout: ../../../etc/passwd\n")],
  ["a layout that is a map", article("A", "T.", "layout: { a: b }\n")],
  ["a prototype", article("A", "T.", "__proto__: { layout: x }\n")],
  [
    "what another version may invent",
    article("A", "T.", "eleventyRun: true\npermalinkRoot: /\ncompile: true\n"),
  ],
];

const fileOf = (index: number): string => `src/articles/h${index}.md`;

/** Builds the cases as one site; those that are refused are left out and the rest is built again. */
async function buildHeaders(): Promise<{ readonly pages: readonly MadePage[]; readonly refused: string }> {
  const all = Object.fromEntries(HEADERS.map(([, source], index) => [fileOf(index), source]));
  const first = await build({ ...PEOPLE, ...all });
  const refused = (first.refused ?? []).join("\n");
  const rest = Object.entries(all).filter(([path]) => !refused.includes(`/${path}`));
  const second = await build({ ...PEOPLE, ...Object.fromEntries(rest) });
  assert.is(second.refused, null, second.refused?.join("\n"));
  return { pages: second.pages, refused };
}

const built = await buildHeaders();
const ran = hasRun();

test("header: nothing that an article says runs", () => assert.not.ok(ran));

test("header: every path is in the output folder", () => {
  for (const { outputPath } of built.pages)
    assert.ok(resolve(outputPath).startsWith(join(process.cwd(), "site")), outputPath);
});

for (const [index, [why]] of HEADERS.entries()) {
  test(`header: ${why}: one page at a path of the article's own, or an error that names the file`, () => {
    const pages = built.pages.filter(({ inputPath }) => inputPath.endsWith(fileOf(index)));
    const isRefused = built.refused.includes(fileOf(index));
    assert.is(pages.length, isRefused ? 0 : 1, built.refused);
    for (const { url } of pages) assert.match(url, /^\/(?:h\d+\/|tmp\/x\.html)$/);
  });
}

test("header: fields of the site's own reach templates when the owner names them", async () => {
  const files = {
    ...PEOPLE,
    "_includes/layouts/article.njk": "hero {{ hero.name }} series {{ series }}",
    "src/articles/a.md": article("A", "T.", "hero: { name: Moon }\nseries: Nights\n"),
  };
  const { pages } = await build(files, { fields: ["hero"] });
  assert.is(pages.find(({ url }) => url === "/a/")?.content, "hero Moon series ");
});

test("header: a field that nobody reads is said with its line, once, with the nearest name", async () => {
  const { refused } = await build(
    {
      ...PEOPLE,
      "src/articles/a.md": article("A", "T.", "series: Nights\nherro: x\ndescripton: y\nlayout: post\n"),
      "src/articles/b.md": article("B", "T.", "series: Days\neleventyComputed: {}\nlayout: ../x\n"),
    },
    { fields: ["hero"] },
  );
  assert.equal(
    refused?.map((line) => line.replace(/^site\d+\//, "")),
    [
      'src/articles/a.md:5: series: expected a known field, received "series". It has no effect; name it in the option "fields" for your templates to get it. So does 1 other.',
      'src/articles/a.md:6: herro: expected a known field, received "herro". Did you mean "hero"?',
      'src/articles/a.md:7: descripton: expected a known field, received "descripton". Did you mean "description"?',
      'src/articles/a.md:8: layout: expected a layout that this site has, received "post". The article has its usual one.',
      'src/articles/b.md:6: eleventyComputed: expected a known field, received "eleventyComputed". Articles cannot tell Eleventy what to do; it has no effect.',
      'src/articles/b.md:7: layout: expected the path of a layout in the folder of layouts, received "../x".',
    ],
  );
});

test("header: an owner's own templates are read as Eleventy reads them: JavaScript, excerpts, engines of plugins", async () => {
  const { pages } = await build(
    {
      ...PEOPLE,
      "src/articles/a.md": article("A", "First.\n<!--more-->\nThen."),
      "src/b.njk": `---js\n{ word: "b" + 1, permalink: "/b.txt" }\n---\n{{ word }}`,
      "src/c.njk": "---shout\nc\n---\n{{ word }} {{ page.excerpt }}|\n".replace(
        "\n{{",
        "\nLede<!--more-->{{",
      ),
      "_includes/layouts/article.njk": "[{{ page.excerpt | safe }}]{{ content | safe }}",
    },
    {},
    (config) => {
      config.setFrontMatterParsingOptions({
        excerpt: true,
        excerpt_separator: "<!--more-->",
        engines: { shout: (raw: string) => ({ word: raw.trim().toUpperCase(), permalink: "/c.txt" }) },
      });
    },
  );
  const at = (url: string): string => pages.find((page) => page.url === url)?.content.trim() ?? "";
  assert.is(at("/b.txt"), "b1");
  assert.match(at("/c.txt"), /^LedeC Lede\|$/);
  assert.match(at("/a/"), /^\[\s*First\.\s*\]<p>First\./);
});

test("header: a name that Eleventy reads is refused as a field of the site's own", async () => {
  for (const name of ["eleventyComputed", "permalinkBypassOutputDir", "override:layout", "pagination"]) {
    try {
      await build({ ...PEOPLE, "src/articles/a.md": article("A") }, { fields: [name] });
      assert.unreachable(name);
    } catch (error) {
      const { message, originalError } = error as Error & { originalError?: Error };
      assert.match(
        `${message} ${originalError?.message}`,
        "expected a name of the site's own that Eleventy does not read",
      );
    }
  }
});

test.run();
