import { nodesOf, textOf, valuesOf } from "./main.ts";
import { isNode } from "./read.ts";
import type { Graph, Node } from "./types.ts";

/** Items of a list that are nodes. */
export function listItems(node: Node): readonly Node[] {
  return valuesOf(node, "itemListElement").filter(isNode);
}

/** Name of a list item: its own, or that of the thing it holds; null when neither has one. */
export function itemName(graph: Graph, listItem: Node): string | null {
  const inner = nodesOf(graph, listItem, "item")[0];
  return (
    textOf(listItem, "name") ??
    (inner === undefined ? null : (textOf(inner, "name") ?? textOf(inner, "headline")))
  );
}
