// @ts-expect-error The plugin ships no types.
import webc from "@11ty/eleventy-plugin-webc";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { benefits, related, schema } from "../../plugins/index.ts";
import { buildGuest, cleanGuests } from "./site.ts";

const POSTS = {
  "src/posts/posts.json": '{ "layout": "post.njk" }',
  "src/_includes/post.njk": "<h1>{{ title }}</h1>{{ content | safe }}",
  "src/posts/bath.md":
    "---\ntitle: A warm bath\ndate: 2024-01-01\ntags: rest\nbenefits: { confirm: [reduce:stress] }\n---\n## Benefits of a warm bath\n\n### Reduces stress\n\nIt may.\n\nAlso Read: Cold feet\n",
  "src/posts/feet.md":
    "---\ntitle: Cold feet\ndate: 2024-01-02\ntags: rest\n---\nA warm bath helps cold feet and stress.\n",
  "src/posts/tea.md":
    "---\ntitle: Tea in a warm bath\ndate: 2024-01-03\n---\nTea and a warm bath, for stress.\n",
};

const EXPECTED = '<a href="/posts/feet/">Cold feet</a><a href="/posts/tea/">Tea in a warm bath</a>';

for (const [engine, path, text] of [
  [
    "Nunjucks",
    "nunjucks.njk",
    '---\npermalink: /list/\n---\n{% for link in "/posts/bath/" | alsoRead %}<a href="{{ link.url }}">{{ link.title }}</a>{% endfor %}',
  ],
  [
    "Liquid",
    "liquid.liquid",
    '---\npermalink: /list/\n---\n{% assign links = "/posts/bath/" | alsoRead %}{% for link in links %}<a href="{{ link.url }}">{{ link.title }}</a>{% endfor %}',
  ],
  [
    "JavaScript",
    "javascript.11ty.js",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the site's
    'export default class {\n  data = { permalink: "/list/" };\n  render() { return this.alsoRead("/posts/bath/").map(({ url, title }) => `<a href="${url}">${title}</a>`).join(""); }\n}\n',
  ],
] as const) {
  test(`guests: ${engine} templates print what is read also, the author's own line first`, async () => {
    const { pages, fault } = await buildGuest({ ...POSTS, [`src/${path}`]: text }, (config) =>
      config.addPlugin(related, {}),
    );
    assert.is(fault, null);
    assert.is(pages.get("/list/")?.trim(), EXPECTED);
    assert.match(pages.get("/posts/bath/") ?? "", "<p>Also Read: Cold feet</p>");
  });
}

test("guests: WebC templates ask as a function", async () => {
  const text = `<p @text="alsoRead('/posts/bath/').map(({ title }) => title).join('; ')"></p>`;
  const { pages, fault } = await buildGuest({ ...POSTS, "src/list.webc": text }, (config) => {
    config.addPlugin(webc as (config: EleventyConfig) => void);
    config.addPlugin(related, {});
  });
  assert.is(fault, null);
  assert.match(pages.get("/list/") ?? "", "<p>Cold feet; Tea in a warm bath</p>");
});

test("guests: lines become links where the owner says so", async () => {
  const { pages } = await buildGuest(POSTS, (config) =>
    config.addPlugin(related, { related: { inText: true, callouts: 0 } }),
  );
  assert.match(pages.get("/posts/bath/") ?? "", '<p>Also Read: <a href="/posts/feet/">Cold feet</a></p>');
});

test("guests: a collection made by a tag stays the tag's; ours has the prefix", async () => {
  const index = `---\npermalink: /all/\n---\n{% for one in collections.benefits %}{{ one.url }};{% endfor %}|{% for one in collections.vervainBenefits %}{{ one.label }};{% endfor %}|{% for name, all in collections %}{{ name }} {% endfor %}`;
  const tagged = POSTS["src/posts/tea.md"].replace("date:", "tags: benefits\ndate:");
  const { pages, fault } = await buildGuest(
    { ...POSTS, "src/posts/tea.md": tagged, "src/all.njk": index },
    (config) => config.addPlugin(benefits, { pageFrom: 1 }),
  );
  assert.is(fault, null);
  assert.is(pages.get("/all/"), "/posts/tea/;|Reduces stress;|rest benefits all ");
});

test("guests: benefits have anchors where the owner says so, beside the ids that headings have", async () => {
  const own = (config: EleventyConfig): void =>
    config.amendLibrary(
      "md",
      (md: {
        core: {
          ruler: {
            push(
              name: string,
              rule: (state: {
                tokens: { type: string; attrSet(name: string, value: string): void }[];
              }) => void,
            ): void;
          };
        };
      }) =>
        md.core.ruler.push("own_ids", ({ tokens }) => {
          for (const [at, token] of tokens.entries())
            if (token.type === "heading_open") token.attrSet("id", `h${at}`);
        }),
    );
  const { pages } = await buildGuest(POSTS, (config) => {
    own(config);
    config.addPlugin(benefits, { anchors: true });
  });
  assert.match(
    pages.get("/posts/bath/") ?? "",
    /<h3 id="h3"><span id="[a-z-]+"><\/span>Reduces stress<\/h3>/,
  );
});

for (const [name, own] of [
  ["JSON-LD", '<script type="application/ld+json">{"@type":"BlogPosting","headline":"A warm bath"}</script>'],
  ["microdata", '<article itemscope itemtype="https://schema.org/BlogPosting"></article>'],
] as const) {
  test(`guests: a page with ${name} of its own keeps it, and ours is not beside it`, async () => {
    const ours = '<script type="application/ld+json">{{ page.url | jsonLd | safe }}</script>';
    const layout = `<html><head>${ours}</head>${own}{{ content | safe }}</html>`;
    const { pages, said } = await buildGuest({ ...POSTS, "src/_includes/post.njk": layout }, (config) =>
      config.addPlugin(schema, {}),
    );
    const page = pages.get("/posts/bath/") ?? "";
    assert.ok(page.startsWith(`<html><head></head>${own}`), page.slice(0, 200));
    assert.is(said.filter((line) => line.includes("markup of an article of its own")).length, 1);
  });
}

test("guests: of a page without markup of its own ours is the graph, and the office's move is no health page", async () => {
  const layout = '<script type="application/ld+json">{{ page.url | jsonLd | safe }}</script>';
  const moved =
    "---\ntitle: We have moved our office\ndate: 2024-02-01\nauthor: Vera Holt\n---\nCome and see.\n";
  const { pages } = await buildGuest(
    { ...POSTS, "src/_includes/post.njk": layout, "src/posts/moved.md": moved },
    (config) => config.addPlugin(schema, { facts: { shows: { author: true } } }),
  );
  const text = pages.get("/posts/moved/") ?? "";
  assert.match(text, '"@type":"WebPage"');
  assert.not.match(text, "Medical");
  assert.match(text, '"name":"Vera Holt"');
});

test.after(cleanGuests);

test.run();
