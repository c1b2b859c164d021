import { pageKey } from "../urls.ts";
import { isA } from "../vocabulary.ts";
import { isNode } from "./read.ts";
import type { Entry, Graph, Node } from "./types.ts";

/** True when the node is of the class or of one below it. */
export function isOf(node: Node, type: string): boolean {
  for (const name of node.types) if (isA(name, type)) return true;
  return false;
}

const NONE: readonly never[] = [];

/** Values of a property, in order. */
export function valuesOf(node: Node, property: string): readonly Entry["value"][] {
  return node.values.get(property) ?? NONE;
}

export function has(node: Node, property: string): boolean {
  return valuesOf(node, property).some((value) => value !== null && value !== "");
}

/** First text of a property; null when it has none. */
export function textOf(node: Node, property: string): string | null {
  for (const value of valuesOf(node, property)) if (typeof value === "string") return value;
  return null;
}

/** Every text of a property. */
export function textsOf(node: Node, property: string): readonly string[] {
  return valuesOf(node, property).filter((value): value is string => typeof value === "string");
}

/** Nodes a property holds, references followed to where the node is defined; a reference without definition stays a reference. */
export function nodesOf(graph: Graph, node: Node, property: string): readonly Node[] {
  return valuesOf(node, property)
    .filter(isNode)
    .map((value) => definitionOf(graph, value));
}

/** The fullest definition of the node on the page; the node itself when there is none. */
export function definitionOf(graph: Graph, node: Node): Node {
  if (node.id === null) return node;
  const known = graph.byId.get(node.id);
  if (known === undefined) return node;
  return known.reduce((best, next) => (next.entries.length > best.entries.length ? next : best));
}

/** Types of a node, gathered from all its definitions on the page. */
export function typesOf(graph: Graph, node: Node): readonly string[] {
  if (!node.isReference || node.id === null) return node.types;
  return (graph.byId.get(node.id) ?? []).flatMap((definition) => definition.types);
}

/** The nodes around which a page's graph is built. */
export interface MainNodes {
  /** The WebPage node of this page; null when the graph has none. */
  readonly page: Node | null;
  /** The article that the page holds, if it holds one. */
  readonly article: Node | null;
  /** `page` and `article`, those that exist. */
  readonly both: readonly Node[];
}

/** Finds the page's own nodes; `url`: the page's address, null when not known. */
export function mainNodes(graph: Graph, url: string | null): MainNodes {
  const page = findPage(graph, url);
  const article = findArticle(graph, page, url);
  return { page, article, both: [page, article].filter((node) => node !== null) };
}

function findPage(graph: Graph, url: string | null): Node | null {
  const pages = graph.nodes.filter((node) => !node.isReference && isOf(node, "WebPage"));
  const tops = pages.filter((node) => node.isTop);
  const here = url === null ? [] : pages.filter((node) => isAt(node, url));
  return here.find((node) => node.isTop) ?? tops[0] ?? here[0] ?? null;
}

function isAt(node: Node, url: string): boolean {
  const key = pageKey(url);
  return [node.id, textOf(node, "url")].some((address) => address !== null && pageKey(address) === key);
}

function findArticle(graph: Graph, page: Node | null, url: string | null): Node | null {
  const articles = graph.nodes.filter((node) => !node.isReference && isOf(node, "Article") && isFull(node));
  if (page !== null) {
    const named = nodesOf(graph, page, "mainEntity").find((node) => articles.includes(node));
    if (named !== undefined) return named;
  }
  const tops = articles.filter((node) => node.isTop);
  const pointing = tops.find((node) => pointsAt(node, page, url));
  if (pointing !== undefined || tops.length !== 1) return pointing ?? null;
  // The only article of a page without page node is its own; beside one, it may be one that the page shows.
  return page === null || !namesAddress(tops[0]!) ? tops[0]! : null;
}

/** An article in a list carries a headline and a link; the page's own carries more, or stands at the top. */
function isFull(node: Node): boolean {
  return node.isTop || node.property === "mainEntity";
}

function namesAddress(node: Node): boolean {
  return has(node, "mainEntityOfPage") || has(node, "url");
}

function pointsAt(node: Node, page: Node | null, url: string | null): boolean {
  return ["mainEntityOfPage", "isPartOf", "url"].some((property) =>
    valuesOf(node, property).some((value) => {
      const address = isNode(value) ? value.id : typeof value === "string" ? value : null;
      if (address === null) return false;
      return address === page?.id || (url !== null && pageKey(address) === pageKey(url));
    }),
  );
}

const definedOf = new WeakMap<Graph, Map<string, readonly Node[]>>();

/** Definitions of a class on the page, references left out; looked for once. */
export function all(graph: Graph, type: string): readonly Node[] {
  let known = definedOf.get(graph);
  if (known === undefined) {
    known = new Map();
    definedOf.set(graph, known);
  }
  let found = known.get(type);
  if (found === undefined) {
    found = graph.nodes.filter((node) => !node.isReference && isOf(node, type));
    known.set(type, found);
  }
  return found;
}

/** Addresses a property gives: texts, and the `contentUrl`, `url` or `@id` of nodes. */
export function addresses(graph: Graph, node: Node, property: string): readonly string[] {
  const nodes = nodesOf(graph, node, property).flatMap((value) => {
    const found = textOf(value, "contentUrl") ?? textOf(value, "url") ?? value.id;
    return found === null ? [] : [found];
  });
  return [...textsOf(node, property), ...nodes];
}
