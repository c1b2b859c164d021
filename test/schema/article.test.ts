import { test } from "uvu";
import * as assert from "uvu/assert";
import { type GraphNode, toGraph } from "../../plugins/schema/index.ts";
import { effortMs } from "../effort.ts";
import { PEOPLE, type TestArticle, type TestSite, testSite } from "./fixture.ts";
import { say } from "./say.ts";

function graphOf(article: TestArticle, site: TestSite = {}) {
  const others = site.articles ?? [];
  const { context, views } = testSite({ ...site, articles: [article, ...others] });
  const graph = toGraph(views.byUrl.get(`/${article.id}/`) as never, context);
  assert.ok(graph);
  return graph;
}

function node(article: TestArticle, type: string, site: TestSite = {}): GraphNode {
  const found = graphOf(article, site)["@graph"].find((each) => [each["@type"]].flat().includes(type));
  assert.ok(found, `no ${type}`);
  return found;
}

test("article: a listicle, word for word", () => {
  const graph = graphOf(
    {
      id: "massage",
      front: `title: 2 benefits of massage for insomnia
description: Two ways.
updated: 2026-02-03T10:00:00Z
therapies: [massage-therapy]
conditions: [insomnia]
tags: [sleep]`,
      body: "Lead.\n\n## Benefits of massage\n\n### Eases stress\n\nText.\n\n### Better sleep\n\nText.\n\n## When to see a doctor\n\nSoon.\n",
      benefits: { "Eases stress": "reduce:stress", "Better sleep": "improve:sleep" },
      related: ["other"],
    },
    { articles: [{ id: "other" }], pages: ["/editorial-policy/"] },
  );
  assert.is(
    say(graph, ["MedicalWebPage", "BlogPosting"]),
    `
MedicalWebPage /massage/
  url: /massage/
  name: 2 benefits of massage for insomnia
  description: Two ways.
  inLanguage: en
  isPartOf: → /#website
  breadcrumb: → /massage/#breadcrumb
  datePublished: 2026-01-02T00:00:00Z
  dateModified: 2026-02-03T10:00:00Z
  mainEntity: → /massage/#article
  about: → /therapies/massage-therapy/#therapy
  about: → /conditions/insomnia/#condition
  medicalAudience: MedicalAudience
    audienceType: General public
  speakable: SpeakableSpecification
    cssSelector: #v_summary
  relatedLink: /other/
BlogPosting /massage/#article
  mainEntityOfPage: → /massage/
  isPartOf: → /#website
  headline: 2 benefits of massage for insomnia
  description: Two ways.
  inLanguage: en
  datePublished: 2026-01-02T00:00:00Z
  dateModified: 2026-02-03T10:00:00Z
  author: → /authors/writer/#person
  publisher: → /#organization
  articleSection: sleep
  keywords: DefinedTerm /benefits/reduce-stress/#term
    name: Reduces stress
    url: /benefits/reduce-stress/
    inDefinedTermSet: /benefits/
  keywords: DefinedTerm /benefits/improve-sleep/#term
    name: Improves sleep
    url: /benefits/improve-sleep/
    inDefinedTermSet: /benefits/
  keywords: sleep
  wordCount: 4
  timeRequired: PT1M
  isAccessibleForFree: true
  about: → /therapies/massage-therapy/#therapy
  about: → /conditions/insomnia/#condition
  publishingPrinciples: /editorial-policy/
  hasPart: HealthTopicContent /massage/#benefits-of-massage
    url: /massage/#benefits-of-massage
    name: Benefits of massage
    hasHealthAspect: → schema:BenefitsHealthAspect
    about: → /therapies/massage-therapy/#therapy
    mainEntity: ItemList /massage/#benefits-list
      name: Benefits of massage
      numberOfItems: 2
      itemListOrder: schema:ItemListUnordered
      itemListElement: ListItem
        position: 1
        name: Eases stress
        url: /massage/#eases-stress
      itemListElement: ListItem
        position: 2
        name: Better sleep
        url: /massage/#better-sleep
  hasPart: HealthTopicContent /massage/#when-to-see-a-doctor
    url: /massage/#when-to-see-a-doctor
    name: When to see a doctor
    hasHealthAspect: → schema:SeeDoctorHealthAspect
    about: → /conditions/insomnia/#condition
`,
  );
});

