import { quote } from "../../article/problem.ts";
import { dayOf, isDayInText } from "../dates.ts";
import { isOf, nodesOf, textOf, textsOf, valuesOf } from "../graph/main.ts";
import type { Graph, Node } from "../graph/types.ts";
import type { PageFacts } from "../page/facts.ts";
import { linksTo } from "../page/lookup.ts";
import { family, type PageContext } from "../rule.ts";
import { pageKey, parseUrl } from "../urls.ts";
import { sharesWords, showsTitle } from "../words.ts";

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

const LISTED = {
  "@type": "HealthTopicContent",
  name: "Better sleep",
  hasHealthAspect: { "@id": "https://schema.org/BenefitsHealthAspect" },
  mainEntity: {
    "@type": "ItemList",
    itemListElement: [{ "@type": "ListItem", position: 1, name: "Better sleep" }],
  },
};

/** Number of benefits, ways or reasons that a headline promises, or null: "9 benefits of …", "7 proven ways to …". */
function promisedCount(headline: string): number | null {
  const match =
    /(?:^|\s)(\d{1,2}) (?:[\p{L}-]+ ){0,2}(?:benefits?|ways|reasons|advantages|effects|uses)\b/iu.exec(
      headline,
    );
  return match === null ? null : Number(match[1]);
}

/** Words that say somebody checked the text, in the languages sites are written in. */
const REVIEW_WORDS =
  /review|fact[- ]check|checked|verified|approved|geprüft|überprüft|begutachtet|gegengelesen|relu|révisé|vérifié|validé|revisad|verificad|revisto|revisionat|verificat|revisione|beoordeeld|gecontroleerd|nagekeken|zweryfikowan|recenz|granskad|gennemgået|faktasjekk/;
/** How far from the reviewer's name these words may stand, in characters. */
const REVIEW_REACH = 90;

/** Properties that carry dates readers are meant to see. */
const SHOWN_DATES = ["datePublished", "dateModified", "lastReviewed"] as const;

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

/** True when the day is shown: in a visible `<time>`, or written out in the text. */
export function isDayShown({ page }: PageContext, date: string): boolean {
  const day = dayOf(date);
  if (day === null) return true;
  const isMarked = page.times.some(
    (time) => time.isVisible && time.text !== "" && time.datetime !== null && isSameDay(time.datetime, date),
  );
  return isMarked || isDayInText(day, page.text.plain(), page.lang ?? "en");
}

/** Same calendar day as written, or the same moment in another zone. */
function isSameDay(a: string, b: string): boolean {
  if (a.slice(0, 10) === b.slice(0, 10)) return true;
  return a.length > 10 && b.length > 10 && Date.parse(a) === Date.parse(b);
}

/** Names of the dates a page must show: all of an article and of a health page; none of a plain page. */
function shownDates(node: Node): readonly string[] {
  if (isOf(node, "Article") || isOf(node, "MedicalWebPage")) return SHOWN_DATES;
  return textOf(node, "lastReviewed") === null ? [] : ["lastReviewed"];
}

