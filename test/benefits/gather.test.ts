import { test } from "uvu";
import * as assert from "uvu/assert";
import { buildMatrix, gatherBenefits, gatherTopics } from "../../plugins/benefits/gather.ts";
import type { ArticleBenefit, ArticleRecord } from "../../plugins/corpus/types.ts";

const OPTIONS = { pageFrom: 2, topicPageFrom: 1, path: "/benefits/" };
const TARGETS = new Map([
  ["stress", { label: "Stress", definition: "Demands that feel hard to meet." }],
  ["raynauds", { label: "Raynaud's", definition: null }],
  ["adhd", { label: "ADHD symptoms", definition: null }],
]);

function record(id: string, therapies: string[], canonicals: string[], hedged = false): ArticleRecord {
  const benefits = canonicals.map(
    (canonical, index) => ({ canonicals: [canonical], line: index + 1, hedged }) as unknown as ArticleBenefit,
  );
  return {
    article: {
      id,
      lang: "en",
      sections: [],
      blocks: [],
      titleFacts: { benefitCount: null, therapies, conditions: ["insomnia"] },
    },
    benefits,
    against: [],
    url: `/${id}/`,
  } as unknown as ArticleRecord;
}

const RECORDS = [
  record("a", ["yoga"], ["reduce:stress", "improve:adhd"]),
  record("b", ["massage"], ["reduce:stress"], true),
  record("c", ["yoga"], ["reduce:raynauds"]),
];

test("gatherBenefits: most articles first, then id; a page from the threshold on", () => {
  const entries = gatherBenefits(RECORDS, TARGETS, OPTIONS);
  assert.equal(
    entries.map(({ id, label, slug, hasPage }) => [id, label, slug, hasPage]),
    [
      ["reduce:stress", "Reduces stress", "reduce-stress", true],
      ["improve:adhd", "Improves ADHD symptoms", "improve-adhd", false],
      ["reduce:raynauds", "Reduces Raynaud's", "reduce-raynauds", false],
    ],
  );
});

test("gatherBenefits: a renamed target keeps its old pages' paths", () => {
  const targets = new Map([["stress", { label: "Stress", definition: null, formerly: ["tension"] }]]);
  const [stress] = gatherBenefits(RECORDS, targets, OPTIONS);
  assert.equal(stress?.formerUrls, ["/benefits/reduce-tension/"]);
});

test("gatherBenefits: therapies are counted in articles, neighbours are said beside it", () => {
  const [stress] = gatherBenefits(RECORDS, TARGETS, OPTIONS);
  assert.equal(stress?.therapies, [
    { id: "massage", articleCount: 1 },
    { id: "yoga", articleCount: 1 },
  ]);
  assert.equal(stress?.neighbours, ["improve:adhd"]);
});

test("gatherTopics: an id the data does not know still has a name", () => {
  const [yoga, massage] = gatherTopics("therapy", RECORDS, new Map(), OPTIONS);
  assert.equal(
    [yoga?.id, yoga?.label, yoga?.articleIds, massage?.id],
    ["yoga", "Yoga", ["a", "c"], "massage"],
  );
});

test("buildMatrix: a cell is hedged when every article hedges", () => {
  const benefits = gatherBenefits(RECORDS, TARGETS, OPTIONS);
  const { cells } = buildMatrix(benefits, gatherTopics("therapy", RECORDS, new Map(), OPTIONS));
  assert.equal(
    cells
      .filter(({ benefit }) => benefit === "reduce:stress")
      .map(({ therapy, articleIds, isHedged }) => [therapy, articleIds, isHedged]),
    [
      ["massage", ["b"], true],
      ["yoga", ["a"], false],
    ],
  );
});

