import { quote } from "../../problem.ts";
import { definitionDifferences } from "../graph/definition.ts";
import { family } from "../rule.ts";
import { addressOf } from "../site/address.ts";
import type { PageSummary, SiteFacts } from "../site/facts.ts";
import { resolve } from "../site/resolve.ts";
import { pageKey } from "../urls.ts";

const TITLE = "<h1>Massage for sleep</h1>";

const other = (head: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}</head><body><h1>Rest</h1></body></html>`;

const REST = other(
  `<title>Rest</title><meta name="description" content="How to rest well after a long day of work."><link rel="canonical" href="https://example.org/rest/">`,
);

const ORGANIZATION = {
  "@context": "https://schema.org",
  "@type": "Organization",
  "@id": "https://example.org/#organization",
  name: "Rest",
};

const script = (json: object) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;

/** Second and further pages of a list: Google lets them share title and description with the first. */
const NUMBERED = /(?:^|\/)(?:page[/-])?\d+(?:\/index)?\.html?$/;

/** Pages grouped by a text; groups of one and the empty text are left out. */
function repeated(
  site: SiteFacts,
  textOf: (page: PageSummary) => string,
): readonly (readonly [string, readonly PageSummary[]])[] {
  const groups = new Map<string, PageSummary[]>();
  for (const page of site.pages.values()) {
    const text = page.isIndexed && !NUMBERED.test(page.path) ? textOf(page) : "";
    if (text === "") continue;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [page]);
    else group.push(page);
  }
  return [...groups].filter(([, group]) => group.length > 1);
}

const WEB_PAGE = { "@context": "https://schema.org", "@type": "WebPage", name: "Massage for sleep" };

export const sitePageRules = family("site", [
  {
    name: "conflicting-definition",
    severity: "error",
    what: "All pages that describe one `@id` agree on its type, name, address and dates.",
    why: "One id is one thing (JSON-LD 1.1, section 3.3); stubs repeat the full description.",
    good: {
      html: TITLE,
      graph: ORGANIZATION,
      files: { "rest/index.html": REST.replace("</body>", `${script(ORGANIZATION)}</body>`) },
    },
    bad: {
      html: TITLE,
      graph: ORGANIZATION,
      files: {
        "rest/index.html": REST.replace("</body>", `${script({ ...ORGANIZATION, name: "Unrest" })}</body>`),
      },
    },
    checkSite(site, report) {
      for (const [id, definitions] of site.definitions) {
        for (const { path, definition } of definitions.slice(1)) {
          if (path === definitions[0]!.path) continue;
          for (const { property, first, second } of definitionDifferences(
            definitions[0]!.definition,
            definition,
          ))
            report(
              path,
              `expected ${property} ${first} of ${quote(id)} as in ${definitions[0]!.path}, received ${second}. Make them agree, or give each thing its own @id.`,
            );
        }
      }
    },
  },
  {
    name: "graph-missing",
    severity: "warning",
    what: "Where most pages have a graph, every page meant for search results has one.",
    why: "A page without is one that a template forgot.",
    good: {
      html: TITLE,
      graph: ORGANIZATION,
      files: { "rest/index.html": REST.replace("</body>", `${script(ORGANIZATION)}</body>`) },
    },
    bad: { html: TITLE, graph: ORGANIZATION, files: { "rest/index.html": REST } },
    checkSite(site, report) {
      const pages = [...site.pages.values()].filter((page) => page.isIndexed);
      const bare = pages.filter((page) => !page.hasGraph);
      if (bare.length * 2 > pages.length) return;
      for (const page of bare)
        report(
          page.path,
          "expected JSON-LD as on the site's other pages, received none. Add a graph with a WebPage, or mark the page noindex.",
        );
    },
  },
  {
    name: "page-node-missing",
    severity: "warning",
    what: "Where most graphs have a node for their page (WebPage or a kind of it), every graph has one.",
    why: "It joins the other nodes to the page; without it they hang loose.",
    good: {
      html: TITLE,
      graph: WEB_PAGE,
      files: {
        "rest/index.html": REST.replace("</body>", `${script({ ...WEB_PAGE, name: "Rest" })}</body>`),
      },
    },
    bad: {
      html: TITLE,
      graph: WEB_PAGE,
      files: { "rest/index.html": REST.replace("</body>", `${script(ORGANIZATION)}</body>`) },
    },
    checkSite(site, report) {
      const pages = [...site.pages.values()].filter((page) => page.isIndexed && page.hasGraph);
      const without = pages.filter((page) => !page.hasPageNode);
      if (without.length * 2 > pages.length) return;
      for (const page of without)
        report(
          page.path,
          "expected a WebPage node as in the site's other graphs, received none. Add it and join the others to it.",
        );
    },
  },
  {
    name: "title-repeated",
    severity: "warning",
    what: "No two pages have the same title.",
    why: "Google, title links: titles tell pages apart.",
    good: { html: TITLE, files: { "rest/index.html": REST } },
    bad: {
      html: TITLE,
      files: { "rest/index.html": REST.replace("<title>Rest</title>", "<title>Massage for sleep</title>") },
    },
    checkSite(site, report) {
      for (const [title, group] of repeated(site, (page) => page.title)) {
        for (const page of group.slice(1))
          report(
            page.path,
            `expected a title of its own, received ${quote(title)} as in ${group[0]!.path}. Name what is different.`,
          );
      }
    },
  },
  {
    name: "description-repeated",
    severity: "warning",
    what: "No two pages have the same meta description.",
    why: "Google, snippets: a description is of one page.",
    good: { html: TITLE, files: { "rest/index.html": REST } },
    bad: {
      html: TITLE,
      head: `<meta name="description" content="How to rest well after a long day of work.">`,
      files: { "rest/index.html": REST },
    },
    checkSite(site, report) {
      for (const [text, group] of repeated(site, (page) => page.description)) {
        for (const page of group.slice(1))
          report(
            page.path,
            `expected a description of its own, received ${quote(text)} as in ${group[0]!.path}. Say what this page holds.`,
          );
      }
    },
  },
  {
    name: "canonical-self",
    severity: "error",
    what: "A canonical link names the page's own address, or another page of the site that exists.",
    why: "Google, consolidate duplicate URLs: a wrong canonical takes the page out of the results.",
    good: { html: TITLE, files: { "rest/index.html": REST } },
    bad: {
      html: TITLE,
      files: {
        "rest/index.html": REST.replace(
          `href="https://example.org/rest/"`,
          `href="https://example.org/nest/"`,
        ),
      },
    },
    checkSite(site, report) {
      for (const page of site.pages.values()) {
        const [canonical] = page.canonicals;
        const own = addressOf(page.path, site.url);
        if (
          canonical === undefined ||
          own === null ||
          !/^https?:\/\//i.test(canonical) ||
          page.refreshTo !== null
        )
          continue;
        if (pageKey(canonical) === pageKey(own) && canonical.slice(0, 5) === own.slice(0, 5)) continue;
        const path = site.addresses.onSite(canonical, page.path, null);
        const found = path === null ? null : resolve(site, path);
        const isOtherPage =
          found?.kind === "page" &&
          found.page.path !== page.path &&
          canonical.slice(0, 5) === own.slice(0, 5);
        if (!isOtherPage)
          report(
            page.path,
            `expected ${quote(own)}, the page's own address, received the canonical address ${quote(canonical)}. Correct it.`,
          );
      }
    },
  },
  {
    name: "canonical-repeated",
    severity: "warning",
    what: "A page whose canonical link names another page is a copy of it on purpose.",
    why: "Search engines leave such pages out of the results.",
    good: { html: TITLE, files: { "rest/index.html": REST } },
    bad: {
      html: TITLE,
      files: { "rest/index.html": REST.replace("https://example.org/rest/", "https://example.org/page/") },
    },
    checkSite(site, report) {
      for (const page of site.pages.values()) {
        const [canonical] = page.canonicals;
        const path =
          canonical === undefined || !page.isIndexed || site.url === null
            ? null
            : site.addresses.onSite(canonical, page.path, null);
        const found = path === null ? null : resolve(site, path);
        if (found?.kind === "page" && found.page.path !== page.path)
          report(
            page.path,
            `expected the page's own address, received ${found.page.path} as canonical. Correct it, unless the page is a copy.`,
          );
      }
    },
  },
]);
