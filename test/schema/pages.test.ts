import { test } from "uvu";
import * as assert from "uvu/assert";
import { toGraph } from "../../plugins/schema/index.ts";
import { PEOPLE, type TestSite, testSite } from "./fixture.ts";
import { say } from "./say.ts";

/** Two articles on massage, one of them on insomnia too. */
const SITE: TestSite = {
  articles: [
    {
      id: "a",
      front:
        "title: On massage\ntherapies: [massage-therapy]\nconditions: [insomnia]\ntags: [sleep]\ndate: 2026-01-03",
      body: "## Calm\n\nText.\n\nAgain.\n",
      benefits: { Calm: "improve:calm", "Again.": "improve:calm" },
    },
    {
      id: "b",
      front:
        "title: More massage\nauthor: press\ntherapies: [massage-therapy]\nreviewedBy: reviewer\nreviewed: 2026-02-01",
    },
  ],
  pages: ["/about/", "/contact/", "/privacy/"],
};

function said(url: string, types?: readonly string[], site: TestSite = {}): string {
  const { context, views } = testSite({ ...SITE, ...site });
  const view = views.byUrl.get(url);
  assert.ok(view, `no page ${url}`);
  return say(toGraph(view, context), types);
}

test("home: the site, its publisher and the latest articles", () => {
  const people = {
    ...PEOPLE,
    press: {
      type: "Organization",
      name: "Rest Press",
      sameAs: ["https://social.example/rest"],
      image: { src: "/logo.png", alt: "" },
    },
  } as const;
  assert.is(
    said("/", undefined, { people, site: { description: "Plain guides." } }),
    `
WebPage /
  url: /
  name: Rest
  description: Plain guides.
  inLanguage: en
  isPartOf: → /#website
  about: → /#organization
  mainEntity: → /#list
WebSite /#website
  url: /
  name: Rest
  inLanguage: en
  publisher: → /#organization
  description: Plain guides.
Organization /#organization
  name: Rest Press
  url: /
  logo: ImageObject /#logo
    url: /logo.png
    contentUrl: /logo.png
  sameAs: https://social.example/rest
ItemList /#list
  name: Latest articles
  numberOfItems: 2
  itemListOrder: schema:ItemListUnordered
  itemListElement: ListItem
    position: 1
    name: On massage
    url: /a/
    item: BlogPosting /a/#article
      url: /a/
      headline: On massage
      datePublished: 2026-01-03T00:00:00Z
      author: → /authors/writer/#person
  itemListElement: ListItem
    position: 2
    name: More massage
    url: /b/
    item: BlogPosting /b/#article
      url: /b/
      headline: More massage
      datePublished: 2026-01-02T00:00:00Z
      author: → /#organization
Person /authors/writer/#person
  name: Sample Author
  url: /authors/writer/
`,
  );
});

