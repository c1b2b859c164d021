import { quote } from "../../article/problem.ts";
import { nodesOf, textOf, textsOf } from "../graph/main.ts";
import { linksTo } from "../page/lookup.ts";
import { family } from "../rule.ts";

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
