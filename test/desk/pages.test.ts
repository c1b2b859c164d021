import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseSite } from "../../plugins/corpus/site.ts";
import { openCorpus } from "../../plugins/corpus/state.ts";
import type { ArticleRecord, Proposal } from "../../plugins/corpus/types.ts";
import { articlesPage } from "../../plugins/desk/articles-page.ts";
import { duplicatesPage } from "../../plugins/desk/duplicates-page.ts";
import { graphNodes } from "../../plugins/desk/graph-lines.ts";
import { html, toText } from "../../plugins/desk/html.ts";
import { lexiconPage } from "../../plugins/desk/lexicon-page.ts";
import { mapLinks } from "../../plugins/desk/links.ts";
import { linksPage } from "../../plugins/desk/links-page.ts";
import { panelOf } from "../../plugins/desk/panel.ts";
import { panelDocument } from "../../plugins/desk/panel-page.ts";
import { chosenRows, queryAddress, readQuery } from "../../plugins/desk/query.ts";
import { type DeskRow, deskRows } from "../../plugins/desk/rows.ts";
import { deskDocument } from "../../plugins/desk/shell.ts";
import type { DeskFacts } from "../../plugins/desk/types.ts";
import { benefit, record } from "../theme/corpus.ts";

/** Facts of a site with these articles, as a build would have decided them. */
function factsOf(records: readonly ArticleRecord[], change: Partial<DeskFacts> = {}): DeskFacts {
  const corpus = openCorpus({
    site: parseSite({ title: "Site" }),
    now: "2026-06-01T00:00:00Z",
    people: new Map(),
    therapies: new Map(),
    conditions: new Map(),
    articles: [],
    pages: [],
    problems: [],
  });
  return {
    corpus: { ...corpus, records: new Map(records.map((one) => [one.article.id, one])) },
    views: null,
    input: "src",
    labelOf: (canonical) => `label of ${canonical}`,
    waitOf: () => "it waits",
    savedAt: () => null,
    stampOf: () => "stamp",
    lastPathOf: () => null,
    nearDuplicates: [],
    linking: () => ({ score: 100, suggestions: [] }),
    stopped: [],
    token: "secret",
    ...change,
  };
}

/** Every mark that would be more than text if it came out as it went in. */
const EVIL = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
const evilProposal: Proposal = {
  ...benefit("reduce:stress", EVIL, 3, "x"),
  evidence: EVIL,
  wait: "unsure",
  grave: null,
};

test("html: text is escaped in content and attributes, markup of ours is not, and nothing prints nothing", () => {
  const inner = html`<b>${EVIL}</b>`;
  assert.is(
    toText(html`<a title="${EVIL}">${inner}${null}${false}${[1, "<"]}</a>`),
    `<a title="&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"><b>&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;</b>1&lt;</a>`,
  );
});

test("linksPage: says which words could lead where, and offers to set the link", () => {
  const [tea, nap] = [
    record("tea", { title: "Tea" }, "Tea."),
    record("nap", { title: "Nap" }, "A nap and tea."),
  ];
  const suggestion = {
    id: "nap",
    target: "tea",
    line: 7,
    before: "A nap and ",
    phrase: "tea",
    after: ".",
    why: "so",
  };
  const facts = factsOf([tea, nap], { linking: () => ({ score: 62, suggestions: [suggestion] }) });
  const page = toText(deskDocument(linksPage(facts, ""), facts));
  for (const words of [
    "What their writers linked: 62 of 100",
    '<p lang="en">A nap and <b>tea</b>.</p>',
    `${nap.article.file}:7`,
    'action="/_vervain/write/link"',
    '<input type="hidden" name="article" value="nap"><input type="hidden" name="target" value="tea">',
    'aria-label="Let “tea” lead to Tea"',
  ])
    assert.match(page, words);
});

test("desk: whatever an article holds is text on every page and in the panel", () => {
  const evil = record("evil", { title: EVIL, tags: [EVIL] }, `[${EVIL}](/x/)`, [benefit(EVIL, EVIL, 2, "y")]);
  evil.proposals = [evilProposal];
  evil.against = [{ canonical: EVIL, evidence: EVIL, line: 1, anchor: "", kind: "denied" }];
  evil.unknownTargets = [{ words: EVIL, line: 1 }];
  const facts = factsOf([evil], {
    labelOf: (canonical) => canonical,
    waitOf: () => EVIL,
    nearDuplicates: [{ id: "evil", of: "evil", similarity: 1 }],
    linking: () => ({
      score: 1,
      suggestions: [
        { id: "evil", target: "evil", line: 1, before: EVIL, phrase: EVIL, after: EVIL, why: EVIL },
      ],
    }),
    stopped: [{ message: EVIL }, { file: EVIL, line: 1, field: EVIL, message: EVIL, severity: "error" }],
    token: EVIL,
    stampOf: () => EVIL,
  });
  Object.assign(facts.corpus, { site: parseSite({ title: EVIL }) });
  facts.corpus.problems.push(
    { file: "evil.md", line: 1, field: EVIL, message: EVIL, severity: "error" },
    { file: "site", line: 0, field: EVIL, message: EVIL, severity: "warning" },
  );
  const query = readQuery(new URLSearchParams({ q: "x" }));
  const pages = [
    articlesPage(facts, { ...query, words: "" }, EVIL),
    articlesPage(facts, { ...query, words: EVIL }, EVIL),
    lexiconPage(facts, { file: EVIL, stamp: EVIL }, EVIL),
    duplicatesPage(facts, EVIL),
    linksPage(facts, EVIL),
  ].map((page) => toText(deskDocument(page, facts)));
  const setting = {
    ...facts,
    cardPath: EVIL,
    namesPicture: true,
    cardText: { site: EVIL, number: EVIL, title: EVIL },
  };
  const panel = toText(panelDocument(panelOf("/evil/", facts), setting));
  for (const page of [...pages, panel]) {
    assert.not.match(page, /<script>|<img src=x/);
    assert.match(page, "&lt;script&gt;");
  }
});

