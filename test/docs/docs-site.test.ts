import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { commandsDocs } from "../../scripts/commands-docs.ts";
import { addressOf, docsPage, workflowPage } from "../../scripts/docs-pages.ts";
import { buildDocsSite, docsSources } from "../../scripts/docs-site.ts";
import { templatesDocs } from "../../scripts/templates-docs.ts";
import { openBrowser, serveSite } from "../browser.ts";
import { ROOT } from "../root.ts";
import { DOCS } from "./blocks.ts";

test("docs/templates.md: it is what the theme makes (npx tsx scripts/templates-docs.ts)", () => {
  assert.ok(readFileSync(join(ROOT, "docs/templates.md"), "utf8") === templatesDocs());
});

test("docs/commands.md: it is what the command line takes (npx tsx scripts/commands-docs.ts)", () => {
  assert.is(readFileSync(join(ROOT, "docs/commands.md"), "utf8"), commandsDocs());
});

test("docs page: the heading is the title, the first paragraph the description, second-level headings the contents", () => {
  const source =
    "# Rest `now`\n\n<!-- made -->\n\nAn **hour** off.\n\n## Why\n\n### Why\n\n## Why\n\n[s3](workflows/s3.yml)\n";
  assert.is(
    docsPage("docs/rest.md", source),
    '---\ntitle: "Rest `now`"\ndescription: "An hour off."\npermalink: "/rest/"\ncontents: [{"text":"Why","anchor":"why"},{"text":"Why","anchor":"why-3"}]\n---\n\n<!-- made -->\n\nAn **hour** off.\n\n## Why\n\n### Why\n\n## Why\n\n[s3](workflows/s3.md)\n',
  );
});

test("docs page: a long description ends with a sentence, or with a word", () => {
  const described = (text: string): string =>
    /description: "(.*)"/.exec(docsPage("docs/a.md", `# A\n\n${text}\n`))?.[1] ?? "";
  assert.is(described(`${"a ".repeat(60)}b. ${"c ".repeat(60)}`), `${"a ".repeat(60)}b.`);
  assert.is(described("word ".repeat(60)), `${"word ".repeat(36).trim()} …`);
});

test("docs page: one without heading or paragraph is said by its name", () => {
  for (const source of ["Words.\n", "# Rest\n\n- a list\n"])
    assert.throws(() => docsPage("docs/rest.md", source), /^docs\/rest\.md: expected a heading/);
});

test("docs page: a link that is worded by its file is worded by its page's title", () => {
  const body = "All in [docs/b.md](docs/b.md#x), [b.md](../b.md), [B](b.md), [c.md](c.md).";
  assert.match(
    docsPage("a.md", `# A\n\n${body}\n`, (name) => (name === "b.md" ? "Bath" : null)),
    "\n\nAll in [Bath](docs/b.md#x), [Bath](../b.md), [B](b.md), [c.md](c.md).\n",
  );
});

test("workflow page: it shows the file whole", () => {
  assert.match(workflowPage("docs/workflows/s3.yml", "name: S3\n\non:\n"), "```yaml\nname: S3\n\non:\n```\n");
});

const built = buildDocsSite(join(ROOT, ".cache/docs-test"));
test.after(() => rmSync(built.folder, { recursive: true, force: true }));
const page = (url: string): string => readFileSync(join(built.output, url, "index.html"), "utf8");

test("docs site: it builds, past the product's own checks, without a dead link or anchor", () => {
  assert.is(built.code, 0, built.said);
  assert.match(built.said, /checked \d+ pages · 0 errors · 0 warnings/);
});

test("docs site: every document is reached from the index by links of the texts", () => {
  const reached = new Set<string>();
  const waiting = ["/docs/"];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (reached.has(url)) continue;
    reached.add(url);
    const text = /<div class="prose">([\s\S]*?)<\/article>/.exec(page(url))?.[1] ?? "";
    for (const [, path = ""] of text.matchAll(/<a href="\/docs(\/[^"#?]*)/g))
      if (existsSync(join(built.output, path, "index.html"))) waiting.push(path);
  }
  assert.equal(
    [...docsSources().keys()].map(addressOf).filter((url) => !reached.has(url)),
    [],
  );
  assert.ok(DOCS.length > 15);
});

for (const [name, pattern, count] of [
  ["options", /^\| `([\w.]+)` \|/gm, 100],
  ["commands", /^\| `(--[\w-]+)/gm, 40],
  ["filters", /^\| `(?:\w+ \\\| )?([\w.]+)/gm, 15],
] as const) {
  test(`docs site: every name of the reference of ${name} is on its page, and in the index of the search`, () => {
    const source = readFileSync(join(ROOT, `docs/${name}.md`), "utf8");
    const names = [...source.matchAll(pattern)].map(([, one = ""]) => one);
    const fragments = readdirSync(join(built.output, "pagefind/fragment"))
      .map((file) => gunzipSync(readFileSync(join(built.output, "pagefind/fragment", file))).toString("utf8"))
      .filter((text) => text.includes(`"url":"/${name}/"`));
    assert.is(fragments.length, 1);
    assert.ok(names.length > count, String(names.length));
    const shown = page(`/${name}/`);
    for (const one of names) {
      assert.match(shown, new RegExp(`<code>[^<]*${one.replaceAll(".", "\\.")}`));
      assert.ok(fragments[0]?.includes(one), one);
    }
  });
}

test("docs site: no table of the reference is wider than a phone", async () => {
  const browser = await openBrowser();
  const served = await serveSite(built.output, {}, "/docs");
  const shown = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const path of ["options", "commands", "filters"]) {
    await shown.goto(`${served.origin}/docs/${path}/`);
    const [count, wide] = await shown.evaluate(() => {
      const tables = [...document.querySelectorAll(".prose table")];
      return [tables.length, tables.filter((table) => table.scrollWidth > table.clientWidth).length];
    });
    assert.ok((count ?? 0) > 1, path);
    assert.is(wide, 0, path);
  }
  await browser.close();
  await served.close();
});

test("docs site: README stands at the front page's place, with no way to itself above it", () => {
  assert.not.match(page("/"), /class="crumbs"|BreadcrumbList/);
  assert.match(page("/options/"), /class="crumbs"/);
});

test("docs site: it reads without JavaScript, with its contents where a page is long", () => {
  assert.match(page("/options/"), /<nav class="contents"[\s\S]*<a href="#also-read">Also Read<\/a>/);
  assert.match(page("/options/"), '<h2 id="also-read">Also Read</h2>');
  assert.is(page("/docs/").match(/<h1/g)?.length, 1);
});

test.run();
