import type { PageKind, PageView } from "../page/types.ts";
import type { Additions } from "./additions.ts";
import type { SchemaContext } from "./context.ts";
import { extendNodes } from "./extend.ts";
import type { ArticleFacts } from "./facts.ts";
import { partId } from "./ids.ts";
import { breadcrumbNode } from "./nodes/breadcrumb.ts";
import type { Extend, ViewOf } from "./options.ts";
import { articleNodes } from "./pages/article.ts";
import { authorNodes, authorsNodes } from "./pages/author.ts";
import { benefitNodes } from "./pages/benefit.ts";
import { homeNodes } from "./pages/home.ts";
import { indexNodes } from "./pages/index-page.ts";
import { matrixNodes } from "./pages/matrix.ts";
import { searchNodes, textNodes } from "./pages/standing.ts";
import { tagNodes } from "./pages/tag.ts";
import { topicNodes } from "./pages/topic.ts";
import { prune } from "./prune.ts";
import type { Graph, GraphNode, JsonObject, Value } from "./types.ts";

/** A page of the theme, or an article's facts from a site with its own layouts. */
export type SchemaView = PageView | ArticleFacts;

/**
 * The one graph of a page, made from what the page shows: the page first, then
 * what it is about, people, breadcrumb, site and publisher; each node once.
 * Null for pages that say nothing: 404 and redirects. Same input, same graph.
 *
 * @throws {Error} naming the adopter's builder that failed and the page
 */
export function toGraph(view: SchemaView, context: SchemaContext): Graph | null {
  if (view.kind === "notFound" || view.kind === "redirect") return null;
  const own = uniqueNodes([
    ...pageNodes(context, view),
    breadcrumbNode(context.origin, view.canonical, view.breadcrumb),
    context.website,
    context.publisher,
  ]);
  const added = view.kind === "article" ? withAdditions(own, context.additions.get(view.id), view) : own;
  const extended = withExtension(added, view, context);
  return { "@context": "https://schema.org", "@graph": prune(extended, context.origin) };
}

function pageNodes(context: SchemaContext, view: SchemaView): readonly (GraphNode | null)[] {
  switch (view.kind) {
    case "article":
      return articleNodes(context, view);
    case "home":
      return homeNodes(context, view);
    case "benefit":
      return benefitNodes(context, view);
    case "condition":
    case "therapy":
      return topicNodes(context, view);
    case "benefits":
    case "conditions":
    case "therapies":
    case "tags":
      return indexNodes(context, view);
    case "matrix":
      return matrixNodes(context, view);
    case "author":
      return authorNodes(context, view);
    case "authors":
      return authorsNodes(context, view);
    case "tag":
      return tagNodes(context, view);
    case "page":
      return textNodes(context, view);
    case "search":
      return searchNodes(context, view);
    default:
      return [];
  }
}

/** Every node once: the first of an id is the fullest. */
function uniqueNodes(nodes: readonly (GraphNode | null)[]): readonly GraphNode[] {
  const byId = new Map<Value, GraphNode>();
  for (const node of nodes) if (node !== null && !byId.has(node["@id"])) byId.set(node["@id"], node);
  return [...byId.values()];
}

/** Front matter adds to the page and to the article, and nodes of its own; it replaces nothing. */
function withAdditions(
  nodes: readonly GraphNode[],
  additions: Additions | undefined,
  { canonical }: ArticleFacts,
): readonly GraphNode[] {
  if (additions === undefined) return nodes;
  const extra = new Map([
    [canonical, onPage(additions.page, canonical)],
    [partId(canonical, "article"), onPage(additions.article, canonical)],
  ]);
  const known = new Set(nodes.map((node) => node["@id"]));
  return [
    ...nodes.map((node) => appended(node, extra.get(node["@id"] as string))),
    ...onPage(additions.nodes, canonical).filter((node) => !known.has(node["@id"])),
  ];
}

function appended(node: GraphNode, extra: JsonObject | undefined): GraphNode {
  if (extra === undefined) return node;
  const said: Record<string, Value> = {};
  for (const [key, value] of Object.entries(extra)) {
    const held = node[key];
    said[key] = held === undefined ? value : [held, value].flat();
  }
  return { ...node, ...said };
}

/** The value with every `@id` that begins with "#" on this page. */
function onPage<Held extends Value>(value: Held, canonical: string): Held {
  if (Array.isArray(value)) return value.map((item: Value) => onPage(item, canonical)) as unknown as Held;
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, held]) => [
    key,
    key === "@id" && String(held).startsWith("#") ? canonical + held : onPage(held, canonical),
  ]);
  return Object.fromEntries(entries);
}

function withExtension(
  nodes: readonly GraphNode[],
  view: SchemaView,
  { options }: SchemaContext,
): readonly GraphNode[] {
  const builder = options.extend[view.kind] as Extend<PageKind> | undefined;
  return builder === undefined ? nodes : extendNodes(nodes, view.kind, builder, view as ViewOf<PageKind>);
}
