import type { HomePage } from "../../page/types.ts";
import type { SchemaContext } from "../context.ts";
import { entryAuthors, listedArticles } from "../nodes/entry.ts";
import { itemListNode, listId } from "../nodes/item-list.ts";
import { fullOrganizationNode } from "../nodes/organization.ts";
import { pageNode } from "../nodes/page.ts";
import { fullWebsiteNode } from "../nodes/website.ts";
import { type GraphNode, refer } from "../types.ts";

/** The front page: the site, its publisher and the latest articles. Older pages are collections. */
export function homeNodes(context: SchemaContext, view: HomePage): readonly (GraphNode | null)[] {
  const { canonical, entries, pager } = view;
  const { publisher, site } = context;
  const isFirst = pager === null || pager.current === 1;
  const list = itemListNode(
    listId(canonical),
    view.texts.latest ?? view.title,
    listedArticles(context, canonical, entries),
  );
  const page = pageNode(context, view, {
    type: isFirst ? "WebPage" : "CollectionPage",
    said: {
      about: isFirst && publisher !== null ? refer(publisher["@id"] as string) : undefined,
      mainEntity: list === null ? undefined : refer(list["@id"] as string),
    },
  });
  const own = isFirst
    ? [
        fullWebsiteNode(context.website, site),
        publisher === null ? null : fullOrganizationNode(publisher, context.people.get(site.publisher)),
      ]
    : [];
  return [page, ...own, list, ...entryAuthors(context, canonical, entries)];
}
