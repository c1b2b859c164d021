import type { SearchPage, TextPage } from "../../page/types.ts";
import type { SchemaContext } from "../context.ts";
import { pageNode } from "../nodes/page.ts";
import { type GraphNode, refer } from "../types.ts";

/** A page of text: about the publisher, a policy, how to get in touch. */
export function textNodes(context: SchemaContext, view: TextPage): readonly (GraphNode | null)[] {
  const type = context.options.pageTypes[view.url] ?? "WebPage";
  const publisher = context.publisher === null ? undefined : refer(context.publisher["@id"] as string);
  const isAbout = type === "AboutPage" || type === "ContactPage";
  return [pageNode(context, view, { type, said: { publisher, about: isAbout ? publisher : undefined } })];
}

export function searchNodes(context: SchemaContext, view: SearchPage): readonly (GraphNode | null)[] {
  return [pageNode(context, view, { type: "SearchResultsPage" })];
}