export const visibleRules = family("visible", [
  {
    name: "headline-visible",
    severity: "error",
    what: "The article's headline is a heading on the page, or at least part of its text.",
    why: 'Google, sd-policies: "Don\'t mark up content that is not visible to readers of the page."',
    good: { graph: ARTICLE, html: TITLE },
    bad: { graph: ARTICLE, html: "<h1>Nine ways to rest</h1><p hidden>Massage for sleep</p>" },
    check({ main, page }, report) {
      const headline = main.article === null ? null : textOf(main.article, "headline");
      if (headline === null || headline.trim() === "") return;
      const isHeading = page.headings.some(
        (heading) => heading.isVisible && showsTitle(heading.text, headline),
      );
      const h1 = page.headings.find((heading) => heading.isVisible && heading.level === 1);
      if (isHeading) return;
      if (h1 !== undefined || !page.content.has(headline))
        report(
          `${main.article!.path}.headline: expected the page's heading${h1 === undefined ? "" : ` ${quote(h1.text)}`}, received ${quote(headline)}, which no visible heading shows. Make them agree.`,
        );
    },
  },
  {
    name: "headline-h1",
    severity: "warning",
    what: "The headline is the page's h1.",
    why: "Google, Article structured data: headline is the title of the article.",
    good: { graph: ARTICLE, html: TITLE },
    bad: { graph: ARTICLE, html: "<h1>Nine ways to rest</h1><h2>Massage for sleep</h2>" },
    check({ main, page }, report) {
      const headline = main.article === null ? null : textOf(main.article, "headline");
      const titles = page.headings.filter((heading) => heading.isVisible && heading.level === 1);
      if (
        headline === null ||
        titles.length === 0 ||
        titles.some((title) => showsTitle(title.text, headline))
      )
        return;
      const isElsewhere = page.headings.some(
        (heading) => heading.isVisible && showsTitle(heading.text, headline),
      );
      if (isElsewhere)
        report(
          `${main.article!.path}.headline: expected the h1 ${quote(titles[0]!.text)}, received ${quote(headline)}. Make them agree.`,
        );
    },
  },
  {
    name: "page-name",
    severity: "warning",
    what: "The page node's name is in the title or in a heading.",
    why: "Google, sd-policies: a true representation of the page content.",
    good: { graph: PAGE, html: TITLE },
    bad: { graph: { ...PAGE, name: "Something else" }, html: TITLE },
    check({ main, page }, report) {
      const name = main.page === null || !main.page.isTop ? null : textOf(main.page, "name");
      if (name === null || name.trim() === "" || !page.isDocument) return;
      const shown = [
        ...page.titles,
        ...page.headings.filter((heading) => heading.isVisible).map((heading) => heading.text),
      ];
      if (!shown.some((text) => sharesWords(text, name)) && !page.content.has(name))
        report(
          `${main.page!.path}.name: expected the page's title or a heading, received ${quote(name)}. Make them agree.`,
        );
    },
  },
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
        const credentials = nodesOf(graph, person, "hasCredential").flatMap((node) => textsOf(node, "name"));
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
    name: "date-visible",
    severity: "error",
    what: "The dates of an article or a health page are shown: published, updated, reviewed.",
    why: 'JAMA benchmark "currency"; Google, Article structured data: dates in markup and on the page agree.',
    good: {
      graph: { ...ARTICLE, datePublished: "2026-05-02" },
      html: `${TITLE}<p><time datetime="2026-05-02">2 May 2026</time></p>`,
    },
    bad: {
      graph: { ...ARTICLE, datePublished: "2026-05-02" },
      html: `${TITLE}<p><time datetime="2026-05-03">3 May 2026</time></p>`,
    },
    check(context, report) {
      for (const node of context.main.both) {
        for (const property of shownDates(node)) {
          const date = textOf(node, property);
          if (date !== null && !isDayShown(context, date))
            report(
              `${node.path}.${property}: expected ${quote(date.slice(0, 10))} in a visible <time> or in the text, received none. Show the date, or correct it.`,
            );
        }
      }
    },
  },
  {
    name: "page-dates-agree",
    severity: "error",
    what: "The page node and its article give the same dates.",
    why: "They describe one text; two answers cannot both be shown.",
    good: {
      graph: [
        { ...PAGE, datePublished: "2026-05-02", mainEntity: { "@id": ARTICLE["@id"] } },
        { ...ARTICLE, datePublished: "2026-05-02" },
      ],
      html: `${TITLE}<p>2 May 2026</p>`,
    },
    bad: {
      graph: [
        { ...PAGE, datePublished: "2026-05-01", mainEntity: { "@id": ARTICLE["@id"] } },
        { ...ARTICLE, datePublished: "2026-05-02" },
      ],
      html: `${TITLE}<p>1 May 2026, 2 May 2026</p>`,
    },
    check({ main }, report) {
      if (main.page === null || main.article === null) return;
      for (const property of ["datePublished", "dateModified"]) {
        const [page, article] = [textOf(main.page, property), textOf(main.article, property)];
        if (
          page !== null &&
          article !== null &&
          dayOf(page) !== null &&
          dayOf(article) !== null &&
          !isSameDay(page, article)
        )
          report(
            `${main.article.path}.${property}: expected ${quote(page)} as at ${main.page.path}, received ${quote(article)}. Make them agree.`,
          );
      }
    },
  },
  {
    name: "language",
    severity: "error",
    what: "`inLanguage` is the language of the page.",
    why: "Google, sd-policies: a true representation of the page content.",
    good: { graph: { ...PAGE, inLanguage: "en-GB" }, html: TITLE },
    bad: { graph: { ...PAGE, inLanguage: "de" }, html: TITLE },
    check({ main, page }, report) {
      const lang = page.lang?.trim().toLowerCase().split(/[-_]/)[0];
      if (lang === undefined || lang === "") return;
      for (const node of main.both) {
        const said = textsOf(node, "inLanguage").map((text) => text.toLowerCase().split(/[-_]/)[0]!);
        if (said.length > 0 && said.every((text) => /^[a-z]{2,3}$/.test(text) && text !== lang))
          report(
            `${node.path}.inLanguage: expected ${quote(page.lang)}, received ${quote(textOf(node, "inLanguage"))}. Make them agree.`,
          );
      }
    },
  },
  {
    name: "language-code",
    severity: "warning",
    what: "`inLanguage` is a code of BCP 47.",
    why: 'schema.org, inLanguage: "use one of the language codes from the IETF BCP 47 standard".',
    good: { graph: { ...PAGE, inLanguage: "en-GB" }, html: TITLE },
    bad: { graph: { ...PAGE, inLanguage: "English" }, html: TITLE },
    check({ main }, report) {
      for (const node of main.both) {
        for (const text of textsOf(node, "inLanguage")) {
          if (text.trim() !== "" && !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text))
            report(
              `${node.path}.inLanguage: expected a code such as "en-GB", received ${quote(text)}. Write the code.`,
            );
        }
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
    name: "entity-visible",
    severity: "error",
    what: "What a page is mainly about is named on it: the therapy, the condition, the person, the term.",
    why: "Google, sd-policies: a true representation of the page content.",
    good: { graph: { ...PAGE, mainEntity: { "@type": "MedicalTherapy", name: "Massage" } }, html: TITLE },
    bad: { graph: { ...PAGE, mainEntity: { "@type": "MedicalTherapy", name: "Acupuncture" } }, html: TITLE },
    check({ graph, main, page }, report) {
      if (main.page === null || !page.isDocument) return;
      for (const entity of nodesOf(graph, main.page, "mainEntity")) {
        const name =
          entity.isReference || isOf(entity, "CreativeWork") || isOf(entity, "ItemList")
            ? null
            : textOf(entity, "name");
        if (name !== null && name.trim() !== "" && !page.content.has(name))
          report(
            `${entity.path}.name: expected the name in the visible text, received ${quote(name)}, which is not there. Name it on the page, or correct the graph.`,
          );
      }
    },
  },
  {
    name: "headline-count",
    severity: "error",
    what: "A headline that promises so many items keeps its word.",
    why: "Google, misleading titles: nine benefits promised are nine in the list.",
    good: {
      graph: { ...ARTICLE, headline: "1 benefit of massage", hasPart: LISTED },
      html: "<h1>1 benefit of massage</h1><p>Better sleep</p>",
    },
    bad: {
      graph: { ...ARTICLE, headline: "9 benefits of massage", hasPart: LISTED },
      html: "<h1>9 benefits of massage</h1><p>Better sleep</p>",
    },
    check({ graph, main }, report) {
      const promised = main.article === null ? null : promisedCount(textOf(main.article, "headline") ?? "");
      if (promised === null) return;
      const lists = [main.article!, ...nodesOf(graph, main.article!, "hasPart")]
        .flatMap((node) => nodesOf(graph, node, "mainEntity"))
        .filter((node) => isOf(node, "ItemList"));
      if (lists.length !== 1) return;
      const count = valuesOf(lists[0]!, "itemListElement").length;
      if (count !== promised)
        report(
          `${lists[0]!.path}: expected ${promised} items, as the headline promises, received ${count}. Correct the headline or the list.`,
        );
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
