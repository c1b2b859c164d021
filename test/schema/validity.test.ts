import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { mainNodes } from "../../plugins/check/graph/main.ts";
import { readGraph } from "../../plugins/check/graph/read.ts";
import { rules } from "../../plugins/check/rules.ts";
import vocabulary from "../../plugins/check/vocabulary.json" with { type: "json" };
import { decodeVocabulary } from "../../plugins/check/vocabulary-file.ts";
import { serializeGraph, toGraph } from "../../plugins/schema/index.ts";
import { PEOPLE, testSite } from "./fixture.ts";

/** A site with a page of every kind and every node our builders make. */
const { context, views } = testSite({
  articles: [
    {
      id: "massage",
      front: `title: 2 benefits of massage for insomnia
description: Two ways, and how sure anyone is.
author: [writer, press]
updated: 2026-02-03T10:00:00Z
reviewedBy: reviewer
reviewed: 2026-02-01
therapies: [massage-therapy]
conditions: [insomnia]
tags: [sleep, evenings]
sponsor: Oil Ltd
keyFacts: [It may help.]
image: { src: /a.png, alt: Hands, caption: Two hands, credit: "Photo: P" }
sources:
  - { title: A trial, type: trial, year: 2019, publisher: P, url: "https://doi.org/10.1000/x" }
  - { title: A page, type: guideline, url: "https://health.example/" }
  - { title: A book, type: book }
  - Something`,
      body: "Lead.\n\n## Benefits\n\n### Calm\n\nText.\n\n### Better sleep\n\nText.\n\n## FAQ\n\n### How often?\n\nWeekly.\n",
      benefits: { Calm: "improve:calm", "Better sleep": "improve:sleep" },
      related: ["walk"],
    },
    {
      id: "walk",
      front: "title: A walk\nauthor: press\nsponsor:",
      body: "## Calm\n\nText.\n",
      benefits: { Calm: "improve:calm" },
    },
    { id: "yoga", front: "title: On yoga\ntherapies: [massage-therapy]\nredirectFrom: /old/", body: "Text." },
  ],
  people: {
    ...PEOPLE,
    press: {
      type: "Organization",
      name: "Rest Press",
      sameAs: ["https://social.example/rest"],
      image: { src: "/logo.png", alt: "" },
    },
    reviewer: {
      ...PEOPLE.reviewer,
      credentials: [{ name: "Registered Massage Therapist", recognizedBy: "Example College", number: "12" }],
      sameAs: ["https://orcid.org/0000-0000-0000-0000"],
      image: { src: "https://example.org/r.jpg", alt: "" },
    },
  },
  conditions: {
    insomnia: {
      label: "Insomnia",
      description: "Trouble sleeping.",
      codes: [
        { system: "MeSH", value: "D007319" },
        { system: "ICD-10-CM", value: "G47.00" },
      ],
      treatments: [{ therapy: "massage-therapy", source: "https://health.example/" }],
    },
  },
  comments: {
    massage: [
      {
        id: "1",
        parent: null,
        author: "Sample Reader",
        url: null,
        date: "2026-03-01T09:00:00Z",
        body: "Hm.",
      },
    ],
  },
  pages: ["/about/", "/contact/", "/editorial-policy/", "/corrections/"],
  site: { description: "Plain guides.", pageSize: 2 },
});

/** The rules that need only the graph; what they say of the visible page, the built site is checked for. */
const FAMILIES = new Set(["json", "vocabulary", "values", "identity", "google", "honesty"]);
const graphRules = rules.filter(({ family }) => FAMILIES.has(family));
const graphs = [...views.byUrl.values()].map((view) => ({
  url: view.url,
  view,
  json: serializeGraph(toGraph(view, context)),
}));
/** No image, no logo beside a page: true of some pages here, and said of them. */
const NOTES = new Set(["article-image", "organization-logo"]);

for (const { url, view, json } of graphs.filter(({ json }) => json !== "")) {
  test(`validity: ${view.kind} ${url} breaks no rule of the check`, () => {
    const address = view.canonical;
    const graph = readGraph([json], address);
    const page = {
      graph,
      page: { dataTypes: [] },
      main: mainNodes(graph, address),
      url: address,
      options: { today: "2026-11-21", siteUrl: "https://example.org/" },
    };
    const found = graphRules.flatMap((rule) => {
      const messages: string[] = [];
      if ("check" in rule)
        rule.check(page as never, (message) => void messages.push(`${rule.name}: ${message}`));
      return NOTES.has(rule.name) ? [] : messages;
    });
    assert.equal(found, []);
  });
}

test("validity: every kind of page with a graph is among them", () => {
  const kinds = new Set(graphs.filter(({ json }) => json !== "").map(({ view }) => view.kind));
  assert.equal([...kinds].sort(), [
    "article",
    "author",
    "authors",
    "benefit",
    "benefits",
    "condition",
    "conditions",
    "home",
    "matrix",
    "page",
    "search",
    "tag",
    "tags",
    "therapies",
    "therapy",
  ]);
});

test("validity: one id is one thing on all pages of the site", () => {
  const said = new Map<string, string>();
  for (const { json } of graphs) {
    if (json === "") continue;
    for (const { id, types, entries, isReference } of readGraph([json], null).nodes) {
      if (id === null || isReference) continue;
      const name = entries.find(({ property }) => property === "name" || property === "headline")?.value;
      const whole = `${types.filter((type) => type !== "AdvertiserContentArticle").join()} ${String(name)}`;
      assert.is(said.get(id) ?? whole, whole, id);
      said.set(id, whole);
    }
  }
});

/** schema.org's own file in the form Adobe's validator reads, from the copy the check carries. */
function vocabularyFile() {
  const { classes, properties } = decodeVocabulary(vocabulary);
  const ids = (names: readonly string[] = []) => names.map((name) => ({ "@id": `schema:${name}` }));
  return {
    "@graph": [
      ...Array.from(classes, ([name, { parents }]) => ({
        "@id": `schema:${name}`,
        "@type": "rdfs:Class",
        "rdfs:subClassOf": ids(parents),
      })),
      ...Array.from(properties, ([name, { domains }]) => ({
        "@id": `schema:${name}`,
        "@type": "rdf:Property",
        "schema:domainIncludes": ids(domains),
      })),
    ],
  };
}

interface AdobeIssue {
  readonly severity: string;
  readonly issueMessage: string;
  readonly path: readonly { readonly type?: string | readonly string[] }[];
}

async function adobe(json: string): Promise<readonly AdobeIssue[]> {
  const html = `<!doctype html><html><head><script type="application/ld+json">${json}</script></head><body></body></html>`;
  const extracted = new WebAutoExtractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(
    html,
  );
  return (await new Validator(vocabularyFile()).validate(extracted)) as AdobeIssue[];
}

test("validity: Adobe's validator finds nothing but optional image rights", async () => {
  for (const { url, json } of graphs) {
    if (json === "") continue;
    const issues = await adobe(json);
    const told = issues.filter(({ issueMessage }) => !issueMessage.endsWith("(optional)"));
    assert.equal(
      told.map(({ severity, issueMessage, path }) => `${severity} ${issueMessage} ${JSON.stringify(path)}`),
      [],
      url,
    );
  }
});

test("validity: Adobe's validator would have found a fault", async () => {
  const context = '"@context":"https://schema.org"';
  const issues = await adobe(`{${context},"@type":"Person","name":"A","jobTitel":"Writer"}`);
  assert.match(
    issues.map(({ issueMessage }) => issueMessage).join(),
    /"jobTitel" for type "Person" is not supported/,
  );
});

test.run();
