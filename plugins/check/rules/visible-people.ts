import { quote } from "../../problem.ts";
import { nodesOf, textOf, textsOf } from "../graph/main.ts";
import type { Graph, Node } from "../graph/types.ts";
import type { PageFacts } from "../page/facts.ts";
import { linksTo } from "../page/lookup.ts";
import { family } from "../rule.ts";
import { pageKey, parseUrl } from "../urls.ts";
import { sharesWords } from "../words.ts";

const ADA = {
  "@type": "Person",
  "@id": "https://example.org/authors/ada/#person",
  name: "Ada Example",
  url: "https://example.org/authors/ada/",
};

const BEN = {
  "@type": "Person",
  "@id": "https://example.org/authors/ben/#person",
  name: "Ben Example",
  url: "https://example.org/authors/ben/",
  honorificSuffix: "RMT",
};

const ARTICLE = {
  "@type": "BlogPosting",
  "@id": "https://example.org/page/#article",
  headline: "Massage for sleep",
};

const PAGE = {
  "@type": "MedicalWebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Massage for sleep",
};

const TITLE = "<h1>Massage for sleep</h1>";

const BYLINE = `${TITLE}<p>By <a href="/authors/ada/">Ada Example</a></p>`;

const REVIEW = { reviewedBy: BEN, lastReviewed: "2026-05-01" };

const REVIEWED = `${TITLE}<p>Reviewed by <a href="/authors/ben/">Ben Example</a>, RMT, on <time datetime="2026-05-01">1 May 2026</time></p>`;

/** Words that say somebody checked the text, in the languages sites are written in. */
const REVIEW_WORDS =
  /review|fact[- ]check|checked|verified|approved|geprüft|überprüft|begutachtet|gegengelesen|relu|révisé|vérifié|validé|revisad|verificad|revisto|revisionat|verificat|revisione|beoordeeld|gecontroleerd|nagekeken|zweryfikowan|recenz|granskad|gennemgået|faktasjekk/;

/** How far from the reviewer's name these words may stand, in characters. */
const REVIEW_REACH = 90;

function people(graph: Graph, nodes: readonly Node[], property: string): readonly Node[] {
  const found = nodes.flatMap((node) => nodesOf(graph, node, property));
  return [...new Set(found)].filter((person) => !person.isReference && textOf(person, "name") !== null);
}

/** True when one of the words for reviewing stands near the name. */
function isReviewSaid(page: PageFacts, name: string): boolean {
  const text = page.text.plain();
  const needle = name.toLowerCase();
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const around =
      text.slice(Math.max(0, at - REVIEW_REACH), at) +
      text.slice(at + needle.length, at + needle.length + REVIEW_REACH / 2);
    if (REVIEW_WORDS.test(around)) return true;
  }
  return text.indexOf(needle) === -1;
}

