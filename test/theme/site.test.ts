import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import { parseHTML } from "linkedom";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { type VervainOptions, vervain } from "../../plugins/index.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-theme-"));
process.chdir(root);
test.after(() => rmSync(root, { recursive: true, force: true }));

let siteCount = 0;

/** Builds a tiny site in memory: its files by path, pages by address. */
async function build(
  files: Readonly<Record<string, string>>,
  options: VervainOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const folder = `site${++siteCount}`;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const eleventy = new Eleventy(`${folder}/src`, `${folder}/out`, {
    quietMode: true,
    configPath: null,
    config(
      config: EleventyConfig & {
        setIncludesDirectory(path: string): void;
        setDataDirectory(path: string): void;
      },
    ) {
      config.setIncludesDirectory("../_includes");
      config.setDataDirectory("../_data");
      config.addPlugin(vervain, {
        site: { title: "Site", url: "https://e.example", publisher: "pub" },
        ...options,
      });
    },
  });
  const pages = (await eleventy.toJSON()) as readonly { url: string; content: string }[];
  return new Map(pages.map(({ url, content }) => [url, content]));
}

const PEOPLE = { "_data/people.json": '{"pub":{"type":"Organization","name":"Pub & Co"}}' };
const article = (title: string, body = "Text.", more = ""): string =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: 2026-01-01\nauthor: pub\n${more}---\n\n${body}\n`;

test("site: an owner without templates has every page of the theme", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A", "Text.", "tags: [Rest]\nredirectFrom: [/old/]\n"),
  });
  const wanted = [
    "/",
    "/a/",
    "/old/",
    "/authors/",
    "/authors/pub/",
    "/tags/",
    "/tags/rest/",
    "/search/",
    "/404.html",
  ];
  const files = [
    "/feed.xml",
    "/feed.json",
    "/sitemap.xml",
    "/robots.txt",
    "/site.webmanifest",
    "/favicon.svg",
  ];
  for (const url of [...wanted, ...files]) assert.ok(pages.has(url), url);
  assert.match(pages.get("/a/") ?? "", "Not medically reviewed");
  assert.match(pages.get("/old/") ?? "", '<meta http-equiv="refresh" content="0; url=/a/">');
});

for (const [name, files] of [
  ["no articles", { "src/articles/.keep": "" }],
  ["one article of a title alone", { "src/articles/a.md": "---\ntitle: A\ndate: 2026-01-01\n---\n" }],
] as const) {
  test(`site: ${name} makes every page it can, with no empty list or label`, async () => {
    const pages = await build({ ...PEOPLE, ...files });
    for (const [url, content] of pages) {
      if (!content.startsWith("<!DOCTYPE")) continue;
      const { document } = parseHTML(content);
      const hollow = [...document.querySelectorAll("ul, dl, dd, section, h1, h2, p:not([role])")]
        .filter((element) => element.textContent?.trim() === "")
        .map((element) => element.outerHTML);
      assert.equal(hollow, [], url);
    }
  });
}

test("site: the owner's partial wins over the theme's of the same path", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A"),
    "_includes/partials/footer.njk": "<footer>Mine</footer>",
  });
  assert.match(pages.get("/a/") ?? "", "<footer>Mine</footer>");
  assert.not.match(pages.get("/a/") ?? "", 'class="foot"');
});

test("site: the owner's layout extends the theme's by @theme and changes one block", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A"),
    "_includes/layouts/article.njk":
      '{% extends "@theme/layouts/article.njk" %}{% block afterBody %}<p>Mine</p>{{ super() }}{% endblock %}',
  });
  assert.match(pages.get("/a/") ?? "", "<p>Mine</p>");
  assert.match(pages.get("/a/") ?? "", "<h1>A</h1>");
});

test("site: the owner's base holds every page of the theme", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A"),
    "_includes/layouts/base.njk":
      '{% extends "@theme/layouts/base.njk" %}{% block extraHead %}<meta name="x" content="y">{% endblock %}',
  });
  for (const url of ["/", "/a/", "/authors/", "/404.html"])
    assert.match(pages.get(url) ?? "", '<meta name="x" content="y">', url);
});

test("site: a template of a generated page's name replaces it", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A"),
    "src/404.md": "---\ntitle: Lost\npermalink: /404.html\nlayout: false\n---\nMine\n",
  });
  assert.match(pages.get("/404.html") ?? "", "Mine");
});

test("site: a generated page that is switched off is neither made nor linked", async () => {
  const pages = await build(
    { ...PEOPLE, "src/articles/a.md": article("A", "T.", "tags: [x]\n") },
    { pages: { tag: false, tags: false } },
  );
  assert.not.ok(pages.has("/tags/x/"));
  assert.not.match(pages.get("/a/") ?? "", "/tags/");
});

test("site: an unknown page name is refused with the names there are", async () => {
  try {
    await build({ "src/articles/a.md": article("A") }, { pages: { matrx: false } });
    assert.unreachable();
  } catch (error) {
    assert.match(
      String((error as Error).message) + String((error as { originalError?: Error }).originalError?.message),
      /received "matrx"/,
    );
  }
});

const HOSTILE = `</script><script>alert(1)</script> "quoted" & <b onclick="x">'s`;

