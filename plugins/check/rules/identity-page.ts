import { quote } from "../../problem.ts";
import { isOf, type MainNodes, nodesOf, textOf, valuesOf } from "../graph/main.ts";
import { isNode } from "../graph/read.ts";
import { family } from "../rule.ts";
import { pageKey } from "../urls.ts";
import { isA } from "../vocabulary.ts";

const PAGE = {
  "@type": "WebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Sleep",
};

const linked = (more: object, ...others: object[]) => ({ graph: [{ ...PAGE, ...more }, ...others] });

const ORGANIZATION = { "@type": "Organization", "@id": "https://example.org/#organization", name: "Rest" };

/** Addresses that a page's nodes give as the page's own, with their places. */
function ownAddresses({ page, article }: MainNodes): readonly (readonly [place: string, address: string])[] {
  const found: [string, string | null][] = [];
  if (page?.isTop === true)
    found.push([`${page.path}.url`, textOf(page, "url")], [`${page.path}.@id`, page.id]);
  if (article !== null) {
    const named = valuesOf(article, "mainEntityOfPage")[0] ?? null;
    const address = isNode(named) ? named.id : typeof named === "string" ? named : null;
    found.push(
      [`${article.path}.url`, textOf(article, "url")],
      [`${article.path}.mainEntityOfPage`, address],
    );
  }
  return found.filter((each): each is [string, string] => each[1] !== null);
}

/** Same page and same scheme: a graph that says http on an https site is a fault. */
function isSamePage(address: string, url: string): boolean {
  return (
    pageKey(address) === pageKey(url) && address.slice(0, 5).toLowerCase() === url.slice(0, 5).toLowerCase()
  );
}

export const identityPageRules = family("identity", [
  {
    name: "main-entity",
    severity: "error",
    what: "`mainEntity` and `mainEntityOfPage` name each other.",
    why: "They are inverse properties (schema.org); two answers contradict each other.",
    good: linked(
      { mainEntity: { "@id": "https://example.org/page/#article" } },
      {
        "@type": "BlogPosting",
        "@id": "https://example.org/page/#article",
        headline: "Sleep",
        mainEntityOfPage: { "@id": PAGE["@id"] },
      },
    ),
    bad: linked(
      { mainEntity: ORGANIZATION },
      {
        "@type": "BlogPosting",
        "@id": "https://example.org/page/#article",
        headline: "Sleep",
        mainEntityOfPage: { "@id": PAGE["@id"] },
      },
    ),
    check({ graph }, report) {
      for (const node of graph.nodes) {
        if (node.id === null || node.isReference) continue;
        for (const page of nodesOf(graph, node, "mainEntityOfPage")) {
          if (page.isReference || !isOf(page, "WebPage") || page.id === null || page.id === node.id) continue;
          const named = valuesOf(page, "mainEntity")
            .filter(isNode)
            .map((value) => value.id);
          const isMissing = named.length === 0 && isOf(page, "MedicalWebPage");
          if (isMissing || (named.length > 0 && !named.includes(node.id)))
            report(
              `${node.path}.mainEntityOfPage: expected ${quote(page.id)} to name ${quote(node.id)} as its mainEntity, received ${named[0] ? quote(named[0]) : "none"}. Join them both ways.`,
            );
        }
        for (const entity of isOf(node, "WebPage") ? nodesOf(graph, node, "mainEntity") : []) {
          const said = valuesOf(entity, "mainEntityOfPage").map((value) =>
            isNode(value) ? value.id : String(value),
          );
          const isSilent = said.length === 0 && isOf(node, "MedicalWebPage") && !entity.isReference;
          if (
            isA(entity.types[0] ?? "", "Article") &&
            (said.length > 0 || isSilent) &&
            said.every((id) => id === null || pageKey(id) !== pageKey(node.id!))
          )
            report(
              `${entity.path}.mainEntityOfPage: expected ${quote(node.id)}, whose mainEntity it is, received ${said.length === 0 ? "none" : quote(said[0])}. Join them both ways.`,
            );
        }
      }
    },
  },
  {
    name: "page-address",
    severity: "error",
    what: "The page node's `@id` and `url` are the page's canonical address.",
    why: "The graph must be about the page it stands on (Google, general guidelines; Yoast's specification).",
    good: linked({ name: "Sleep and rest" }),
    bad: { graph: { ...PAGE, "@id": "https://example.org/other/", url: "https://example.org/other/" } },
    check({ main, url }, report) {
      if (url === null) return;
      for (const [place, address] of ownAddresses(main)) {
        if (/^https?:/i.test(address) && !isSamePage(address, url)) {
          report(
            `${place}: expected ${quote(url)}, received ${quote(address)}. Write the page's canonical address.`,
          );
          return;
        }
      }
    },
  },
]);