export const visiblePeopleRules = family("visible", [
  {
    name: "author-visible",
    severity: "error",
    what: "Every author in the graph is named on the page.",
    why: "Google, Article structured data: the authors in the markup are those that readers see.",
    good: { graph: { ...ARTICLE, author: ADA }, html: BYLINE },
    bad: { graph: { ...ARTICLE, author: ADA }, html: TITLE },
    check({ graph, main, page }, report) {
      for (const author of people(graph, main.both, "author")) {
        const name = textOf(author, "name")!;
        if (!page.content.has(name))
          report(
            `${author.path}.name: expected the author's name in the visible text, received ${quote(name)}, which is not there. Show a byline, or drop the author.`,
          );
      }
    },
  },
  {
    name: "author-link",
    severity: "warning",
    what: "The page links to the profile that the graph gives for its author or reviewer.",
    why: 'HONcode, authority; Google, "Who created the content": the byline leads to more about the author.',
    good: { graph: { ...ARTICLE, author: ADA }, html: BYLINE },
    bad: { graph: { ...ARTICLE, author: ADA }, html: `${TITLE}<p>By Ada Example</p>` },
    check({ graph, main, page, url }, report) {
      for (const person of [
        ...people(graph, main.both, "author"),
        ...people(graph, main.both, "reviewedBy"),
      ]) {
        const address = textOf(person, "url");
        if (address === null || url === null || parseUrl(address)?.host !== parseUrl(url)?.host) continue;
        if (pageKey(address) !== pageKey(url) && !linksTo(page, url, address))
          report(
            `${person.path}.url: expected a visible link to ${quote(address)}, received none. Link the name.`,
          );
      }
    },
  },
  {
    name: "author-missing",
    severity: "error",
    what: 'Authors that the page links with rel="author" are in the graph.',
    why: "Google, Article structured data: all authors readers see are in the markup.",
    good: { graph: { ...ARTICLE, author: ADA }, html: BYLINE.replace("<a ", `<a rel="author" `) },
    bad: {
      graph: { ...ARTICLE, author: ADA },
      html: `${BYLINE} and <a rel="author" href="/authors/ben/">Ben Example</a>`,
    },
    check({ graph, main, page }, report) {
      const names = people(graph, main.both, "author").map((person) => textOf(person, "name")!);
      if (names.length === 0 || main.article === null) return;
      for (const { rel, text, isVisible } of page.links) {
        if (
          !isVisible ||
          !/(^|\s)author(\s|$)/i.test(rel) ||
          text === "" ||
          names.some((name) => sharesWords(name, text))
        )
          continue;
        report(
          `${main.article.path}.author: expected ${quote(text)}, whom the page names as author, received ${names.map((name) => quote(name)).join(", ")}. Add an entry for each author.`,
        );
      }
    },
  },
  {
    name: "reviewer-visible",
    severity: "error",
    what: "The reviewer in the graph is named on the page.",
    why: "Google, sd-policies; HONcode, authority: a review that readers cannot see is not claimed.",
    good: { graph: { ...PAGE, ...REVIEW }, html: REVIEWED },
    bad: {
      graph: { ...PAGE, ...REVIEW },
      html: `${TITLE}<p hidden>Reviewed by Ben Example, RMT, on 1 May 2026</p><p>Reviewed on <time datetime="2026-05-01">1 May 2026</time></p>`,
    },
    check({ graph, main, page }, report) {
      for (const reviewer of people(graph, main.both, "reviewedBy")) {
        const name = textOf(reviewer, "name")!;
        if (!page.text.has(name))
          report(
            `${reviewer.path}.name: expected the reviewer's name in the visible text, received ${quote(name)}, which is not there. Show who reviewed the page, or drop the review.`,
          );
      }
    },
  },
  {
    name: "reviewer-label",
    severity: "error",
    what: 'The words "reviewed by" stand by the reviewer\'s name.',
    why: "A name alone does not say what the person did (health markup, honest-markup rule 3).",
    good: { graph: { ...PAGE, ...REVIEW }, html: REVIEWED },
    bad: { graph: { ...PAGE, ...REVIEW }, html: REVIEWED.replace("Reviewed by", "With") },
    check({ graph, main, page }, report) {
      for (const reviewer of people(graph, main.both, "reviewedBy")) {
        const name = textOf(reviewer, "name")!;
        if (page.text.has(name) && !isReviewSaid(page, name))
          report(
            `${reviewer.path}.name: expected "reviewed by" next to ${quote(name)}, received the name alone. Say what the person did.`,
          );
      }
    },
  },
  {
    name: "credential-visible",
    severity: "error",
    what: "Credentials of the page's author, reviewer or subject are on the page.",
    why: "Google, sd-policies: no false affiliation or purpose; what qualifies a person must be seen to be judged.",
    good: { graph: { ...PAGE, ...REVIEW }, html: REVIEWED },
    bad: { graph: { ...PAGE, ...REVIEW }, html: REVIEWED.replace(", RMT", "") },
    check({ graph, main, page }, report) {
      for (const person of [
        ...people(graph, main.both, "author"),
        ...people(graph, main.both, "reviewedBy"),
        ...people(graph, main.both, "mainEntity"),
      ]) {
        const held = nodesOf(graph, person, "hasCredential");
        const bodies = held.flatMap((node) => nodesOf(graph, node, "recognizedBy"));
        const credentials = [...held, ...bodies].flatMap((node) => textsOf(node, "name"));
        for (const words of [
          ...textsOf(person, "honorificSuffix"),
          ...textsOf(person, "hasCredential"),
          ...credentials,
        ]) {
          if (!page.content.has(words))
            report(
              `${person.path}: expected the credential ${quote(words)} in the visible text, received none. Show it, or leave it out of this page's graph.`,
            );
        }
      }
    },
  },
  {
    name: "job-title-visible",
    severity: "warning",
    what: "The job title of the page's author, reviewer or subject is on the page.",
    why: "Google, sd-policies: mark up only what readers see.",
    good: {
      graph: { ...ARTICLE, author: { ...ADA, jobTitle: "Health writer" } },
      html: `${BYLINE}<p>Health writer</p>`,
    },
    bad: { graph: { ...ARTICLE, author: { ...ADA, jobTitle: "Health writer" } }, html: BYLINE },
    check({ graph, main, page }, report) {
      for (const person of [
        ...people(graph, main.both, "author"),
        ...people(graph, main.both, "reviewedBy"),
        ...people(graph, main.both, "mainEntity"),
      ]) {
        for (const title of textsOf(person, "jobTitle")) {
          if (!page.content.has(title))
            report(
              `${person.path}.jobTitle: expected ${quote(title)} in the visible text, received none. Show it, or leave it out of this page's graph.`,
            );
        }
      }
    },
  },
  {
    name: "sponsor-visible",
    severity: "error",
    what: "A sponsor in the graph is named on the page.",
    why: 'JAMA benchmark "disclosure"; HONcode, financial disclosure.',
    good: {
      graph: { ...ARTICLE, sponsor: { "@type": "Organization", name: "Oil Works" } },
      html: `${TITLE}<p>Paid for by Oil Works.</p>`,
    },
    bad: { graph: { ...ARTICLE, sponsor: { "@type": "Organization", name: "Oil Works" } }, html: TITLE },
    check({ graph, main, page }, report) {
      for (const sponsor of [...people(graph, main.both, "sponsor"), ...people(graph, main.both, "funder")]) {
        const name = textOf(sponsor, "name")!;
        if (!page.text.has(name))
          report(
            `${sponsor.path}.name: expected the sponsor in the visible text, received ${quote(name)}, which is not there. Show who paid.`,
          );
      }
    },
  },
]);
