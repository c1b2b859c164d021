import { pageKey } from "../urls.ts";
import { textOf } from "./main.ts";
import { isNode } from "./read.ts";
import type { Entry, Graph, Node } from "./types.ts";

/** Entries that are references to nodes of this site. */
export function* references(graph: Graph): Generator<readonly [Entry, string]> {
  for (const entry of graph.entries) {
    if (isNode(entry.value) && entry.value.isReference && entry.value.id !== null)
      yield [entry, entry.value.id];
  }
}

/** Nodes led to from the page, from nodes that point at it, and from the nodes these stand in. */
export function reachable(graph: Graph, page: Node): ReadonlySet<Node> {
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

/** The node at the top of the graph in which this one stands. */
export function rootOf(node: Node): Node {
  return node.parent === null ? node : rootOf(node.parent);
}
