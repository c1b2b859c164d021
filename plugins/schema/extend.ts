import type { PageKind } from "../page/types.ts";
import { quote } from "../problem.ts";
import type { Extend, ViewOf } from "./options.ts";
import type { Graph, GraphNode, Value } from "./types.ts";

/** Deepest nesting of what a builder returns: beyond it lies a circle. */
const DEPTH = 32;

/**
 * Runs an adopter's builder on a copy of the graph's nodes and gives the nodes
 * that result: new ones at the end, those with a known `@id` merged into the
 * node of that id.
 *
 * @throws {Error} naming the builder and the page, with what went wrong as its cause
 */
export function extendNodes<Kind extends PageKind>(
  nodes: readonly GraphNode[],
  kind: Kind,
  builder: Extend<Kind>,
  view: ViewOf<Kind>,
): readonly GraphNode[] {
  try {
    const graph: Graph = { "@context": "https://schema.org", "@graph": nodes.map(copy) as GraphNode[] };
    return applied(graph, builder(graph, view));
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`schema: extend.${kind}: ${view.url}: ${said}`, { cause });
  }
}

function applied(graph: Graph, returned: unknown): readonly GraphNode[] {
  if (returned === undefined || returned === null) return graph["@graph"];
  if (Array.isArray(returned)) return merged(graph["@graph"], returned.map(requireNode)).map(requireType);
  const nodes = typeof returned === "object" ? (returned as Partial<Graph>)["@graph"] : undefined;
  if (!Array.isArray(nodes))
    throw new TypeError(`expected a graph, a list of nodes or nothing, received ${describe(returned)}.`);
  return nodes.map(requireNode).map(requireType);
}

function requireType(node: GraphNode): GraphNode {
  if (node["@type"] !== undefined) return node;
  throw new TypeError(
    `expected a node with "@type", or the "@id" of a node that is there, received ${describe(node)}.`,
  );
}

/** Adds nodes; one whose `@id` is known changes that node's properties. */
export function merged(nodes: readonly GraphNode[], added: readonly GraphNode[]): readonly GraphNode[] {
  const result = [...nodes];
  for (const node of added) {
    const index = result.findIndex((known) => known["@id"] !== undefined && known["@id"] === node["@id"]);
    if (index < 0) result.push(node);
    else result[index] = { ...result[index], ...node };
  }
  return result;
}

function requireNode(node: unknown): GraphNode {
  if (typeof node !== "object" || node === null || Array.isArray(node))
    throw new TypeError(`expected a node, received ${describe(node)}.`);
  return requireValue(node, 0) as GraphNode;
}

/** The value as JSON has it: dates as text, no functions. */
function requireValue(value: unknown, depth: number): Value {
  if (depth > DEPTH)
    throw new RangeError(`expected at most ${DEPTH} levels, received more. Refer to nodes by "@id".`);
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item: unknown) => requireValue(item, depth + 1));
  if (typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) => [key, requireValue(held, depth + 1)]),
    );
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new TypeError(`expected text, numbers, true, false, lists and nodes, received a ${typeof value}.`);
}

function describe(value: unknown): string {
  if (value instanceof Promise) return "a promise. Builders answer at once";
  try {
    return quote(value);
  } catch {
    return `a ${typeof value}`;
  }
}

// Nodes are shared between pages: a builder that writes into one must not reach the others.
function copy(value: Value): Value {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copy(held)]));
}
