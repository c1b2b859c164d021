import { test } from "uvu";
import * as assert from "uvu/assert";
import { createMarkdown } from "../../plugins/article/markdown.ts";
import type { BenefitView, CalloutView } from "../../plugins/page/parts.ts";
import type { ArticleMarks } from "../../plugins/theme/article-marks.ts";
import { renderCallout } from "../../plugins/theme/callout.ts";
import { amendThemeMarkdown } from "../../plugins/theme/markdown.ts";

const NONE: ArticleMarks = {
  benefits: new Map(),
  sourceNumbers: new Map(),
  sourceCount: 0,
  cited: () => undefined,
  callouts: new Map(),
  beforeHeading: new Map(),
  lineOfAnchor: new Map(),
  firstBlockLine: 1,
};

/** Renders with marks; headings get the ids of their lower-case words, as the article plugin would give them. */
function render(source: string, marks: Partial<ArticleMarks>): string {
  const md = createMarkdown();
  md.core.ruler.push("ids", ({ tokens }) => {
    for (const [index, token] of tokens.entries())
      if (token.type === "heading_open")
        token.attrSet(
          "id",
          (tokens[index + 1]?.content ?? "")
            .toLowerCase()
            .replace(/[^a-z]+/g, "-")
            .replace(/^-|-$/g, ""),
        );
  });
  amendThemeMarkdown(
    md,
    () => ({ ...NONE, ...marks }),
    (src) => (src === "/a.png" ? { width: 8, height: 6 } : null),
  );
  return md.render(source);
}

const stress: BenefitView = {
  id: "reduce:stress",
  canonicals: ["reduce:stress"],
  heading: "Eases stress",
  anchor: "eases-stress",
  number: 2,
  isHedged: false,
  evidence: "",
  grade: null,
  gradeText: "Evidence not graded",
  term: {
    id: "reduce:stress",
    url: "/benefits/reduces-stress/",
    text: "Reduces stress",
    articleCount: 3,
    countText: "3 articles say this",
  },
};

test("benefit: the numeral stands for the number its author wrote, and links to itself", () => {
  assert.is(
    render("### 2. Eases stress\n", { benefits: new Map([["eases-stress", stress]]) }),
    '<h3 id="eases-stress" class="benefit"><a class="num" href="#eases-stress">2</a> Eases stress</h3>\n' +
      '<p class="evidence">Evidence not graded · <a href="/benefits/reduces-stress/">3 articles say this</a></p>\n',
  );
});

test("benefit: nothing is said of other articles when there are none", () => {
  const alone = { ...stress, term: stress.term && { ...stress.term, articleCount: 1 } };
  const html = render("### Eases stress\n", { benefits: new Map([["eases-stress", alone]]) });
  assert.match(html, '<p class="evidence">Evidence not graded</p>');
});

test("benefit: a grade is the writer's, with its source, as text", () => {
  const graded = {
    ...stress,
    grade: { grade: "moderate", source: "<b>" },
    gradeText: "Evidence: moderate",
    term: null,
  };
  const html = render("### Eases stress\n", { benefits: new Map([["eases-stress", graded]]) });
  assert.match(html, '<p class="evidence">Evidence: moderate (&lt;b&gt;)</p>');
});

const sources = { sourceCount: 2, sourceNumbers: new Map([["https://e.org/1", 1]]) };
const mark = (number: number, id = `v_cite_${number}`) =>
  `<sup id="${id}"><a href="#v_source_${number}">${number}</a></sup>`;

for (const [name, source, html] of [
  ["a number in brackets", "Sleep[2] well.", `<p>Sleep${mark(2)} well.</p>`],
  [
    "a link to a source",
    "See [it](https://e.org/1).",
    `<p>See <a href="https://e.org/1">it</a>${mark(1)}.</p>`,
  ],
  ["the second time has an id of its own", "A[2] b[2].", `<p>A${mark(2)} b${mark(2, "v_cite_2_2")}.</p>`],
  ["a number without a source stays", "A [3] and [0].", "<p>A [3] and [0].</p>"],
  ["code stays", "`a[1]`", "<p><code>a[1]</code></p>"],
  ["text around a mark stays escaped", "<[1]&", `<p>&lt;${mark(1)}&amp;</p>`],
] as const) {
  test(`citation: ${name}`, () => assert.is(render(source, sources).trim(), html));
}

