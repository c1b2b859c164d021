import { quote } from "../../problem.ts";
import { isOf, nodesOf, textOf, textsOf, valuesOf } from "../graph/main.ts";
import { family } from "../rule.ts";
import { sharesWords, showsTitle } from "../words.ts";

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

export const visibleTitleRules = family("visible", [
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
    check({ graph }, report) {
      for (const node of graph.nodes) {
        for (const text of node.isTop ? textsOf(node, "inLanguage") : []) {
          if (text.trim() !== "" && !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text))
            report(
              `${node.path}.inLanguage: expected a code such as "en-GB", received ${quote(text)}. Write the code.`,
            );
        }
      }
    },
  },
]);