test("home: older pages are collections that do not tell the publisher's story again", () => {
  const text = said("/page/2/", undefined, { site: { pageSize: 1, description: "Plain guides." } });
  assert.match(text, /^\nCollectionPage \/page\/2\/\n/);
  assert.match(text, /ItemList \/page\/2\/#list/);
  assert.not.match(text, /about:/);
});

test("home: without articles there is no list", () => {
  assert.not.match(said("/", undefined, { articles: [] }), /ItemList|mainEntity/);
});

test("benefit: a term of the site's list, and each article once", () => {
  assert.is(
    said("/benefits/improve-calm/", [
      "CollectionPage+MedicalWebPage",
      "DefinedTerm",
      "ItemList",
      "MedicalTherapy",
    ]),
    `
CollectionPage+MedicalWebPage /benefits/improve-calm/
  url: /benefits/improve-calm/
  name: Improves calm
  description: Improves calm. What our articles say may help with this, in their own words. We gather claims; we do not vouch for them.
  inLanguage: en
  isPartOf: → /#website
  breadcrumb: → /benefits/improve-calm/#breadcrumb
  about: → /benefits/improve-calm/#term
  mainEntity: → /benefits/improve-calm/#list
  mentions: → /therapies/massage-therapy/#therapy
DefinedTerm /benefits/improve-calm/#term
  name: Improves calm
  url: /benefits/improve-calm/
  inDefinedTermSet: DefinedTermSet /benefits/#set
    name: Benefits
    url: /benefits/
ItemList /benefits/improve-calm/#list
  name: What our articles say
  numberOfItems: 1
  itemListOrder: schema:ItemListUnordered
  itemListElement: ListItem
    position: 1
    name: On massage
    url: /a/#calm
    item: BlogPosting /a/#article
      url: /a/
      headline: On massage
      datePublished: 2026-01-03T00:00:00Z
MedicalTherapy /therapies/massage-therapy/#therapy
  name: Massage therapy
  url: /therapies/massage-therapy/
`,
  );
});

test("benefit: on a later page the term keeps the id of the first", () => {
  const { context, views } = testSite(SITE);
  const first = views.byUrl.get("/benefits/improve-calm/");
  assert.ok(first?.kind === "benefit");
  const url = "/benefits/improve-calm/page/2/";
  const pager = { current: 2, total: 2, previous: null, next: null, pages: [] };
  const text = say(toGraph({ ...first, url, canonical: `https://example.org${url}`, pager }, context));
  assert.match(text, /about: → \/benefits\/improve-calm\/#term\n/);
  assert.match(text, /DefinedTerm \/benefits\/improve-calm\/#term\n/);
  assert.match(text, /ItemList \/benefits\/improve-calm\/page\/2\/#list\n/);
});

test("benefits: the site's own set of terms", () => {
  assert.is(
    said("/benefits/", ["CollectionPage+MedicalWebPage", "DefinedTermSet"]),
    `
CollectionPage+MedicalWebPage /benefits/
  url: /benefits/
  name: Benefits
  description: Every benefit our articles speak of, with the passages that say so. These are the articles’ claims, not findings of ours.
  inLanguage: en
  isPartOf: → /#website
  breadcrumb: → /benefits/#breadcrumb
  mainEntity: → /benefits/#set
DefinedTermSet /benefits/#set
  name: Benefits
  url: /benefits/
  hasDefinedTerm: DefinedTerm /benefits/improve-calm/#term
    name: Improves calm
    url: /benefits/improve-calm/
`,
  );
});

for (const [url, entry] of [
  [
    "/therapies/",
    "Massage therapy\n    url: /therapies/massage-therapy/\n    item: MedicalTherapy /therapies/massage-therapy/#therapy\n      name: Massage therapy\n      url: /therapies/massage-therapy/\n",
  ],
  [
    "/conditions/",
    "Insomnia\n    url: /conditions/insomnia/\n    item: MedicalCondition /conditions/insomnia/#condition\n      name: Insomnia\n      url: /conditions/insomnia/\n",
  ],
  ["/tags/", "sleep\n    url: /tags/sleep/\n"],
] as const) {
  test(`index: ${url} is a list of its terms`, () => {
    const list = said(url, ["ItemList"]);
    assert.ok(list.endsWith(`  itemListElement: ListItem\n    position: 1\n    name: ${entry}`), list);
  });
}

const TREATED = {
  insomnia: {
    label: "Insomnia",
    description: "Trouble sleeping.",
    codes: [{ system: "MeSH", value: "D007319" }],
    treatments: [
      { therapy: "massage-therapy", source: "https://health.example/insomnia" },
      { therapy: "cbt", source: "https://health.example/cbt" },
    ],
  },
};
const THERAPIES = { "massage-therapy": { label: "Massage therapy" }, cbt: { label: "Talking therapy" } };

test("condition: the entity, its treatments with their sources, and the articles about it", () => {
  const text = said("/conditions/insomnia/", ["MedicalWebPage", "MedicalCondition", "MedicalTherapy"], {
    conditions: TREATED,
    therapies: THERAPIES,
  });
  assert.is(
    text,
    `
MedicalWebPage /conditions/insomnia/
  url: /conditions/insomnia/
  name: Insomnia
  description: Trouble sleeping.
  inLanguage: en
  isPartOf: → /#website
  breadcrumb: → /conditions/insomnia/#breadcrumb
  publisher: → /#organization
  about: → /conditions/insomnia/#condition
  mainEntity: → /conditions/insomnia/#condition
  medicalAudience: MedicalAudience
    audienceType: General public
  hasPart: HealthTopicContent /conditions/insomnia/#v_treatments
    url: /conditions/insomnia/#v_treatments
    name: Named as a treatment
    hasHealthAspect: → schema:TreatmentsHealthAspect
    about: → /conditions/insomnia/#condition
  citation: WebPage
    url: https://health.example/insomnia
MedicalCondition /conditions/insomnia/#condition
  name: Insomnia
  url: /conditions/insomnia/
  code: MedicalCode
    codeValue: D007319
    codingSystem: MeSH
  description: Trouble sleeping.
  possibleTreatment: → /therapies/massage-therapy/#therapy
  subjectOf: BlogPosting /a/#article
    url: /a/
    headline: On massage
    datePublished: 2026-01-03T00:00:00Z
    author: → /authors/writer/#person
MedicalTherapy /therapies/massage-therapy/#therapy
  name: Massage therapy
  url: /therapies/massage-therapy/
`,
  );
});

test("therapy: the entity with the articles about it, and no claim of treatment", () => {
  const text = said("/therapies/massage-therapy/", undefined, { conditions: TREATED });
  assert.match(text, /mainEntity: → \/therapies\/massage-therapy\/#therapy/);
  assert.match(text, /subjectOf: BlogPosting \/a\/#article[\s\S]*subjectOf: BlogPosting \/b\/#article/);
  assert.not.match(text, /reatment|\n {2}benefits/);
});

test("author: the person with all that the page shows", () => {
  const people = {
    ...PEOPLE,
    writer: {
      name: "Sample Author",
      honorificSuffix: "RN",
      jobTitle: "Health writer",
      description: "Writes on sleep.",
      credentials: [{ name: "Registered Nurse", recognizedBy: "Example Council", number: "12" }],
      sameAs: ["https://orcid.org/0000-0000-0000-0000"],
      image: { src: "/writer.jpg", alt: "Portrait" },
    },
  };
  assert.is(
    said("/authors/writer/", ["ProfilePage", "Person"], { people }),
    `
ProfilePage /authors/writer/
  url: /authors/writer/
  name: Sample Author
  description: Writes on sleep.
  inLanguage: en
  isPartOf: → /#website
  breadcrumb: → /authors/writer/#breadcrumb
  mainEntity: → /authors/writer/#person
  hasPart: BlogPosting /a/#article
    url: /a/
    headline: On massage
    datePublished: 2026-01-03T00:00:00Z
    author: → /authors/writer/#person
Person /authors/writer/#person
  name: Sample Author
  url: /authors/writer/
  honorificSuffix: RN
  jobTitle: Health writer
  description: Writes on sleep.
  sameAs: https://orcid.org/0000-0000-0000-0000
  hasCredential: EducationalOccupationalCredential
    name: Registered Nurse
    identifier: 12
    recognizedBy: Organization
      name: Example Council
`,
  );
});

test("author: the publisher's profile is about the organisation of every page", () => {
  const text = said("/authors/press/");
  assert.match(text, /mainEntity: → \/#organization/);
  assert.is(text.match(/\nOrganization /g)?.length, 1);
});

test("author: a name that stands for nobody has a list of articles, and no profile", () => {
  const text = said("/authors/writer/", undefined, {
    people: { ...PEOPLE, writer: { name: "Staff Writer" } },
  });
  assert.match(text, "CollectionPage /authors/writer/");
  assert.not.match(text, /ProfilePage|mainEntity/);
});

test("author: a reviewer without articles has a profile", () => {
  assert.match(
    said("/authors/reviewer/"),
    /Person \/authors\/reviewer\/#person\n {2}name: Sample Reviewer\n {2}url: \/authors\/reviewer\/\n {2}honorificSuffix: RMT\n/,
  );
});

test("authors: everybody, with what the page shows of them", () => {
  const list = said("/authors/", ["ItemList"]);
  assert.match(list, /numberOfItems: 3/);
  assert.match(
    list,
    /name: Sample Author\n {4}url: \/authors\/writer\/\n {4}item: → \/authors\/writer\/#person/,
  );
});

test("tag: its articles", () => {
  const text = said("/tags/sleep/");
  assert.match(text, /^\nCollectionPage \/tags\/sleep\//);
  assert.match(text, /ItemList \/tags\/sleep\/#list\n {2}name: sleep\n {2}numberOfItems: 1\n/);
});

test("matrix: a table that ties nothing to anything", () => {
  assert.is(
    said("/matrix/", ["MedicalWebPage", "Table", "DefinedTerm"]),
    `
MedicalWebPage /matrix/
  url: /matrix/
  name: Therapies and benefits
  description: Which therapy our articles mention with which benefit. A number counts articles; it says nothing about strength of evidence.
  inLanguage: en
  isPartOf: → /#website
  breadcrumb: → /matrix/#breadcrumb
  mainEntity: → /matrix/#table
  mentions: → /therapies/massage-therapy/#therapy
  mentions: → /benefits/improve-calm/#term
  medicalAudience: MedicalAudience
    audienceType: General public
Table /matrix/#table
  name: Therapies and benefits
DefinedTerm /benefits/improve-calm/#term
  name: Improves calm
  url: /benefits/improve-calm/
  inDefinedTermSet: /benefits/
`,
  );
});

for (const [url, type] of [
  ["/about/", "AboutPage"],
  ["/contact/", "ContactPage"],
  ["/privacy/", "WebPage"],
  ["/search/", "SearchResultsPage"],
] as const) {
  test(`standing page: ${url} is a ${type}`, () => assert.ok(said(url).startsWith(`\n${type} ${url}\n`)));
}

test("standing page: its type is the owner's to set", () => {
  const text = said("/privacy/", undefined, { options: { pageTypes: { "/privacy/": "AboutPage" } } });
  assert.ok(text.startsWith("\nAboutPage /privacy/\n"));
});

for (const [policies, pages, expected] of [
  [{}, [], []],
  [{}, ["/editorial-policy/"], ["publishingPrinciples: /editorial-policy/"]],
  [{ publishingPrinciples: null }, ["/editorial-policy/"], []],
  [{ ownershipFundingInfo: "/about/#funding" }, ["/about/"], ["ownershipFundingInfo: /about/#funding"]],
  [{ ownershipFundingInfo: "/gone/" }, ["/about/"], []],
] as const) {
  test(`policies: ${JSON.stringify(policies)} with pages ${pages.join(", ") || "none"} says ${expected.join() || "nothing"}`, () => {
    const text = said("/search/", ["Organization"], { pages, options: { policies } });
    assert.equal(text.match(/(?:publishing|corrections|ownership)\w+: \S+/g) ?? [], [...expected]);
  });
}

test("404 and redirects say nothing", () => {
  const { context, views } = testSite({ articles: [{ id: "a", front: "redirectFrom: /old/" }] });
  for (const url of ["/404.html", "/old/"]) assert.is(toGraph(views.byUrl.get(url) as never, context), null);
});

test("titles with quotes, tags and other scripts come through as they are", () => {
  const title = 'A "quiet" <b>night</b> & 睡眠';
  const text = said("/x/", ["BlogPosting"], { articles: [{ id: "x", front: `title: '${title}'` }] });
  assert.ok(text.includes(`headline: ${title}\n`));
});

test.run();