test("site: a hostile title is text everywhere", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article(
      HOSTILE,
      "Text.",
      `description: ${JSON.stringify(HOSTILE)}\ntags: [${JSON.stringify(HOSTILE)}]\nkeyFacts: [${JSON.stringify(HOSTILE)}]\n`,
    ),
  });
  for (const [url, content] of pages) {
    if (!content.startsWith("<!DOCTYPE")) continue;
    const { document } = parseHTML(content);
    const scripts = [...document.querySelectorAll("script:not([src]):not([type='application/ld+json'])")];
    assert.equal(
      scripts.map(({ textContent }) => textContent),
      [],
      url,
    );
    assert.is(document.querySelectorAll("[onclick], [style]").length, 0, url);
  }
  assert.is(
    parseHTML(pages.get("/a/") ?? "")
      .document.querySelector("h1")
      ?.textContent?.trim(),
    HOSTILE,
  );
});

test("site: nothing runs or styles inline on any page", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A", "## B\n\n## C\n\n## D\n\nText."),
  });
  for (const [url, content] of pages) {
    if (!content.startsWith("<!DOCTYPE")) continue;
    assert.not.match(content, /<style|\sstyle=|\son[a-z]+=|javascript:/i, url);
    for (const [, attributes] of content.matchAll(/<script([^>]*)>/g))
      assert.match(attributes ?? "", /src="|type="application\/ld\+json"/, url);
  }
});

test("feed: full text, absolute addresses, well-formed under a hostile title", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article(HOSTILE, "## Part\n\n[up](#part) [home](/) ![x](/i.svg)\n"),
    "src/i.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>',
  });
  const feed = pages.get("/feed.xml") ?? "";
  assert.ok(feed.startsWith("<?xml"), feed.slice(0, 40));
  assert.match(feed, "&lt;/script&gt;");
  assert.match(feed, "href=&quot;https://e.example/a/#part&quot;");
  assert.match(feed, /src=&quot;https:\/\/e\.example\/pictures\/i-[0-9a-f]{10}-8\.svg&quot;/);
  assert.not.match(feed, /<script|<b /);
  const json = JSON.parse(pages.get("/feed.json") ?? "") as {
    items: { title: string; content_html: string }[];
  };
  assert.is(json.items[0]?.title, HOSTILE);
  assert.match(json.items[0]?.content_html ?? "", 'href="https://e.example/"');
});

test("feed: who paid and when to get help go along with the text", async () => {
  const fields = "sponsor: Soap & Co\nemergency: Call 112 for chest pain.\n";
  const feed = (await build({ ...PEOPLE, "src/articles/a.md": article("A", "T.", fields) })).get("/feed.xml");
  assert.match(
    feed ?? "",
    "&lt;p&gt;Paid for by Soap &amp;amp; Co.&lt;/p&gt;&lt;p&gt;Get help at once: Call 112 for chest pain.&lt;/p&gt;",
  );
});

test("sitemap: pages for readers and robots, not drafts, 404 or search", async () => {
  const sitemap = (await build({ ...PEOPLE, "src/articles/a.md": article("A") })).get("/sitemap.xml") ?? "";
  assert.match(sitemap, "<loc>https://e.example/a/</loc>");
  assert.not.match(sitemap, /404|search/);
});

test("comments: approved ones are in the page, the form only with an endpoint", async () => {
  const files = {
    ...PEOPLE,
    "src/articles/a.md": article("A"),
    "src/comments/a/c1.json": JSON.stringify({
      id: "c1",
      author: "Reader",
      date: "2026-01-02T00:00:00Z",
      status: "approved",
      body: "<i>Hi",
    }),
  };
  const without = (await build(files)).get("/a/") ?? "";
  assert.match(without, "&lt;i&gt;Hi");
  assert.not.match(without, 'class="reply"');
  const site = {
    title: "Site",
    url: "https://e.example",
    publisher: "pub",
    comments: { endpoint: "https://c.example/post" },
  };
  assert.match((await build(files, { site })).get("/a/") ?? "", 'action="https://c.example/post"');
});

test("texts: the owner's words win over the theme's, one by one", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A"),
    "_includes/texts/en.json": '{"texts":{"notReviewed":"Unreviewed"}}',
  });
  assert.match(pages.get("/a/") ?? "", "<dd>Unreviewed</dd>");
  assert.match(pages.get("/a/") ?? "", "Written by");
});

test("texts: a language without a file falls back to English, marked as such, with the owner's pages", async () => {
  const pages = await build({
    ...PEOPLE,
    "src/articles/a.md": article("Un", "Texte.", "lang: fr\n"),
    "src/articles/b.md": article("Deux", "Texte.", "lang: fr\n"),
    "src/pages/about.md": "---\ntitle: About\npermalink: /about/\n---\nUs.\n",
  });
  const { document } = parseHTML(pages.get("/a/") ?? "");
  assert.is(document.documentElement.lang, "fr");
  for (const selector of [".skip", ".site", ".foot"])
    assert.is(document.querySelector(selector)?.getAttribute("lang"), "en", selector);
  assert.match(document.querySelector(".foot")?.innerHTML ?? "", 'href="/about/"');
});

test.run();