test("article: prose about nothing in particular, word for word", () => {
  assert.is(
    say(
      graphOf(
        { id: "walk", body: "We walked." },
        { people: { ...PEOPLE, press: { type: "Organization", name: "Rest Press" } } },
      ),
    ),
    `
WebPage /walk/
  url: /walk/
  name: walk
  description: We walked.
  inLanguage: en
  isPartOf: → /#website
  breadcrumb: → /walk/#breadcrumb
  datePublished: 2026-01-02T00:00:00Z
  dateModified: 2026-01-02T00:00:00Z
  mainEntity: → /walk/#article
BlogPosting /walk/#article
  mainEntityOfPage: → /walk/
  isPartOf: → /#website
  headline: walk
  description: We walked.
  inLanguage: en
  datePublished: 2026-01-02T00:00:00Z
  dateModified: 2026-01-02T00:00:00Z
  author: → /authors/writer/#person
  publisher: → /#organization
  wordCount: 2
  timeRequired: PT1M
  isAccessibleForFree: true
Person /authors/writer/#person
  name: Sample Author
  url: /authors/writer/
  jobTitle: Health writer
BreadcrumbList /walk/#breadcrumb
  itemListElement: ListItem
    position: 1
    name: Home
    item: /
  itemListElement: ListItem
    position: 2
    name: walk
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

const REVIEWED = "reviewedBy: reviewer\nreviewed: 2026-02-01";

test("article: a review has its reviewer and its day", () => {
  const page = node({ id: "a", front: REVIEWED }, "MedicalWebPage");
  assert.equal(page.reviewedBy, { "@id": "https://example.org/authors/reviewer/#person" });
  assert.is(page.lastReviewed, "2026-02-01");
});

test("article: a review has a day and no hour, whatever the view says", () => {
  const { context, views } = testSite({ articles: [{ id: "a", front: REVIEWED }] });
  const view = views.byUrl.get("/a/");
  assert.ok(view?.kind === "article");
  const reviewed = { iso: "2026-02-01T10:00:00+01:00", text: "" };
  assert.match(say(toGraph({ ...view, reviewed }, context)), /lastReviewed: 2026-02-01\n/);
});

for (const [name, front, people] of [
  ["without a day", "reviewedBy: reviewer", PEOPLE],
  ["without a reviewer", "reviewed: 2026-02-01", PEOPLE],
  ["by the author", `author: reviewer\n${REVIEWED}`, PEOPLE],
  ["by a second author", `authors: [writer, reviewer]\nauthor: writer\n${REVIEWED}`, PEOPLE],
  ["by somebody unknown", "reviewedBy: ghost\nreviewed: 2026-02-01", PEOPLE],
  ["by the author under another id", REVIEWED, { ...PEOPLE, reviewer: { name: "Sample Author" } }],
  ["by nobody in particular", REVIEWED, { ...PEOPLE, reviewer: { name: "Staff" } }],
] as const) {
  test(`article: no review ${name}`, () => {
    const graph = graphOf({ id: "a", front }, { people });
    assert.not.match(say(graph), /lastReviewed|reviewedBy/);
  });
}

for (const name of ["admin", "Staff", "Editorial team", "Guest author", "n/a"]) {
  test(`article: an author called ${name} is no author`, () => {
    const graph = graphOf({ id: "a" }, { people: { ...PEOPLE, writer: { name } } });
    assert.is(
      graph["@graph"].some((each) => each["@type"] === "Person"),
      false,
    );
    assert.is(graph["@graph"].find((each) => each["@type"] === "BlogPosting")?.author, undefined);
  });
}

test("article: the publisher as author is the organisation of every page", () => {
  const graph = graphOf({ id: "a", front: "author: press" });
  assert.equal(graph["@graph"].find((each) => each["@type"] === "BlogPosting")?.author, {
    "@id": "https://example.org/#organization",
  });
  assert.is(graph["@graph"].filter((each) => each["@type"] === "Organization").length, 1);
});

test("article: a person who publishes their own blog is one node", () => {
  const graph = graphOf(
    { id: "a", front: "author: me" },
    { people: { me: { name: "Sample Blogger", jobTitle: "Nurse" } }, site: { publisher: "me" } },
  );
  assert.is(
    say(graph, ["Person"]),
    "\nPerson /authors/me/#person\n  name: Sample Blogger\n  url: /authors/me/\n  jobTitle: Nurse\n",
  );
});

test("article: a site without a publisher claims none", () => {
  assert.not.match(say(graphOf({ id: "a" }, { site: { publisher: "" } })), /publisher|Organization/);
});

// Where the benefits stand decides where their list hangs.
for (const [name, body, benefits, holder] of [
  ["h3 under one heading", "## Benefits\n\n### A a\n\n### B b\n", ["A a", "B b"], "section"],
  ["one h2 each", "## A a\n\n## B b\n", ["A a", "B b"], "article"],
  ["under two headings", "## Body\n\n### A a\n\n## Mind\n\n### B b\n", ["A a", "B b"], "article"],
  ["bold leads before any heading", "- **A a**: x\n- **B b**: y\n", ["A a", "B b"], "article"],
  [
    "bold leads under a heading",
    "## What it does\n\n- **A a**: x\n- **B b**: y\n",
    ["A a", "B b"],
    "section",
  ],
  [
    "below the title again",
    "# Title\n\n## Benefits\n\n### A a\n\n### B b\n\n## Safety\n",
    ["A a", "B b"],
    "section",
  ],
] as const) {
  test(`article: benefits ${name} are one list, held by the ${holder}`, () => {
    const post = node(
      {
        id: "a",
        body,
        benefits: Object.fromEntries(benefits.map((words) => [words, `improve:${words[0]}`])),
      },
      "BlogPosting",
    );
    const parts = [post.hasPart ?? []].flat() as GraphNode[];
    const held = parts.flatMap(({ mainEntity }) => mainEntity ?? []);
    const lists = [...held, post.mainEntity].filter(Boolean) as GraphNode[];
    assert.equal(
      lists.map(({ numberOfItems }) => numberOfItems),
      [2],
    );
    assert.is(held.length > 0 ? "section" : "article", holder);
    assert.ok(parts.every((part) => JSON.stringify(part).includes("HealthAspect")));
  });
}

// Half a list says what the article does not: a heading of its row that was not found to be a benefit leaves none.
for (const [name, title, body, benefits, listed] of [
  [
    "in the section on benefits, the whole row",
    "Rest",
    "## Benefits\n\n### Calm\n\n### 2. Purple\n\n### Sleep\n",
    ["Calm", "2. Purple", "Sleep"],
    ["Calm", "Purple", "Sleep"],
  ],
  [
    "in that section, none with a heading that was not found",
    "Rest",
    "## Benefits\n\n### Calm\n\n### 2. Purple\n\n### Sleep\n",
    ["Calm", "Sleep"],
    [],
  ],
  [
    "in that section, not what is on another aspect",
    "Rest",
    "## Benefits\n\n### Calm\n\n### Purple\n\n### Who should take care\n",
    ["Calm", "Purple"],
    ["Calm", "Purple"],
  ],
  [
    "under a title with a number, none while one is missing",
    "3 benefits of rest",
    "## Calm\n\n## Purple\n\n## Sleep\n\n## Tips\n",
    ["Calm", "Sleep"],
    [],
  ],
  [
    "when the number is found, nothing is added",
    "2 benefits of rest",
    "## Benefits\n\n### Calm\n\n### Sleep\n\n### Tips\n",
    ["Calm", "Sleep"],
    ["Calm", "Sleep"],
  ],
  [
    "in prose, scattered headings are no list",
    "Rest",
    "## Calm\n\n## Purple\n\n## Sleep\n",
    ["Calm", "Sleep"],
    [],
  ],
  [
    "in a section on something else, some of its headings are no list",
    "Rest",
    "## Tips\n\n### Calm\n\n### Purple\n",
    ["Calm"],
    [],
  ],
] as const) {
  test(`article: the list of benefits: ${name}`, () => {
    const found = Object.fromEntries(benefits.map((words) => [words, `improve:${words.toLowerCase()}`]));
    const graph = graphOf({ id: "a", front: `title: ${title}`, body, benefits: found });
    const items =
      JSON.stringify(graph).match(/"ListItem","position":\d+,"name":"(?!Home|\d|Rest)[^"]*/g) ?? [];
    assert.equal(
      items.map((item) => item.slice(item.lastIndexOf('"') + 1)),
      [...listed],
    );
  });
}

test("article: a benefit named twice is listed once", () => {
  const body = "## Benefits\n\n### Calm\n\n## More\n\n- **Calm**: again\n";
  const { context, views, records } = testSite({
    articles: [{ id: "a", body, benefits: { Calm: "improve:calm" } }],
  });
  const view = views.byUrl.get("/a/");
  assert.ok(view?.kind === "article" && records[0]);
  const twice = {
    ...view,
    benefits: [...view.benefits, { ...view.benefits[0], anchor: "other", number: 2 }],
  };
  assert.match(say(toGraph(twice as never, context)), /numberOfItems: 1\n/);
});

test("article: a therapy without a page of its own has an id here and no address", () => {
  const graph = graphOf(
    { id: "a", front: "therapies: [massage-therapy]", body: "Massage therapy is old." },
    { topicPageFrom: 2 },
  );
  assert.is(
    say(graph, ["MedicalTherapy"]),
    `
MedicalTherapy /a/#therapy-massage-therapy
  name: Massage therapy
  code: MedicalCode
    codeValue: D008405
    codingSystem: MeSH
  sameAs: https://id.nlm.nih.gov/mesh/D008405
`,
  );
  assert.not.match(say(graph), /\/therapies\//);
});

test("article: a therapy that the page names nowhere is not what it is about", () => {
  const graph = graphOf(
    { id: "a", front: "therapies: [massage-therapy]", body: "Rest." },
    { topicPageFrom: 2 },
  );
  assert.not.match(say(graph), /MedicalTherapy|about/);
});

test("article: a benefit whose page is not built is in the list and is no term", () => {
  const article = { id: "a", body: "## Calm\n", benefits: { Calm: "improve:calm" } };
  assert.match(say(graphOf(article)), /DefinedTerm/);
  const graph = graphOf(article, { without: ["benefit"] });
  assert.match(say(graph), /name: Calm/);
  assert.not.match(say(graph), /DefinedTerm|\/benefits\//);
});

test("article: without author pages, people have ids on the page and no address", () => {
  const graph = graphOf({ id: "a" }, { without: ["author"] });
  assert.is(
    say(graph, ["Person"]),
    "\nPerson /a/#person-writer\n  name: Sample Author\n  jobTitle: Health writer\n",
  );
});

test("article: an image with its caption, credit and size", () => {
  const front = 'image: { src: "/a b.png", alt: A, caption: Hands, credit: "Photo: P" }';
  const { context, views } = testSite({ articles: [{ id: "a", front }] });
  const view = views.byUrl.get("/a/");
  assert.ok(view?.kind === "article" && view.image);
  const measured = { ...view, image: { ...view.image, width: 800, height: 600 } };
  assert.is(
    say(toGraph(measured, context), ["ImageObject"]),
    `
ImageObject /a/#primaryimage
  url: /a%20b.png
  contentUrl: /a%20b.png
  caption: Hands
  creditText: Photo: P
  width: 800
  height: 600
`,
  );
});

test("article: an image that is not on the web is not in the graph", () => {
  const graph = graphOf({ id: "a", front: 'image: { src: "data:image/png;base64,AA", alt: A }' });
  assert.not.match(say(graph), /image|Image/);
});

for (const [source, said] of [
  [
    '{ title: T, type: "systematic review", year: 2020, url: "https://x.example/1" }',
    "MedicalScholarlyArticle\n    name: T\n    url: https://x.example/1\n    datePublished: 2020\n    publicationType: Systematic Review",
  ],
  ["{ title: T, type: study }", "MedicalScholarlyArticle\n    name: T"],
  ["{ title: T, type: book, publisher: P }", "Book\n    name: T\n    publisher: Organization\n      name: P"],
  [
    '{ title: T, type: guideline, url: "https://x.example/2" }',
    "WebPage\n    name: T\n    url: https://x.example/2",
  ],
  ["T", "CreativeWork\n    name: T"],
] as const) {
  test(`article: the source ${source} is cited as ${said.split("\n")[0]}`, () => {
    const post = say(graphOf({ id: "a", front: `sources: [${source}]` }), ["BlogPosting"]);
    assert.ok(post.includes(`  citation: ${said}\n`), post);
  });
}

test("article: paid for, it says so", () => {
  const post = node({ id: "a", front: "sponsor: Oil Ltd" }, "BlogPosting");
  assert.equal(post["@type"], ["BlogPosting", "AdvertiserContentArticle"]);
  assert.equal(post.sponsor, { "@type": "Organization", name: "Oil Ltd" });
});

test("article: comments that are shown, replies inside them, their text as written", () => {
  const comment = {
    id: "1",
    parent: null,
    author: "Sample Reader",
    url: null,
    date: "2026-03-01T09:00:00Z",
    body: "A <b> & c\n\nhttps://x.example/",
  };
  const reply = { ...comment, id: "2", parent: "1", url: "https://reader.example/", body: "Thanks" };
  const post = node({ id: "a" }, "BlogPosting", { comments: { a: [comment, reply] } });
  assert.is(
    say({ "@context": "https://schema.org", "@graph": post.comment as never }),
    `
Comment /a/#v_comment_1
  url: /a/#v_comment_1
  text: A <b> & c
https://x.example/
  datePublished: 2026-03-01T09:00:00Z
  author: Person
    name: Sample Reader
  comment: Comment /a/#v_comment_2
    url: /a/#v_comment_2
    text: Thanks
    datePublished: 2026-03-01T09:00:00Z
    author: Person
      name: Sample Reader
      url: https://reader.example/
`,
  );
  assert.is(post.commentCount, 2);
});

test("article: without comments nothing is said of comments", () => {
  assert.is(
    node({ id: "a" }, "BlogPosting", { site: { comments: { endpoint: "https://c.example/" } } }).commentCount,
    undefined,
  );
});

test("article: what the author offers in the text comes before the list at the end, each once", () => {
  const page = node({ id: "a", offers: ["b"], related: ["c"] }, "WebPage", {
    articles: [{ id: "b" }, { id: "c" }],
  });
  assert.equal(page.relatedLink, ["https://example.org/b/", "https://example.org/c/"]);
});

test("article: a page about health says whom it is for and which specialty it belongs to, as set", () => {
  const front = "conditions: [insomnia]";
  const options = { audience: null, specialty: "Psychiatric" };
  const page = node({ id: "a", front }, "MedicalWebPage", { options });
  assert.is(page.medicalAudience, undefined);
  assert.equal(page.specialty, { "@id": "https://schema.org/Psychiatric" });
});

test("article: never ratings, treatments or FAQ pages, whatever it lists", () => {
  const body = "## Benefits\n\n### Cures insomnia\n\n5 stars!\n\n## FAQ\n\n### Why?\n\nSo.\n";
  const text = say(
    graphOf({
      id: "a",
      front: "title: 1 benefit of massage for insomnia\ntherapies: [massage-therapy]\nconditions: [insomnia]",
      body,
      benefits: { "Cures insomnia": "reduce:insomnia" },
    }),
  );
  assert.not.match(text, /rating|review|possibleTreatment|HowTo|FAQPage/i);
});

test("article: two calls give the same graph, and do not change the view", () => {
  const { context, views } = testSite({ articles: [{ id: "a", front: REVIEWED }] });
  const view = views.byUrl.get("/a/") as never;
  const before = JSON.stringify(view);
  assert.is(JSON.stringify(toGraph(view, context)), JSON.stringify(toGraph(view, context)));
  assert.is(JSON.stringify(view), before);
});

test("article: 10,000 headings take time in proportion", () => {
  const body = (count: number) =>
    Array.from({ length: count }, (_, n) => `## Benefit ${n}?\n\n**Why ${n}?** So.\n`).join("\n");
  const timeOf = (count: number): number => {
    const benefits = Object.fromEntries(
      Array.from({ length: count / 10 }, (_, n) => [`Benefit ${n}?`, `improve:t${n}`]),
    );
    const { context, views } = testSite({ articles: [{ id: "a", body: body(count), benefits }] });
    const view = views.byUrl.get("/a/") as never;
    toGraph(view, context);
    const started = effortMs();
    toGraph(view, context);
    return effortMs() - started;
  };
  const small = timeOf(1000);
  const large = timeOf(10_000);
  assert.ok(large < 40 * Math.max(small, 2), `${small} ms, ${large} ms`);
});

test.run();