test("desk: its documents hold no inline script, style or handler", () => {
  const facts = factsOf([record("rest", {})]);
  const pages = [
    articlesPage(facts, readQuery(new URLSearchParams()), ""),
    lexiconPage(facts, { file: "f", stamp: "s" }, ""),
    linksPage(facts, ""),
  ].map((page) => toText(deskDocument(page, facts)));
  for (const page of [
    ...pages,
    toText(
      panelDocument(panelOf("/rest/", facts), { ...facts, cardPath: "", namesPicture: true, cardText: null }),
    ),
  ])
    assert.not.match(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/);
});

const ROW: DeskRow = {
  id: "a",
  file: "src/articles/a.md",
  url: "/a/",
  title: "A",
  lang: "en",
  state: "published",
  day: "2026-01-01",
  errorCount: 0,
  pointCount: 0,
  noteCount: 0,
  review: null,
  wordCount: 100,
  publishedCount: 0,
  proposedCount: 0,
  linksOut: 1,
  linksIn: 1,
  savedAt: 1000,
};
const ROWS: readonly DeskRow[] = [
  { ...ROW, id: "one", title: "Warm baths", errorCount: 1, savedAt: 3, linksIn: 0 },
  { ...ROW, id: "two", title: "cold water", pointCount: 9, review: { day: "2027-01-01", isOverdue: false } },
  {
    ...ROW,
    id: "three",
    title: "Tea",
    state: "draft",
    review: { day: "2025-01-01", isOverdue: true },
    wordCount: 900,
  },
  {
    ...ROW,
    id: "four",
    title: "Broken",
    state: "unreadable",
    errorCount: 2,
    linksIn: 0,
    file: "src/posts/x.md",
  },
];
for (const [address, ids] of [
  ["", ["four", "two", "three", "one"]],
  ["sort=title", ["four", "two", "three", "one"]],
  ["sort=title&dir=reverse", ["one", "three", "two", "four"]],
  // Errors weigh more than any number of points.
  ["sort=points", ["four", "one", "two", "three"]],
  // Overdue first, never reviewed last.
  ["sort=review", ["three", "two", "four", "one"]],
  ["sort=words", ["three", "four", "two", "one"]],
  ["sort=state", ["three", "two", "one", "four"]],
  ["sort=in", ["four", "one", "two", "three"]],
  ["sort=nonsense&page=-3&state=x", ["four", "two", "three", "one"]],
  ["state=draft", ["three"]],
  ["only=errors", ["four", "one"]],
  ["only=points", ["four", "two", "one"]],
  ["only=overdue", ["three"]],
  // What cannot be read is no orphan: nobody knows what leads to it.
  ["only=orphans", ["one"]],
  ["q=WATER%20cold", ["two"]],
  ["q=posts", ["four"]],
  ["q=nowhere", []],
] as const) {
  test(`desk query: "${address}" shows ${ids.join(", ") || "nothing"}`, () => {
    const chosen = chosenRows(ROWS, readQuery(new URLSearchParams(address)));
    assert.equal(
      chosen.map(({ id }) => id),
      ids,
    );
  });
}

test("desk query: an address says only what is not usual, and is read as it was meant", () => {
  const query = readQuery(
    new URLSearchParams("q=a%26b&sort=words&dir=reverse&only=errors&state=draft&page=2"),
  );
  assert.is(queryAddress(readQuery(new URLSearchParams())), "./");
  assert.equal(readQuery(new URLSearchParams(queryAddress(query).slice(3))), query);
});

