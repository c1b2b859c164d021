import { quote } from "../../problem.ts";
import { itemName, listItems } from "../graph/list.ts";
import { addresses, all, nodesOf } from "../graph/main.ts";
import type { Graph, Node } from "../graph/types.ts";
import type { PageFacts } from "../page/facts.ts";
import { family } from "../rule.ts";
import { pageKey, parseUrl } from "../urls.ts";
import { bare, showsTitle } from "../words.ts";

const TITLE = "<h1>Massage for sleep</h1>";

const CRUMBS = {
  graph: {
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "Home", item: "https://example.org/" },
      { "@type": "ListItem", position: 2, name: "Massage for sleep" },
    ],
  },
};

const TRAIL = `<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li>Massage for sleep</li></ol></nav>${TITLE}`;

/** Names of crumbs that the visible trail (the whole page, where no trail is recognised) does not show in their order. */
function crumbsUnseen(
  graph: Graph,
  page: PageFacts,
  list: Node,
): readonly (readonly [at: number, name: string])[] {
  const names = listItems(list).map((each) => itemName(graph, each) ?? "");
  const isTrail = page.trails.length > 0;
  const shown = ` ${bare(isTrail ? page.trails[0]!.text : page.text.raw())} `;
  let from = 0;
  return [...names.entries()].filter(([at, name]) => {
    const words = bare(name);
    const found = words === "" ? from : shown.indexOf(` ${words} `, isTrail ? from : 0);
    if (found !== -1) {
      from = found + words.length;
      return false;
    }
    // The last crumb is the page itself: its heading shows it.
    return (
      at < names.length - 1 ||
      !page.headings.some((heading) => heading.isVisible && showsTitle(heading.text, name))
    );
  });
}

/** True when the pages of the crumbs are linked one after the other somewhere on the page. */
function hasRunOfLinks(graph: Graph, page: PageFacts, list: Node, url: string): boolean {
  const wanted = listItems(list)
    .flatMap((each) => addresses(graph, each, "item").slice(0, 1))
    .filter((address) => !isHere(address, url))
    .map(pageKey);
  const linked = page.links
    .filter((link) => link.isVisible)
    .map((link) => pageKey(parseUrl(link.href, url)?.href ?? ""));
  return (
    wanted.length === 0 || linked.some((_, from) => wanted.every((key, at) => linked[from + at] === key))
  );
}

function isHere(address: string, url: string): boolean {
  return pageKey(parseUrl(address, url)?.href ?? address) === pageKey(url);
}

export const visibleTrailRules = family("visible", [
  {
    name: "breadcrumb-visible",
    severity: "error",
    what: "The items of the BreadcrumbList are the breadcrumb that readers see, in the same order.",
    why: "Google, Breadcrumb structured data and sd-policies.",
    good: { ...CRUMBS, html: TRAIL },
    bad: { ...CRUMBS, html: TRAIL.replace(">Home<", ">Start<") },
    check({ graph, page, main, url }, report) {
      const own = main.page === null ? [] : nodesOf(graph, main.page, "breadcrumb");
      for (const node of own.length > 0 ? own : all(graph, "BreadcrumbList").slice(0, 1)) {
        for (const [at, name] of crumbsUnseen(graph, page, node)) {
          report(
            `${node.path}.itemListElement[${at}].name: expected ${quote(name)} in the visible breadcrumb, received ${page.trails.length > 0 ? quote(page.trails[0]!.text) : "no breadcrumb"}. Build both from one list.`,
          );
        }
        if (page.trails.length === 0 && url !== null && !hasRunOfLinks(graph, page, node, url)) {
          report(
            `${node.path}: expected a visible breadcrumb with links to its pages, received none. Show it, or take it from the graph.`,
          );
        }
      }
    },
  },
  {
    name: "breadcrumb-links",
    severity: "error",
    what: "The visible breadcrumb and the graph lead to the same pages, in the same number.",
    why: "Google, sd-policies: a true representation of the page content.",
    good: { ...CRUMBS, html: TRAIL },
    bad: {
      ...CRUMBS,
      html: TRAIL.replace(
        `<li><a href="/">Home</a></li>`,
        `<li><a href="/">Home</a></li><li><a href="/">Therapies</a></li>`,
      ),
    },
    check({ graph, page, url }, report) {
      const [trail, node] = [page.trails[0], all(graph, "BreadcrumbList")[0]];
      if (trail === undefined || node === undefined || url === null) return;
      const items = listItems(node);
      const shown = trail.links.filter(
        (link) =>
          link.isVisible && (parseUrl(link.href, url)?.pathname ?? "") !== "" && !isHere(link.href, url),
      );
      const named = items
        .flatMap((each) => addresses(graph, each, "item").slice(0, 1))
        .filter((address) => !isHere(address, url));
      if (shown.length !== named.length)
        return report(
          `${node.path}: expected ${shown.length} pages above this one, as the breadcrumb shows, received ${named.length}. Build both from one list.`,
        );
      shown.forEach((link, at) => {
        if (pageKey(parseUrl(link.href, url)!.href) !== pageKey(named[at]!))
          report(
            `${node.path}.itemListElement[${at}].item: expected ${quote(parseUrl(link.href, url)!.href)}, where the breadcrumb leads, received ${quote(named[at])}. Build both from one list.`,
          );
      });
    },
  },
]);
