import MarkdownIt from "markdown-it";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ArticleRecord, ResolvedOffer } from "../../plugins/corpus/types.ts";
import { amendReading } from "../../plugins/related/markdown.ts";
import { madeArticle } from "./made-article.ts";

const TITLES: Readonly<Record<string, string>> = { rest: "Rest & Sleep", tea: "Tea at Night" };

function render(
  body: string,
  offers: readonly Partial<ResolvedOffer>[],
  callouts: ArticleRecord["callouts"] = [],
) {
  const md = new MarkdownIt({ html: true });
  const record = { article: madeArticle("a", "A", body), offers, callouts } as unknown as ArticleRecord;
  const linkTo = (id: string) => (TITLES[id] ? { url: `/${id}/`, title: TITLES[id] } : null);
  // Bodies of these articles start on line 4.
  amendReading(md, () => ({ record, linkTo, bodyLine: 4 }));
  return md.render(body);
}

for (const [name, body, offers, html] of [
  [
    "a title becomes a link",
    "Also Read: Tea at night",
    [[4, "Tea at night", "tea"]],
    '<p>Also Read: <a href="/tea/">Tea at night</a></p>\n',
  ],
  [
    "also in bold",
    "**Also Read: Tea at night**",
    [[4, "Tea at night", "tea"]],
    '<p><strong>Also Read: <a href="/tea/">Tea at night</a></strong></p>\n',
  ],
  [
    "a link to a path that is gone is led right",
    "Also Read: [Tea at night](/gone/)",
    [[4, "Tea at night", "tea"]],
    '<p>Also Read: <a href="/tea/">Tea at night</a></p>\n',
  ],
  [
    "two lines are two links",
    "Also Read: Tea\nAlso Read: Rest!",
    [
      [4, "Tea", "tea"],
      [5, "Rest!", "rest"],
    ],
    '<p>Also Read: <a href="/tea/">Tea</a>\nAlso Read: <a href="/rest/">Rest!</a></p>\n',
  ],
  [
    "a line below text",
    "Text.\nAlso Read: Tea",
    [[5, "Tea", "tea"]],
    '<p>Text.\nAlso Read: <a href="/tea/">Tea</a></p>\n',
  ],
  [
    "an article that is not shown stays words",
    "Also Read: Naps",
    [[4, "Naps", "naps"]],
    "<p>Also Read: Naps</p>\n",
  ],
] as const) {
  test(`amendReading: ${name}`, () => {
    const resolved = offers.map(([line, title, id]) => ({ line, title, id, by: "title" as const }));
    assert.is(render(body, resolved), html);
  });
}

test("amendReading: a box stands before the heading that follows its section", () => {
  const html = render(
    "## One\n\nA\n\n### Inside\n\nB\n\n## Two\n\nC\n",
    [],
    [{ section: 1, id: "rest", reasons: [] }],
  );
  assert.is(
    html,
    '<h2>One</h2>\n<p>A</p>\n<h3>Inside</h3>\n<p>B</p>\n<p class="also"><b>Also read</b> <a href="/rest/">Rest &amp; Sleep</a></p>\n<h2>Two</h2>\n<p>C</p>\n',
  );
});

test("amendReading: nothing of another article's address or title is markup in a box", () => {
  const record = {
    article: madeArticle("a", "A", "## One\n\nA\n\n## Two\n"),
    offers: [],
    callouts: [{ section: 1, id: "x", reasons: [] }],
  } as unknown as ArticleRecord;
  const md = new MarkdownIt({ html: true });
  const link = { url: '/"onclick="x/&<', title: '<script>"&' };
  amendReading(md, () => ({ record, linkTo: () => link, bodyLine: 4 }));
  assert.match(
    md.render("## One\n\nA\n\n## Two\n"),
    '<a href="/&quot;onclick=&quot;x/&amp;&lt;">&lt;script>&quot;&amp;</a></p>',
  );
});

test.run();
