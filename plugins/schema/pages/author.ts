import type { AuthorPage, AuthorsPage } from "../../page/types.ts";
import type { SchemaContext } from "../context.ts";
import { absolute } from "../ids.ts";
import { entryAuthors, entryNode } from "../nodes/entry.ts";
import { itemListNode, listId } from "../nodes/item-list.ts";
import { pageNode } from "../nodes/page.ts";
import { personNode } from "../nodes/person.ts";
import { type GraphNode, refer } from "../types.ts";

/**
 * Who writes or reviews: the person with all the page shows of them, and their
 * articles. A name that stands for nobody ("Staff Writer") has no profile.
 */
export function authorNodes(context: SchemaContext, view: AuthorPage): readonly (GraphNode | null)[] {
  const { canonical, entries } = view;
  const person = personNode(context, canonical, view.person, "profile");
  const articles = entries.map((entry) => entryNode(context, canonical, entry));
  const page = pageNode(context, view, {
    type: person === null ? "CollectionPage" : "ProfilePage",
    said: { mainEntity: person === null ? undefined : refer(person["@id"] as string), hasPart: articles },
  });
  const others = entryAuthors(context, canonical, entries).filter((node) => node["@id"] !== person?.["@id"]);
  return [page, person, ...others];
}

/** Everybody who writes or reviews. */
export function authorsNodes(context: SchemaContext, view: AuthorsPage): readonly (GraphNode | null)[] {
  const { canonical, title } = view;
  const entries = view.people.flatMap(({ person }) => {
    const node = personNode(context, canonical, person, "byline");
    return node === null ? [] : [{ name: person.name, url: absolute(context.origin, person.url), node }];
  });
  const list = itemListNode(
    listId(canonical),
    title,
    entries.map(({ name, url, node }) => ({ name, url, item: refer(node["@id"] as string) })),
  );
  const main = list === null ? undefined : refer(list["@id"] as string);
  return [
    pageNode(context, view, { type: "CollectionPage", said: { mainEntity: main } }),
    list,
    ...entries.map(({ node }) => node),
  ];
}