test("citation: the list of sources is told of every mark, and of nothing that is no mark", () => {
  let told: ReadonlyMap<number, readonly string[]> = new Map();
  render("A[2]. [it](https://e.org/1) and[2] `x[1]`.\n\n    code[1]\n", {
    ...sources,
    cited: (ids) => {
      told = ids;
    },
  });
  assert.equal(
    [...told],
    [
      [2, ["v_cite_2", "v_cite_2_2"]],
      [1, ["v_cite_1"]],
    ],
  );
});

test("citation: headings are left alone", () => {
  assert.is(render("## About [1]\n", sources), '<h2 id="about">About [1]</h2>\n');
});

const callout = (title: string, url: string | null = "/x/"): CalloutView => ({
  label: "Also Read",
  title,
  url,
  why: "",
});
const box = (title: string) => renderCallout(callout(title));

for (const [name, source, lines, html] of [
  ["alone in its paragraph", "A\n\nAlso Read: X\n\nB", [3], `<p>A</p>\n${box("3")}<p>B</p>\n`],
  ["after text, which stays", "A\nAlso Read: X", [2], `<p>A\n</p>\n${box("2")}`],
  ["two in one paragraph", "Also Read: X\nAlso Read: Y", [1, 2], box("1") + box("2")],
  ["as a heading", "### Also Read: X\n\nB", [1], `${box("1")}<p>B</p>\n`],
] as const) {
  test(`offer: ${name}`, () => {
    const callouts = new Map(lines.map((line) => [line, [callout(String(line))]]));
    assert.is(render(source, { callouts, lineOfAnchor: new Map([["also-read-x", 1]]) }), html);
  });
}

test("offer: lines count from the file, found by a heading that the model knows", () => {
  const html = render("## Known\n\nAlso Read: X", {
    callouts: new Map([[23, [callout("X")]]]),
    lineOfAnchor: new Map([["known", 21]]),
    firstBlockLine: 23,
  });
  assert.is(html, `<h2 id="known">Known</h2>\n${box("X")}`);
});

test("callout: an unknown title stands without a link, and nothing in it is markup", () => {
  assert.is(
    renderCallout({ label: "Also <Read>", title: '"<script>', url: null, why: "" }),
    '<p class="also"><b>Also &lt;Read&gt;</b><cite>&quot;&lt;script&gt;</cite></p>\n',
  );
});

test("callout: nothing of a title, an address or a reason is markup", () => {
  const hostile = '"<script>';
  assert.is(
    renderCallout({ label: "Also read", title: hostile, url: `/${hostile}/`, why: hostile }),
    '<p class="also"><b>Also read</b><a href="/&quot;&lt;script&gt;/">&quot;&lt;script&gt;</a><span>&quot;&lt;script&gt;</span></p>\n',
  );
});

test("callout: the theme's own stands before the heading it is given", () => {
  const html = render("## A\n\n## B\n", { beforeHeading: new Map([["b", callout("X")]]) });
  assert.is(html, `<h2 id="a">A</h2>\n${box("X")}<h2 id="b">B</h2>\n`);
});

test("image: its room is reserved and it loads when near", () => {
  assert.is(
    render("![x](/a.png)", {}),
    '<p><img src="/a.png" alt="x" loading="lazy" decoding="async" width="8" height="6"></p>\n',
  );
  assert.is(
    render("![x](/b.png)", {}),
    '<p><img src="/b.png" alt="x" loading="lazy" decoding="async"></p>\n',
  );
});

test.run();