test("gatherBenefits: one passage an article, a sentence before a heading; objections beside them", () => {
  const one = record("a", ["yoga"], ["reduce:stress", "reduce:stress"]);
  const [heading, sentence] = one.benefits as [ArticleBenefit, ArticleBenefit];
  const said = {
    ...one,
    benefits: [
      { ...heading, kind: "explicit" as const, heading: "Calm", evidence: "Calm" },
      { ...sentence, kind: "explicit" as const, heading: "Calmer", evidence: "It eases stress." },
    ],
  };
  const denial = {
    canonical: "reduce:stress",
    evidence: "It does not.",
    line: 3,
    anchor: "x",
    kind: "denied" as const,
  };
  const other = { ...record("b", ["massage"], []), against: [denial] };
  const [stress] = gatherBenefits([said, other], TARGETS, OPTIONS);
  assert.equal(
    stress?.mentions.map(({ articleId, benefit }) => [articleId, benefit.evidence]),
    [["a", "It eases stress."]],
  );
  assert.equal(
    stress?.against.map(({ articleId }) => articleId),
    ["b"],
  );
  const matrix = buildMatrix(
    [...(stress ? [stress] : [])],
    gatherTopics("therapy", [said, other], new Map(), OPTIONS),
  );
  assert.equal(
    matrix.cells.map(({ therapy, articleIds, againstIds }) => [therapy, articleIds, againstIds]),
    [
      ["massage", [], ["b"]],
      ["yoga", ["a"], []],
    ],
  );
});

/** An article on yoga and massage with passages on stress, each said of some therapies. */
function ofTwo(...said: readonly Partial<ArticleBenefit>[]): ArticleRecord {
  const one = record("two", ["yoga", "massage"], []);
  const benefits = said.map(
    (given, index) =>
      ({ canonicals: ["reduce:stress"], line: index + 1, hedged: false, ...given }) as ArticleBenefit,
  );
  return { ...one, benefits };
}

test("gatherBenefits: what an article on two therapies says of one is the other's nowhere", () => {
  const two = ofTwo({ therapies: ["yoga"] });
  const records = [two, record("b", ["massage"], ["improve:adhd"])];
  const benefits = gatherBenefits(records, TARGETS, OPTIONS);
  const stress = benefits.find(({ id }) => id === "reduce:stress");
  assert.equal(stress?.therapies, [{ id: "yoga", articleCount: 1 }]);
  const topics = gatherTopics("therapy", records, new Map(), OPTIONS);
  assert.equal(
    topics.map(({ id, articleIds, benefits: said }) => [id, articleIds, said.map((one) => one.id)]),
    [
      ["massage", ["two", "b"], ["improve:adhd"]],
      ["yoga", ["two"], ["reduce:stress"]],
    ],
  );
  assert.equal(
    buildMatrix(benefits, topics).cells.map(({ therapy, benefit }) => [therapy, benefit]),
    [
      ["massage", "improve:adhd"],
      ["yoga", "reduce:stress"],
    ],
  );
});

test("gatherBenefits: two passages of an article stand where they are on other therapies, and count once", () => {
  const mentionsOf = (...said: readonly Partial<ArticleBenefit>[]) => {
    const [stress] = gatherBenefits([ofTwo(...said)], TARGETS, { ...OPTIONS, pageFrom: 2 });
    assert.not.ok(stress?.hasPage, "one article is no reason for a page");
    return stress?.mentions.map(({ benefit, therapies }) => [benefit.line, therapies]);
  };
  assert.equal(mentionsOf({ therapies: ["yoga"] }, { therapies: ["massage"] }), [
    [1, ["yoga"]],
    [2, ["massage"]],
  ]);
  assert.equal(mentionsOf({ therapies: ["yoga"] }, {}), [
    [1, ["yoga"]],
    [2, ["massage"]],
  ]);
  assert.equal(mentionsOf({}, { therapies: ["massage"] }), [[1, ["yoga", "massage"]]]);
  assert.equal(mentionsOf({ therapies: [] }, { therapies: ["massage"] }), [[2, ["massage"]]]);
  assert.equal(mentionsOf({ therapies: [] }, { therapies: [] }), [[1, []]]);
});

test("gatherBenefits: an article denies of one therapy what it says of another", () => {
  const denial = {
    canonical: "reduce:stress",
    evidence: "No.",
    line: 9,
    anchor: "x",
    kind: "denied" as const,
  };
  const against = (therapies: readonly string[] | undefined, second?: readonly string[]) => {
    const two = {
      ...ofTwo({ therapies: ["yoga"] }),
      against: [
        { ...denial, ...(therapies ? { therapies } : {}) },
        ...(second ? [{ ...denial, line: 12, therapies: second }] : []),
      ],
    };
    const [stress] = gatherBenefits([two], TARGETS, OPTIONS);
    return stress?.against.map((one) => [one.denial.line, one.therapies]);
  };
  assert.equal(against(["massage"]), [[9, ["massage"]]]);
  assert.equal(against(["yoga"]), []);
  assert.equal(against(undefined), []);
  assert.equal(against(["massage"], ["massage"]), [[9, ["massage"]]]);
});

test.run();
