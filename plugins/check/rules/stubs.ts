import { quote } from "../../problem.ts";
import { nameOf } from "../graph/label.ts";
import { has, isOf, textOf } from "../graph/main.ts";
import type { Node } from "../graph/types.ts";
import { family } from "../rule.ts";
import { hostOf, parseUrl } from "../urls.ts";

/** Things that a consumer can only show by name. */
const NAMED = [
  "Person",
  "Organization",
  "MedicalCondition",
  "TherapeuticProcedure",
  "DefinedTerm",
  "HealthTopicContent",
  "Article",
];
/** Properties that name a thing as well. */
const NAMES = ["name", "headline", "alternateName", "legalName", "givenName", "familyName"];
/** Things that have a page or a place on one. */
const LOCATED = ["WebPage", "HealthTopicContent", "MedicalCondition", "TherapeuticProcedure", "DefinedTerm"];

const TERM = {
  "@type": "DefinedTerm",
  "@id": "https://example.org/page/#term",
  name: "Better sleep",
  url: "https://example.org/page/",
};
const PAGE = {
  "@type": "WebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Massage for sleep",
};

/** Nodes that others can refer to, or that stand at the top. */
function isStandalone(node: Node): boolean {
  return !node.isReference && (node.isTop || node.id !== null) && node.entries.length > 0;
}

export const stubRules = family("identity", [
  {
    name: "name-missing",
    severity: "error",
    what: "A person, organization, condition, therapy, term, section or article that others can refer to has a name (an article: a headline).",
    why: "A stub is `@type`, `@id`, `name` and `url`: less says nothing to whoever reads one page at a time (Yoast's specification).",
    good: { graph: TERM },
    bad: { graph: { ...TERM, name: undefined } },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        if (
          !isStandalone(node) ||
          !NAMED.some((type) => isOf(node, type)) ||
          NAMES.some((property) => has(node, property))
        )
          continue;
        const others = node.id === null ? [] : (graph.byId.get(node.id) ?? []);
        if (!others.some((other) => NAMES.some((property) => has(other, property))))
          report(
            `${node.path}: expected a name, received ${nameOf(node)} without. Name it, or drop it and every reference to it.`,
          );
      }
    },
  },
  {
    name: "url-missing",
    severity: "warning",
    what: "A page, section, condition, therapy or term that others can refer to has a `url`.",
    why: "An `@id` is a name, not an address: `url` is what a consumer opens (Yoast's specification, stubs).",
    good: { graph: TERM },
    bad: { graph: { ...TERM, url: undefined } },
    check({ graph }, report) {
      for (const node of graph.nodes) {
        if (node.id === null || !isStandalone(node) || !LOCATED.some((type) => isOf(node, type))) continue;
        const isDefined = (graph.byId.get(node.id) ?? []).some((other) => has(other, "url"));
        const isSource = node.property === "citation" || node.property === "isBasedOn";
        // The @id of a page is its address, so a page that is only mentioned needs no url.
        if (isOf(node, "WebPage") && !node.isTop) continue;
        if (!isDefined && !isSource)
          report(
            `${node.path}: expected url, received ${nameOf(node)} without. Add the address of its page or section.`,
          );
      }
    },
  },
  {
    name: "id-missing",
    severity: "warning",
    what: "Every node at the top of an `@graph` has an `@id`.",
    why: "Without one no other node can refer to it (JSON-LD 1.1, section 3.3).",
    good: { graph: [PAGE, { ...TERM, mainEntityOfPage: { "@id": PAGE["@id"] } }] },
    bad: { graph: [PAGE, { ...TERM, "@id": undefined, mainEntityOfPage: { "@id": PAGE["@id"] } }] },
    check({ graph }, report) {
      for (const [block, { json }] of graph.blocks.entries()) {
        if (typeof json !== "object" || json === null || !("@graph" in json)) continue;
        const tops = graph.nodes.filter((node) => node.isTop && node.block === block);
        for (const node of tops)
          if (tops.length > 1 && node.id === null)
            report(
              `${node.path}: expected "@id", received ${nameOf(node)} without. Give it one, such as the page's address with "#" and a word.`,
            );
      }
    },
  },
  {
    name: "insecure-own-address",
    severity: "error",
    what: "A site served by https names its own pages, files and nodes by https.",
    why: "http://example.org/#x and https://example.org/#x are two ids; the first address costs a redirect.",
    good: { graph: TERM },
    bad: { graph: { ...TERM, url: "http://example.org/page/" } },
    check({ graph, url }, report) {
      if (url === null || !url.startsWith("https:")) return;
      const host = hostOf(url);
      const isInsecure = (address: string) => address.startsWith("http:") && hostOf(address) === host;
      for (const { node, key, value } of graph.entries) {
        if (typeof value === "string" && isInsecure(value))
          report(
            `${node.path}.${key}: expected https, received ${quote(value)}. Write the address by which the site is served.`,
          );
      }
      for (const node of graph.nodes) {
        if (node.id !== null && isInsecure(node.id))
          report(
            `${node.path}.@id: expected https, received ${quote(node.id)}. Write the address by which the site is served.`,
          );
      }
    },
  },
  {
    name: "same-as",
    severity: "warning",
    what: "`sameAs` leads to another site, where the thing is described too.",
    why: 'schema.org, sameAs: "URL of a reference Web page that unambiguously indicates the item\'s identity".',
    good: { graph: { ...TERM, sameAs: "https://www.wikidata.org/wiki/Q35831" } },
    bad: { graph: { ...TERM, sameAs: "https://example.org/about/" }, files: { "about/index.html": "" } },
    check({ graph, url }, report) {
      const host = url === null ? null : parseUrl(url)?.host;
      for (const node of graph.nodes) {
        for (const value of node.values.get("sameAs") ?? []) {
          if (
            typeof value === "string" &&
            host !== null &&
            parseUrl(value)?.host === host &&
            value !== textOf(node, "url")
          )
            report(
              `${node.path}.sameAs: expected an address on another site, received ${quote(value)}. Use url for the site's own pages.`,
            );
        }
      }
    },
  },
]);
