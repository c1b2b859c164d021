import { closest } from "../../closest.ts";
import { quote } from "../../problem.ts";
import { circlesIn, wholesOf } from "../graph/circle.ts";
import { differences } from "../graph/definition.ts";
import { labelOf, nameOf } from "../graph/label.ts";
import { reachable, references } from "../graph/reach.ts";
import { schemaOrgTerm } from "../graph/terms.ts";
import type { Entry, Graph, Node } from "../graph/types.ts";
import { family } from "../rule.ts";
import { hostOf, pageKey } from "../urls.ts";

/** Properties that may point at their own node. */
const SELF_ALLOWED = new Set([
  "mainEntityOfPage",
  "mainEntity",
  "url",
  "sameAs",
  "isPartOf",
  "hasPart",
  "parentOrganization",
  "subOrganization",
]);

const PAGE = {
  "@type": "WebPage",
  "@id": "https://example.org/page/",
  url: "https://example.org/page/",
  name: "Sleep",
};

const linked = (more: object, ...others: object[]) => ({ graph: [{ ...PAGE, ...more }, ...others] });

const ORGANIZATION = { "@type": "Organization", "@id": "https://example.org/#organization", name: "Rest" };

/** Hosts at which this page's own nodes are defined. */
export function ownHosts(graph: Graph, url: string | null): ReadonlySet<string> {
  const hosts = new Set(
    graph.nodes.filter((node) => node.isTop && node.id !== null).map((node) => hostOf(node.id!)),
  );
  if (url !== null) hosts.add(hostOf(url));
  hosts.delete("schema.org");
  hosts.delete("");
  return hosts;
}

/** References of the page to nodes of its own site that the page does not define, with the entry that holds each. */
export function danglingReferences(graph: Graph, url: string | null): readonly (readonly [Entry, string])[] {
  const hosts = ownHosts(graph, url);
  return [...references(graph)].filter(([{ property }, id]) => {
    if (graph.byId.has(id) || schemaOrgTerm(id) !== null) return false;
    if (!id.startsWith("_:") && !hosts.has(hostOf(id)) && /^[a-z][a-z0-9+.-]*:/i.test(id)) return false;
    const isOwnPage = property === "mainEntityOfPage" && url !== null && pageKey(id) === pageKey(url);
    return !isOwnPage;
  });
}

/** True when another definition says all that this one says. */
function isStubOf(node: Node, all: readonly Node[]): boolean {
  return all.some(
    (other) =>
      other !== node &&
      other.entries.length > node.entries.length &&
      node.entries.every((entry) => other.entries.some((more) => more.property === entry.property)),
  );
}

