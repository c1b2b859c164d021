import type { BreadcrumbList } from "schema-dts";
import type { Crumb } from "../../page/parts.ts";
import { absolute, partId } from "../ids.ts";
import type { GraphNode } from "../types.ts";

/** The steps the page shows; null when it shows fewer than two. The last one, the page itself, needs no `item`. */
export function breadcrumbNode(origin: string, page: string, crumbs: readonly Crumb[]): GraphNode | null {
  if (crumbs.length < 2) return null;
  const last = crumbs.length - 1;
  return {
    "@type": "BreadcrumbList",
    "@id": partId(page, "breadcrumb"),
    itemListElement: crumbs.map(({ name, url }, index) => ({
      "@type": "ListItem" as const,
      position: index + 1,
      name,
      item: index === last ? undefined : absolute(origin, url),
    })),
  } satisfies BreadcrumbList;
}
