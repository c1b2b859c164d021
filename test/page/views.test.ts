import { test } from "uvu";
import * as assert from "uvu/assert";
import { buildViews } from "../../plugins/page/build.ts";
import type { ViewInput } from "../../plugins/page/context.ts";
import type { ArticlePage } from "../../plugins/page/types.ts";
import { benefit, benefitEntry, person, record, topicEntry, viewInput } from "../theme/corpus.ts";

function articleOf(input: ViewInput, url = "/a/"): ArticlePage {
  const view = buildViews(input).byUrl.get(url);
  if (view?.kind !== "article") throw new Error(`no article at ${url}`);
  return view;
}

const people = [
  person("pub", { type: "Organization" }),
  person("ann"),
  person("rita", { honorificSuffix: "MD" }),
];

test("views: an empty site has a home, an index of authors, search and 404, and links to nothing empty", () => {
  const views = buildViews(viewInput());
  assert.equal([...views.byUrl.keys()], ["/", "/authors/", "/search/", "/404.html"]);
  assert.equal(views.byUrl.get("/")?.nav, []);
});

test("views: a page of the owner's at the front page's address is no step below it", () => {
  const page = (id: string, url: string) => {
    const words = { title: id, description: "Words.", lang: "en", isIndexed: true, footer: null };
    return { ...words, id, url };
  };
  const { byUrl } = buildViews(
    viewInput({ pages: [page("index", "/"), page("about", "/about/")], without: new Set(["home"] as const) }),
  );
  assert.equal(byUrl.get("/")?.breadcrumb, []);
  assert.equal(
    byUrl.get("/about/")?.breadcrumb.map(({ url }) => url),
    ["/", "/about/"],
  );
});

for (const [name, frontMatter, reviewer, next] of [
  ["reviewer and date", { reviewedBy: "rita", reviewed: "2026-01-05" }, "rita", "2028-01-05"],
  ["no reviewer", {}, undefined, undefined],
  ["an unknown reviewer", { reviewedBy: "ghost", reviewed: "2026-01-05" }, undefined, undefined],
] as const) {
  test(`review: ${name}`, () => {
    const view = articleOf(viewInput({ people, records: [record("a", { author: "ann", ...frontMatter })] }));
    assert.is(view.reviewer?.id, reviewer);
    assert.is(view.nextReview?.iso, next);
    assert.is(view.reviewed === null, reviewer === undefined);
  });
}

test("review: nobody reviews their own article", () => {
  const own = record("a", { author: "rita" });
  const article = {
    ...own.article,
    frontMatter: { ...own.article.frontMatter, reviewedBy: "rita", reviewed: "2026-01-05" },
  };
  const view = articleOf(viewInput({ people, records: [{ ...own, article }] }));
  assert.is(view.reviewer, null);
});

test("review: past due when its months have gone by before the build", () => {
  const records = [record("a", { author: "ann", reviewedBy: "rita", reviewed: "2024-01-05" })];
  assert.is(articleOf(viewInput({ people, records })).nextReview?.isPastDue, true);
  assert.is(articleOf(viewInput({ people, records, today: "2025-12-31" })).nextReview?.isPastDue, false);
});

test("dates: an update on the day of publication is not shown", () => {
  const records = [record("a", { date: "2026-01-01", updated: "2026-01-01" })];
  assert.is(articleOf(viewInput({ records })).updated, null);
});

test("article: empty fields are empty, never labels", () => {
  const view = articleOf(viewInput({ records: [record("a", {})] }));
  assert.equal(
    [
      view.authors,
      view.keyFacts,
      view.sources,
      view.related,
      view.tags,
      view.comments,
      view.commentsText,
      view.lede,
    ],
    [[], [], [], [], [], [], "", ""],
  );
});

test("article: no emergency and, without benefits, nothing to do, unless the writer says so", () => {
  const notes = (front: object) => {
    const { emergency, actionNote } = articleOf(viewInput({ records: [record("a", front)] }));
    return [emergency, actionNote];
  };
  assert.equal(notes({}), ["", ""]);
  assert.equal(notes({ emergency: "Call 112.", actionNote: "Ask first." }), ["Call 112.", "Ask first."]);
});

