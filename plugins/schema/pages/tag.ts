import type { TagPage } from "../../page/types.ts";
import type { SchemaContext } from "../context.ts";
import { entryAuthors, listedArticles } from "../nodes/entry.ts";
import { itemListNode, listId } from "../nodes/item-list.ts";
import { pageNode } from "../nodes/page.ts";
import { type GraphNode, refer } from "../types.ts";

/** Articles with one tag. */
export function tagNodes(context: SchemaContext, view: TagPage): readonly (GraphNode | null)[] {
  const { canonical, label, entries } = view;
  const list = itemListNode(listId(canonical), label, listedArticles(context, canonical, entries));
  const main = list === null ? undefined : refer(list["@id"] as string);
  const page = pageNode(context, view, { type: "CollectionPage", said: { mainEntity: main } });
  return [page, list, ...entryAuthors(context, canonical, entries)];
}
