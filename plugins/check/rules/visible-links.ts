import { quote } from "../../problem.ts";
import { nodesOf, textOf, textsOf } from "../graph/main.ts";
import { linksTo } from "../page/lookup.ts";
import { family } from "../rule.ts";
import { pageKey } from "../urls.ts";
import { sharesWords } from "../words.ts";

const PAGE = {
  "@type": "MedicalWebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Massage for sleep",
};

const ARTICLE = {
  "@type": "BlogPosting",
  "@id": "https://example.org/page/#article",
  headline: "Massage for sleep",
};

const TITLE = "<h1>Massage for sleep</h1>";

const SOURCE = {
  ...ARTICLE,
  citation: { "@type": "WebPage", name: "Insomnia", url: "https://www.nhs.uk/conditions/insomnia/" },
};

const ABOUT = {
  "@type": "MedicalTherapy",
  name: "Massage",
  subjectOf: { "@type": "BlogPosting", headline: "Rest", url: "https://example.org/rest/" },
};

export const visibleLinkRules = family("visible", [
  {
    name: "source-visible",
    severity: "error",
    what: "Every source in the graph is linked on the page; one without address is named there.",
    why: 'JAMA benchmark "attribution"; honest-markup rule 1.',
    good: {
      graph: SOURCE,
      html: `${TITLE}<ul><li><a href="https://www.nhs.uk/conditions/insomnia/">Insomnia</a></li></ul>`,
    },
    bad: { graph: SOURCE, html: `${TITLE}<p>Insomnia</p>` },
    check({ graph, main, page, url }, report) {
      for (const node of main.both) {
        for (const text of textsOf(node, "citation")) {
          const isThere = /^https?:/i.test(text)
            ? url === null || linksTo(page, url, text)
            : page.text.has(text);
          if (!isThere && text.trim() !== "")
            report(
              `${node.path}.citation: expected the source on the page, received ${quote(text)}, which is not there. List it, or drop it.`,
            );
        }
        for (const source of nodesOf(graph, node, "citation")) {
          const address =
            textOf(source, "url") ?? (source.id !== null && /^https?:/i.test(source.id) ? source.id : null);
          const name = textOf(source, "name") ?? textOf(source, "headline");
          const isThere =
            address !== null && url !== null
              ? linksTo(page, url, address)
              : name === null || page.text.has(name);
          if (!isThere)
            report(
              `${source.path}: expected the source ${quote(name ?? address)} linked on the page, received no visible link${address === null ? "" : ` to ${quote(address)}`}. List it, or drop it.`,
            );
        }
      }
    },
  },
  {
    name: "source-name",
    severity: "warning",
    what: "A source has the name by which the page lists it.",
    why: 'JAMA benchmark "attribution"; Google, sd-policies: a true representation of the page content.',
    good: { graph: SOURCE, html: `${TITLE}<a href="https://www.nhs.uk/conditions/insomnia/">Insomnia</a>` },
    bad: { graph: SOURCE, html: `${TITLE}<a href="https://www.nhs.uk/conditions/insomnia/">NHS</a>` },
    check({ graph, main, page }, report) {
      for (const source of main.both.flatMap((node) => nodesOf(graph, node, "citation"))) {
        const name = textOf(source, "name") ?? textOf(source, "headline");
        const isListed =
          name === null ||
          page.text.has(name) ||
          page.links.some((link) => link.isVisible && sharesWords(link.text, name));
        if (!isListed)
          report(
            `${source.path}.name: expected the source's name as the page lists it, received ${quote(name)}. Make them agree.`,
          );
      }
    },
  },
  {
    name: "subject-visible",
    severity: "warning",
    what: "Articles that the graph says are about the page's subject (`subjectOf`) are linked on it.",
    why: "Google, sd-policies: mark up only what readers see.",
    good: { graph: { ...PAGE, mainEntity: ABOUT }, html: `${TITLE}<a href="/rest/">Rest</a>` },
    bad: { graph: { ...PAGE, mainEntity: ABOUT }, html: TITLE },
    check({ graph, main, page, url }, report) {
      if (main.page === null || url === null) return;
      for (const entity of nodesOf(graph, main.page, "mainEntity")) {
        for (const work of nodesOf(graph, entity, "subjectOf")) {
          const address = textOf(work, "url");
          if (address !== null && pageKey(address) !== pageKey(url) && !linksTo(page, url, address))
            report(
              `${work.path}.url: expected a visible link to ${quote(address)}, received none. Link it, or take it from the graph.`,
            );
        }
      }
    },
  },
  {
    name: "related-visible",
    severity: "error",
    what: "Related links in the graph are links on the page.",
    why: 'schema.org, relatedLink: "a link related to this web page"; honest-markup rule 1.',
    good: {
      graph: { ...PAGE, relatedLink: "https://example.org/rest/" },
      html: `${TITLE}<a href="/rest/">Rest</a>`,
    },
    bad: { graph: { ...PAGE, relatedLink: "https://example.org/rest/" }, html: TITLE },
    check({ main, page, url }, report) {
      if (main.page === null || url === null) return;
      for (const address of [
        ...textsOf(main.page, "relatedLink"),
        ...textsOf(main.page, "significantLink"),
      ]) {
        if (!linksTo(page, url, address))
          report(
            `${main.page.path}.relatedLink: expected a visible link to ${quote(address)}, received none. Link it, or take it from the graph.`,
          );
      }
    },
  },
]);