test("comments: the form offers every comment to answer, and is absent without an endpoint", () => {
  const said = (id: string, parent: string | null) => ({
    id,
    parent,
    author: id,
    url: null,
    date: "2026-01-02T00:00:00Z",
    body: "Hi",
  });
  const input = (endpoint: string | null) =>
    viewInput(
      { records: [record("a", {})], comments: new Map([["a", [said("x", null), said("y", "x")]]]) },
      { comments: { endpoint } },
    );
  assert.equal(
    articleOf(input("https://c.example/")).commentForm?.parents.map(({ text }) => text),
    ["x, January 2, 2026", "y, January 2, 2026"],
  );
  assert.is(articleOf(input(null)).commentForm, null);
});

const massage = record(
  "a",
  { therapies: ["massage"], conditions: ["insomnia"], tags: ["Sleep"], description: "D" },
  "Lead.\n\n## Benefits\n\n### 1. Eases stress\n\nText.\n\n### 2. Helps sleep\n\nText.\n\n## Safety\n\nText.\n",
  [
    benefit("improve:sleep", "2. Helps sleep", 9, "improve-sleep"),
    benefit("reduce:stress", "1. Eases stress", 5, "reduce-stress"),
  ],
);
const anchored = {
  ...massage,
  article: {
    ...massage.article,
    sections: massage.article.sections.map((section) =>
      section.line === 5
        ? { ...section, anchor: "reduce-stress" }
        : section.line === 9
          ? { ...section, anchor: "improve-sleep" }
          : section,
    ),
  },
};
const full = viewInput({
  records: [anchored],
  benefits: [benefitEntry("reduce:stress", "Reduces stress", [anchored])],
  topics: [
    topicEntry("therapy", "massage", "Massage", ["a"]),
    topicEntry("condition", "insomnia", "Insomnia", ["a"]),
  ],
});

test("benefits: numbered in document order, without the numbers their author wrote", () => {
  const { benefits } = articleOf(full);
  assert.equal(
    benefits.map(({ number, heading, anchor, term }) => [number, heading, anchor, term?.url]),
    [
      [1, "Eases stress", "reduce-stress", "/benefits/reduce-stress/"],
      [2, "Helps sleep", "improve-sleep", undefined],
    ],
  );
});

test("action note: the site's words where benefits are listed, the writer's instead, none when refused", () => {
  const noteOf = (actionNote: string | false | null) => {
    const article = { ...anchored.article, frontMatter: { ...anchored.article.frontMatter, actionNote } };
    return articleOf({ ...full, records: [{ ...anchored, article }] }).actionNote;
  };
  assert.match(noteOf(null), /^Speak with a doctor/);
  assert.equal([noteOf("Ask."), noteOf(false)], ["Ask.", ""]);
});

test("contents: main headings and benefits as they come, the same numbers", () => {
  assert.equal(
    articleOf(full).contents.map(({ text, anchor, number }) => [text, anchor, number]),
    [
      ["Benefits", "benefits", null],
      ["Eases stress", "reduce-stress", 1],
      ["Helps sleep", "improve-sleep", 2],
      ["Safety", "safety", null],
    ],
  );
});

test("contents: a heading that waits for the writer's word is there without a number", () => {
  const [sleep, stress] = anchored.benefits;
  const waits = {
    ...anchored,
    benefits: [stress as never],
    proposals: [{ ...(sleep as NonNullable<typeof sleep>), wait: "grave" as const, grave: null }],
  };
  const read = articleOf(viewInput({ records: [waits] })).contents;
  assert.equal(
    read.map(({ text, number }) => [text, number]),
    [
      ["Benefits", null],
      ["Eases stress", 1],
      ["2. Helps sleep", null],
      ["Safety", null],
    ],
  );
});

