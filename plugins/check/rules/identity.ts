import { quote } from "../../article/problem.ts";
import { differences } from "../graph/definition.ts";
import { labelOf, nameOf } from "../graph/label.ts";
import { isOf, type MainNodes, nodesOf, textOf, valuesOf } from "../graph/main.ts";
import { isNode } from "../graph/read.ts";
import { schemaOrgTerm } from "../graph/terms.ts";
import type { Entry, Graph, Node } from "../graph/types.ts";
import { family } from "../rule.ts";
import { closest } from "../suggest.ts";
import { hostOf, pageKey } from "../urls.ts";
import { isA } from "../vocabulary.ts";

/** Properties that say "is a part of": followed upwards they must end. */
const UPWARDS = [
  "isPartOf",
  "parentOrganization",
  "memberOf",
  "containedInPlace",
  "exampleOfWork",
  "inDefinedTermSet",
];
/** The same, said from above. */
const DOWNWARDS = ["hasPart", "subOrganization", "containsPlace", "itemListElement", "workExample"];
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

/** Entries that are references to nodes of this site. */
export function* references(graph: Graph): Generator<readonly [Entry, string]> {
  for (const entry of graph.entries) {
    if (isNode(entry.value) && entry.value.isReference && entry.value.id !== null)
      yield [entry, entry.value.id];
  }
}

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
          if (
            isA(entity.types[0] ?? "", "Article") &&
            said.length > 0 &&
            said.every((id) => id === null || pageKey(id) !== pageKey(node.id!))
          )
            report(
              `${entity.path}.mainEntityOfPage: expected ${quote(node.id)}, whose mainEntity it is, received ${quote(said[0])}. Join them both ways.`,
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

/** True when another definition says all that this one says. */
function isStubOf(node: Node, all: readonly Node[]): boolean {
  return all.some(
    (other) =>
      other !== node &&
      other.entries.length > node.entries.length &&
      node.entries.every((entry) => other.entries.some((more) => more.property === entry.property)),
  );
}

/** Nodes led to from the page, from nodes that point at it, and from the nodes these stand in. */
function reachable(graph: Graph, page: Node): ReadonlySet<Node> {
  const reached = new Set<Node>();
  const open = [page];
  for (const [entry, id] of references(graph)) if (id === page.id) open.push(rootOf(entry.node));
  for (const node of graph.nodes) {
    const address = textOf(node, "mainEntityOfPage");
    if (address !== null && page.id !== null && pageKey(address) === pageKey(page.id))
      open.push(rootOf(node));
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    for (const { value } of node.entries) if (isNode(value)) open.push(value);
    // A node under `@reverse` points at the one it stands in.
    if (node.parent !== null && node.property === null) open.push(node.parent);
    if (node.id !== null) open.push(...(graph.byId.get(node.id) ?? []));
  }
  return reached;
}

function rootOf(node: Node): Node {
  return node.parent === null ? node : rootOf(node.parent);
}

/** id → ids of the wholes it is said to be part of. */
function wholesOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const wholes = new Map<string, string[]>();
  const add = (part: string | null, whole: string | null) => {
    if (part === null || whole === null) return;
    const known = wholes.get(part);
    if (known === undefined) wholes.set(part, [whole]);
    else if (!known.includes(whole)) known.push(whole);
  };
  for (const { node, property, value } of graph.entries) {
    if (!isNode(value)) continue;
    if (UPWARDS.includes(property)) add(node.id, value.id);
    if (DOWNWARDS.includes(property)) add(value.id, node.id);
  }
  return wholes;
}

/** Circles among the wholes, each told once; every step is walked once. */
function circlesIn(wholes: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const start of wholes.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const open: (readonly [id: string, isLeft: boolean])[] = [[start, false]];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const [id, isLeft] = step;
      if (isLeft) {
        path.pop();
        onPath.delete(id);
        done.add(id);
      } else if (onPath.has(id)) found.push(path.slice(path.indexOf(id)));
      else if (!done.has(id)) {
        path.push(id);
        onPath.add(id);
        open.push([id, true], ...(wholes.get(id) ?? []).map((whole) => [whole, false] as const));
      }
    }
  }
  return found;
}
