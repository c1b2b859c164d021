import type { ItemList } from "schema-dts";
import { partId } from "../ids.ts";
import type { GraphNode } from "../types.ts";

/** One entry of a list the page shows. */
export interface ListEntry {
  readonly name: string;
  /** Absolute; missing for an entry that is no link. */
  readonly url?: string;
  readonly item?: GraphNode | { readonly "@id": string };
}

/** Id of a list on a page. */
export function listId(page: string, part = "list"): string {
  return partId(page, part);
}

/**
 * A list as the page shows it; null for an empty one. Always unordered: the
 * numbers of a listicle count, they do not rank.
 */
export function itemListNode(id: string, name: string, entries: readonly ListEntry[]): GraphNode | null {
  if (entries.length === 0) return null;
  const list = {
    "@type": "ItemList",
    "@id": id,
    name,
    numberOfItems: entries.length,
    itemListOrder: "https://schema.org/ItemListUnordered",
  } satisfies ItemList;
  return {
    ...list,
    itemListElement: entries.map(({ name, url, item }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      url,
      item,
    })),
  };
}
