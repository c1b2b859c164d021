import { test } from "uvu";
import * as assert from "uvu/assert";
import {
  type ArticleFactsOptions,
  articleFacts,
  schemaContext,
  toGraph,
} from "../../plugins/schema/index.ts";
import { testSite } from "./fixture.ts";
import { say } from "./say.ts";

const { context: corpus, records } = testSite({
  articles: [
    {
      id: "a",
      front: `title: 1 benefit of massage
description: One way.
updated: 2026-02-03
therapies: [massage-therapy]
tags: [sleep]
sponsor: Oil Ltd
reviewedBy: reviewer
reviewed: 2026-02-01
image: { src: /a.png, alt: A }
sources: [S]`,
      body: "## Benefits\n\n### Calm\n\nText.\n",
      benefits: { Calm: "improve:calm" },
      related: ["b"],
      offers: ["b"],
    },
    { id: "b" },
  ],
});

/** The graph of the article on a site with its own layouts: no set of pages is known. */
function graphOf(options?: ArticleFactsOptions) {
  const record = records[0];
  assert.ok(record);
  return toGraph(articleFacts(record, corpus, options), schemaContext(corpus));
}

test("articleFacts: by default only what title and text show", () => {
  assert.is(
    say(graphOf()),
    `
MedicalWebPage /a/
  url: /a/
  name: 1 benefit of massage
  description: One way.
  inLanguage: en
  isPartOf: → /#website
  mainEntity: → /a/#article
  about: → /a/#therapy-massage-therapy
  medicalAudience: MedicalAudience
    audienceType: General public
BlogPosting /a/#article
  mainEntityOfPage: → /a/
  isPartOf: → /#website
  headline: 1 benefit of massage
  description: One way.
  inLanguage: en
  publisher: → /#organization
  wordCount: 1
  isAccessibleForFree: true
  about: → /a/#therapy-massage-therapy
MedicalTherapy /a/#therapy-massage-therapy
  name: Massage therapy
  code: MedicalCode
    codeValue: D008405
    codingSystem: MeSH
  sameAs: https://id.nlm.nih.gov/mesh/D008405
WebSite /#website
  url: /
  name: Rest
  inLanguage: en
  publisher: → /#organization
Organization /#organization
  name: Rest Press
  url: /
`,
  );
});

for (const [part, shown] of [
  ["reviewer", /lastReviewed: 2026-02-01[\s\S]*Person \/a\/#person-reviewer/],
  ["credentials", /jobTitle: Health writer\n/],
  ["image", /ImageObject \/a\/#primaryimage/],
  ["sources", /citation: CreativeWork\n {4}name: S/],
  ["related", /relatedLink: \/b\/\n/],
  ["offers", /relatedLink: \/b\/\n/],
  ["tags", /keywords: sleep\n/],
  ["readingTime", /timeRequired: PT1M\n/],
  ["sponsor", /sponsor: Organization\n {4}name: Oil Ltd/],
  ["anchors", /HealthTopicContent \/a\/#benefits[\s\S]*numberOfItems: 1/],
] as const) {
  test(`articleFacts: ${part} is said when the layout shows it, and not before`, () => {
    assert.match(say(graphOf({ shows: { [part]: true } })), shown);
    assert.not.match(say(graphOf()), shown);
  });
}

test("articleFacts: neither people nor dates until the layout is said to show them", () => {
  assert.not.match(say(graphOf()), /author|Person|date/);
  assert.match(
    say(graphOf({ shows: { author: true, dates: true } })),
    /dateModified: 2026-02-03T00:00:00Z[\s\S]*author: → \/a\/#person-writer/,
  );
});

test("articleFacts: a therapy of the front matter that nothing on the page names is not its topic", () => {
  const { context, records } = testSite({
    articles: [
      { id: "a", front: "title: We have moved\ntherapies: [massage-therapy]", body: "Come and see." },
    ],
  });
  const record = records[0];
  assert.ok(record);
  const pages = { therapy: () => "/massage/" };
  const saidBy = (shows: ArticleFactsOptions["shows"]): string =>
    say(toGraph(articleFacts(record, context, { shows, pages }), schemaContext(context)));
  assert.match(saidBy({}), /^\nWebPage \/a\/\n(?![\s\S]*Therapy)/);
  assert.match(saidBy({ topics: true }), /^\nMedicalWebPage [\s\S]*MedicalTherapy \/massage\/#therapy/);
});

test("articleFacts: what has a page of its own is linked there", () => {
  const pages = {
    person: (id: string) => `/team/${id}/`,
    therapy: (id: string) => (id === "massage-therapy" ? "/massage/" : null),
    benefit: () => "/good-for/calm/",
  };
  const text = say(graphOf({ shows: { author: true, topics: true, anchors: true }, pages }));
  assert.match(text, /Person \/team\/writer\/#person\n {2}name: Sample Author\n {2}url: \/team\/writer\/\n/);
  assert.match(text, /MedicalTherapy \/massage\/#therapy\n/);
  // The site has no index of benefits that we know of: the term names no set.
  assert.match(
    text,
    /keywords: DefinedTerm \/good-for\/calm\/#term\n {4}name: Calm\n {4}url: \/good-for\/calm\/\n {2}wordCount/,
  );
});

test("articleFacts: the breadcrumb the layout shows", () => {
  const breadcrumb = [
    { name: "Home", url: "/" },
    { name: "1 benefit of massage", url: "/a/" },
  ];
  assert.match(say(graphOf({ breadcrumb })), /BreadcrumbList \/a\/#breadcrumb/);
});

test.run();
