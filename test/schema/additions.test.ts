import { test } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem } from "../../plugins/problem.ts";
import { gatherAdditions, readAdditions, toGraph } from "../../plugins/schema/index.ts";
import { testSite } from "./fixture.ts";
import { say } from "./say.ts";

const PLACE = { file: "a.md", line: 4 };
const problemsOf = (value: unknown) => readAdditions(value, PLACE).problems.map(formatProblem);

function graphWith(value: unknown, body = "") {
  const { additions, problems } = readAdditions(value, PLACE);
  assert.equal(problems, []);
  const { context, views } = testSite({
    articles: [{ id: "a", body, front: "tags: [sleep]\nconditions: [insomnia]" }],
    additions: new Map([["a", additions]]),
  });
  return toGraph(views.byUrl.get("/a/") as never, context);
}

test("additions: facts of the page and of the article", () => {
  const graph = graphWith({
    page: { specialty: { "@id": "https://schema.org/Nursing" } },
    article: { alternativeHeadline: "A walk" },
  });
  assert.match(say(graph, ["MedicalWebPage"]), / {2}specialty: → schema:Nursing\n/);
  assert.match(say(graph, ["BlogPosting"]), / {2}alternativeHeadline: A walk\n/);
});

test("additions: what is there stays, what is added follows", () => {
  const graph = graphWith({ article: { keywords: ["walking", "rest"] } });
  assert.match(
    say(graph, ["BlogPosting"]),
    / {2}keywords: sleep\n {2}keywords: walking\n {2}keywords: rest\n/,
  );
});

test("additions: a node of its own, by a fragment of this page", () => {
  const graph = graphWith({
    nodes: [
      {
        "@type": "VideoObject",
        "@id": "#video",
        name: "V",
        thumbnailUrl: "https://example.org/v.jpg",
        uploadDate: "2026-01-01",
      },
    ],
    article: { video: { "@id": "#video" } },
  });
  assert.match(say(graph), /VideoObject \/a\/#video\n/);
  assert.match(say(graph), /video: → \/a\/#video\n/);
});

test("additions: a node cannot take the place of ours", () => {
  const graph = graphWith({
    nodes: [{ "@type": "Organization", "@id": "https://example.org/#organization", name: "Other" }],
  });
  assert.not.match(say(graph), /Other/);
});

test("additions: the aspect of a section whose heading does not tell", () => {
  const graph = graphWith(
    { aspects: { "an-evening-in-bed": "LivingWith" } },
    "## An evening in bed\n\nText.\n",
  );
  assert.match(say(graph), /HealthTopicContent \/a\/#an-evening-in-bed[\s\S]*schema:LivingWithHealthAspect/);
});

let deep: object = { "@type": "Thing" };
for (let level = 0; level < 20; level++) deep = { "@type": "Thing", about: deep };

for (const [value, expected] of [
  ["x", 'a.md:4: schema: expected page, article, nodes, aspects, received "x".'],
  [{ pages: {} }, 'a.md:4: schema: expected page, article, nodes, aspects, received "pages".'],
  [{ page: [] }, "a.md:4: schema.page: expected properties of schema.org and their values, received []."],
  [
    { article: { headline: "X" } },
    'a.md:4: schema.article.headline: expected a property that the page does not say itself, received "headline".',
  ],
  [
    { page: { reviewedBy: "X" } },
    'a.md:4: schema.page.reviewedBy: expected a property that the page does not say itself, received "reviewedBy".',
  ],
  [
    { article: { aggregateRating: 5 } },
    'a.md:4: schema.article.aggregateRating: expected no ratings, reviews or claims of treatment, received "aggregateRating".',
  ],
  [
    { article: { about: { "@type": "MedicalCondition", name: "X", possibleTreatment: "Y" } } },
    'a.md:4: schema.article.about.possibleTreatment: expected no ratings, reviews or claims of treatment, received "possibleTreatment".',
  ],
  [
    { nodes: [{ "@type": "HowTo", name: "X" }] },
    'a.md:4: schema.nodes.0: expected no ratings, reviews, HowTo or FAQPage, received "HowTo".',
  ],
  [
    { nodes: [{ name: "X" }] },
    'a.md:4: schema.nodes.0: expected a node with "@type", received {"name":"X"}.',
  ],
  [{ nodes: {} }, "a.md:4: schema.nodes: expected a list of nodes, received {}."],
  [
    { article: { "@context": "x" } },
    'a.md:4: schema.article.@context: expected a property of schema.org, received "@context".',
  ],
  [
    { article: { about: { name: "X" } } },
    'a.md:4: schema.article.about: expected a node with "@type" or "@id", received {"name":"X"}.',
  ],
  [
    { article: { about: null } },
    "a.md:4: schema.article.about: expected text, a number, true, false, a node or a list of these, received null.",
  ],
  [
    { aspects: { a: "Benefit" } },
    /^a\.md:4: schema\.aspects\.a: expected one of Allergies, .*, received "Benefit"\.$/,
  ],
] as const) {
  test(`additions: ${JSON.stringify(value)} is refused`, () => {
    const [problem = "", ...more] = problemsOf(value);
    if (expected instanceof RegExp) assert.match(problem, expected);
    else assert.is(problem, expected);
    assert.equal(more, []);
  });
}

test("additions: a bottomless value is refused, not followed", () => {
  assert.match(problemsOf({ article: { about: deep } })[0] ?? "", /expected at most 8 levels/);
});

test("additions: a refused property leaves the others", () => {
  const { additions } = readAdditions({ article: { headline: "X", abstract: "Y" } }, PLACE);
  assert.equal(additions.article, { abstract: "Y" });
});

test("gatherAdditions: those of all articles, and every fault with its file", () => {
  const { records } = testSite({ articles: [{ id: "a" }, { id: "b" }, { id: "c" }] });
  const said = [{ article: { abstract: "A" } }, null, { article: { headline: "C" } }];
  const given = records.map((record, index) => {
    const frontMatter = { ...record.article.frontMatter, schema: said[index] };
    return { ...record, article: { ...record.article, frontMatter } };
  });
  const { additions, problems } = gatherAdditions(given);
  assert.equal([...additions.keys()], ["a", "c"]);
  assert.equal(
    problems.map(({ file, field }) => `${file} ${field}`),
    ["c.md schema.article.headline"],
  );
});

test.run();