test("desk links: texts, files, boxes and the list count once each, and never to themselves", () => {
  const a = record(
    "a",
    {},
    "[b](/b/) [b again](/b/#x) [c](c.md) [itself](/a/) [elsewhere](https://b.example/b/) [nowhere](/x/) [odd](https://[) [bad](/%E0%A4%A)",
  );
  const b = record("b", {});
  b.related = [{ id: "a", score: 1, reasons: [] }];
  b.callouts = [{ section: 0, id: "c", reasons: [] }];
  const c = record("c", {});
  c.offers = [{ line: 1, phrase: "Also Read", title: "gone", id: null, by: "none", closeness: 0 }];
  const { out, in: into } = mapLinks(factsOf([a, b, c]).corpus, "src");
  assert.equal(Object.fromEntries(out), { a: ["b", "c"], b: ["a", "c"], c: [] });
  assert.equal(Object.fromEntries(into), { a: ["b"], b: ["a"], c: ["a", "b"] });
});

test("desk rows: an article that cannot be read, a draft and one that is dated are shown as what they are", () => {
  const draft = record("draft", { draft: true });
  const dated = { ...record("dated", { date: "2027-01-01" }), isHidden: true };
  const facts = factsOf([{ ...draft, isHidden: true }, dated, record("shown", {})], {
    lastPathOf: () => "/where-it-was/",
  });
  const corpus = {
    ...facts.corpus,
    leftOut: [{ id: "bad", file: "bad.md", title: "", url: "/bad/", why: "faulty" as const }],
  };
  assert.equal(
    deskRows({ ...facts, corpus }).map(({ id, state, url }) => [id, state, url]),
    [
      ["draft", "draft", "/draft/"],
      ["dated", "dated", "/dated/"],
      ["shown", "published", "/shown/"],
      ["bad", "unreadable", "/where-it-was/"],
    ],
  );
});

test("panel: errors, points and notes are the page's own; a benefit is asked for once; a grave one asks for its source", () => {
  const rest = record("rest", {}, "Text.", [benefit("improve:sleep", "Better sleep", 3, "s")]);
  rest.proposals = [
    evilProposal,
    { ...evilProposal, line: 9 },
    {
      ...evilProposal,
      canonicals: ["prevent:cancer"],
      grave: { id: "c", label: "cancer", why: "w" },
      wait: "grave",
    },
    { ...evilProposal, canonicals: [] },
  ];
  const facts = factsOf([rest, record("other", {})]);
  const problem = { file: "rest.md", line: 1, field: "f", message: "m" } as const;
  facts.corpus.problems.push(
    { ...problem, line: 2, severity: "warning" },
    // What an error says already is no open point beside it.
    { ...problem, severity: "warning" },
    { ...problem, severity: "error" },
    { ...problem, severity: "note" },
    { ...problem, file: "other.md", severity: "error" },
  );
  const panel = panelOf("/rest/", facts);
  assert.equal(
    [panel?.errors.length, panel?.points.length, panel?.notes.length, panel?.state],
    [1, 1, 1, "published"],
  );
  assert.equal(
    panel?.shown.map(({ label, words, number }) => [label, words, number]),
    [["label of improve:sleep", "Better sleep", 1]],
  );
  assert.equal(
    panel?.waiting.map(({ id, needsSource }) => [id, needsSource]),
    [
      ["reduce:stress", false],
      ["prevent:cancer", true],
      ["", false],
    ],
  );
  assert.is(panelOf("/nowhere/", facts), null);
  // What no confirmation would publish is not offered one.
  rest.proposals = [{ ...evilProposal, wait: "label" }];
  const page = toText(
    panelDocument(panelOf("/rest/", facts), { ...facts, cardPath: "", namesPicture: true, cardText: null }),
  );
  assert.match(page, 'value="drop"');
  assert.not.match(page, 'value="confirm"');
});

test("panel: the last page of a file that cannot be read says so, wherever it stood", () => {
  const facts = factsOf([], { lastPathOf: () => "/where-it-was/" });
  const leftOut = [{ id: "bad", file: "bad.md", title: "", url: "/bad/", why: "faulty" as const }];
  const corpus = { ...facts.corpus, leftOut };
  corpus.problems.push({ file: "bad.md", line: 2, field: "front matter", message: "m", severity: "error" });
  const panel = panelOf("/where-it-was/", { ...facts, corpus });
  assert.is(panel?.state, "unreadable");
  assert.is(panel?.errors[0]?.line, 2);
});

test("graph lines: nodes by type and name, what is within by its name or address, long values cut", () => {
  const graph = {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": ["Article", "WebPage"],
        headline: "H",
        author: { "@id": "#a" },
        about: [{ name: "N" }, "x"],
      },
      { "@type": "Person", name: "P", description: "d".repeat(500) },
    ],
  };
  const nodes = graphNodes(JSON.stringify(graph));
  assert.equal(nodes[0], {
    type: "Article; WebPage",
    name: "H",
    properties: [
      { name: "headline", value: "H" },
      { name: "author", value: "#a" },
      { name: "about", value: "N; x" },
    ],
  });
  assert.is(nodes[1]?.properties.at(-1)?.value.length, 220);
  assert.equal(graphNodes("{"), []);
  assert.equal(graphNodes(""), []);
});

test.run();