export const identityRules = family("identity", [
  {
    name: "dangling-id",
    severity: "error",
    what: "Every `@id` that a graph refers to is defined in it, at least as a stub (`@type`, `name`, `url`).",
    why: "Consumers read one page at a time; a reference without definition says nothing (Yoast's specification).",
    good: linked({ publisher: { "@id": ORGANIZATION["@id"] } }, ORGANIZATION),
    bad: linked({ publisher: { "@id": "https://example.org/#organisation" } }, ORGANIZATION),
    check({ graph, url }, report) {
      for (const [entry, id] of danglingReferences(graph, url)) {
        const meant = closest(id, graph.byId.keys());
        report(
          `${labelOf(entry)}: expected a node with this @id in the page's graph, received ${quote(id)}, defined nowhere in it.${meant === null ? " Add a stub, or drop the reference." : ` Did you mean ${quote(meant)}?`}`,
        );
      }
    },
  },
  {
    name: "conflicting-id",
    severity: "error",
    what: "Definitions with one `@id` agree on type, name, address and dates, on the page and across the site.",
    why: "One id is one thing (JSON-LD 1.1, section 3.3); merged definitions that differ make nonsense.",
    good: linked({ publisher: ORGANIZATION }, { ...ORGANIZATION, url: "https://example.org/" }),
    bad: linked({ publisher: ORGANIZATION }, { ...ORGANIZATION, name: "Unrest" }),
    check({ graph }, report) {
      for (const nodes of graph.byId.values()) {
        for (const other of nodes.slice(1)) {
          for (const { property, first, second } of differences(nodes[0]!, other))
            report(
              `${other.path}.${property}: expected ${first} as at ${nodes[0]!.path} for ${quote(other.id)}, received ${second}. Give each thing its own @id, or make them agree.`,
            );
        }
      }
    },
  },
  {
    name: "repeated-id",
    severity: "warning",
    what: "A node is described once on a page and referred to elsewhere.",
    why: 'Two full descriptions drift apart; refer by `{ "@id": … }` (Yoast\'s specification).',
    good: linked({ publisher: { "@id": ORGANIZATION["@id"] } }, ORGANIZATION),
    bad: linked({ publisher: { "@id": ORGANIZATION["@id"] } }, ORGANIZATION, { ...ORGANIZATION }),
    check({ graph }, report) {
      for (const nodes of graph.byId.values()) {
        const tops = nodes.filter((node) => node.isTop && !isStubOf(node, nodes));
        if (tops.length > 1)
          report(
            `${tops[1]!.path}: expected one description of ${quote(tops[1]!.id)}, received ${tops.length} at the top of the graph. Keep one.`,
          );
      }
    },
  },
  {
    name: "unconnected",
    severity: "error",
    what: "Every node at the top of a graph with a WebPage is reached from the page node, or points at it.",
    why: 'A node that nothing leads to is not said of this page (Google, general guidelines: "nest or link by @id").',
    good: linked({ publisher: { "@id": ORGANIZATION["@id"] } }, ORGANIZATION),
    bad: linked({}, ORGANIZATION),
    check({ graph, main }, report) {
      if (main.page === null) return;
      const reached = reachable(graph, main.page);
      for (const node of graph.nodes) {
        if (!node.isTop || node.isReference || reached.has(node) || node.block !== main.page.block) continue;
        report(
          `${node.path}: expected a node that the page leads to, received ${nameOf(node)}, which nothing refers to. Refer to it by @id, or drop it.`,
        );
      }
    },
  },
  {
    name: "unconnected-block",
    severity: "note",
    what: "Separate JSON-LD blocks are joined to the page's node.",
    why: "One connected graph says more than loose parts; consumers accept both.",
    good: {
      json: `[${JSON.stringify({ "@context": "https://schema.org", ...PAGE, publisher: ORGANIZATION })}]`,
    },
    bad: {
      html: `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...ORGANIZATION })}</script>`,
      graph: PAGE,
    },
    check({ graph, main }, report) {
      if (main.page === null) return;
      const reached = reachable(graph, main.page);
      for (const node of graph.nodes) {
        if (!node.isTop || node.isReference || reached.has(node) || node.block === main.page.block) continue;
        report(
          `${node.path}: expected a node that the page leads to, received ${nameOf(node)} in a block of its own. Refer to it by @id.`,
        );
      }
    },
  },
  {
    name: "part-cycle",
    severity: "error",
    what: "Nothing is a part of itself, not even by way of others.",
    why: "`isPartOf`, `hasPart` and their like describe a tree; whoever follows them never ends.",
    good: linked({ isPartOf: { "@type": "WebSite", "@id": "https://example.org/#website", name: "Rest" } }),
    bad: linked({
      isPartOf: {
        "@type": "WebSite",
        "@id": "https://example.org/#website",
        name: "Rest",
        isPartOf: { "@id": PAGE["@id"] },
      },
    }),
    check({ graph }, report) {
      for (const circle of circlesIn(wholesOf(graph))) {
        report(
          `expected parts that end in a whole, received a circle: ${[...circle, circle[0]!].map((step) => quote(step)).join(" is part of ")}. Remove one of these.`,
        );
      }
    },
  },
  {
    name: "self-reference",
    severity: "warning",
    what: "No node is about, by or for itself.",
    why: "Such a reference comes from a wrong id in a template.",
    good: linked({ about: ORGANIZATION }),
    bad: linked({ about: { "@id": PAGE["@id"] } }),
    check({ graph }, report) {
      for (const [entry, id] of references(graph)) {
        if (id === entry.node.id && !SELF_ALLOWED.has(entry.property))
          report(
            `${labelOf(entry)}: expected another node, received its own @id ${quote(id)}. Correct the reference.`,
          );
      }
    },
  },
]);