test("breadcrumb: by condition, else by therapy, else under home", () => {
  assert.equal(
    articleOf(full).breadcrumb.map(({ url }) => url),
    ["/", "/conditions/", "/conditions/insomnia/", "/a/"],
  );
  const byTherapy = viewInput({ ...full, topics: full.topics.slice(0, 1) });
  assert.equal(
    articleOf(byTherapy).breadcrumb.map(({ url }) => url),
    ["/", "/therapies/", "/therapies/massage/", "/a/"],
  );
  assert.equal(
    articleOf(viewInput({ records: [record("a", {})] })).breadcrumb.map(({ url }) => url),
    ["/", "/a/"],
  );
});

test("benefit page: a claim is the article's, with the passage it stands in", () => {
  const [page] = buildViews(full).ofKind("benefit");
  const [passage] = page?.passages ?? [];
  assert.equal(
    [passage?.saysText, passage?.evidence, passage?.url, passage?.gradeText],
    ["The article has this as a heading", "Eases stress", "/a/#reduce-stress", "Evidence not graded"],
  );
});

test("index: a benefit stands under the letter of its target", () => {
  const page = buildViews(full).ofKind("benefits")[0];
  assert.equal(
    page?.groups.map(({ letter, cards }) => [letter, cards.map(({ text }) => text)]),
    [["S", ["Reduces stress"]]],
  );
});

test("matrix: one article's cell leads to its passage, the count is read out", () => {
  const cells = [
    { therapy: "massage", benefit: "reduce:stress", articleIds: ["a"], againstIds: [], isHedged: true },
  ];
  const [page] = buildViews({
    ...full,
    matrix: { therapies: ["massage"], benefits: ["reduce:stress"], cells },
  }).ofKind("matrix");
  assert.equal(page?.rows[0]?.cells, [
    {
      articleCount: 1,
      againstCount: 0,
      url: "/a/#reduce-stress",
      isHedged: true,
      text: "Reduces stress: 1 article, only with reservations",
    },
  ]);
});

test("matrix: the sixty most spoken of, in their order, and it says so", () => {
  const ids = Array.from({ length: 70 }, (_, index) => `t${String(index).padStart(2, "0")}`);
  const topics = ids.map((id, index) => topicEntry("therapy", id, id, index < 65 ? ["a", "b"] : ["a"]));
  const cells = ids.map((therapy) => ({
    therapy,
    benefit: "reduce:stress",
    articleIds: ["a"],
    againstIds: [],
    isHedged: false,
  }));
  const matrix = { therapies: ids, benefits: ["reduce:stress"], cells };
  const [page] = buildViews({ ...full, topics, matrix }).ofKind("matrix");
  assert.equal(
    page?.rows.map(({ therapy }) => therapy.id),
    ids.slice(0, 60),
  );
  assert.match(page?.cutText ?? "", ": 60 therapies, 1 benefits.");
  const isWide = (rows: number): boolean | undefined =>
    buildViews({ ...full, topics, matrix: { ...matrix, therapies: ids.slice(0, rows) } }).ofKind("matrix")[0]
      ?.isWide;
  assert.equal([isWide(14), isWide(15)], [false, true]);
});

test("without: kinds that are switched off are not made and not linked", () => {
  const views = buildViews({ ...full, without: new Set(["benefits", "tag", "tags"]) });
  assert.is(views.byUrl.has("/benefits/"), false);
  assert.equal(articleOf({ ...full, without: new Set(["tag"]) }).tags, []);
  assert.equal(
    views.byUrl.get("/")?.nav.map(({ url }) => url),
    ["/conditions/", "/therapies/"],
  );
});

test("drafts: marked, and never indexed", () => {
  const view = articleOf(viewInput({ records: [{ ...record("a", {}), isHidden: true }] }));
  assert.equal([view.isDraft, view.isIndexed], [true, false]);
});

test("views: the same input gives the same views", () => {
  assert.is(
    JSON.stringify([...buildViews(full).byUrl.values()]),
    JSON.stringify([...buildViews(full).byUrl.values()]),
  );
});

test.run();
