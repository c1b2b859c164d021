import type { BlogPosting } from "schema-dts";
import type { EntryView, PersonView } from "../../page/parts.ts";
import { personView } from "../../page/person.ts";
import type { SchemaContext } from "../context.ts";
import { absolute, partId } from "../ids.ts";
import { isNamed } from "../named.ts";
import { shareNode } from "../prune.ts";
import { type GraphNode, oneOrMany, refer } from "../types.ts";
import type { ListEntry } from "./item-list.ts";
import { personId, personNode } from "./person.ts";

/** An article in a list, as far as the list shows it. */
export type EntryFact = Pick<EntryView, "id" | "url" | "title"> & {
  readonly published: { readonly iso: string };
  /** Names shown in the list; "" shows none. */
  readonly byline: string;
};

/** An article of another page: headline, date, and author where the byline is shown. */
export function entryNode(context: SchemaContext, page: string, entry: EntryFact): GraphNode {
  const known = context.entries.get(entry);
  if (known !== undefined) return known;
  const node = newEntryNode(context, page, entry);
  // An author without a page has an id of the page that names them.
  const isOfPage = authorsIn(context, [entry]).some((person) =>
    personId(context, page, person).startsWith(`${page}#`),
  );
  return isOfPage ? node : keep(context.entries, entry, node);
}

/** The same where the page shows no byline. */
export function unsignedEntryNode(context: SchemaContext, page: string, entry: EntryFact): GraphNode {
  const known = context.unsignedEntries.get(entry);
  return known ?? keep(context.unsignedEntries, entry, newEntryNode(context, page, { ...entry, byline: "" }));
}

/** The node as it may stand on every page, remembered. */
function keep(nodes: WeakMap<object, GraphNode>, entry: EntryFact, node: GraphNode): GraphNode {
  const whole = shareNode(node);
  if (whole !== undefined) nodes.set(entry, whole);
  return whole ?? node;
}

function newEntryNode(context: SchemaContext, page: string, entry: EntryFact): GraphNode {
  const url = absolute(context.origin, entry.url);
  const post = {
    "@type": "BlogPosting",
    "@id": partId(url, "article"),
    url,
    headline: entry.title,
    datePublished: entry.published.iso,
  } satisfies BlogPosting;
  const authors = authorsIn(context, [entry]).map((person) => refer(personId(context, page, person)));
  return { ...post, author: oneOrMany(authors) };
}

/** The people in the bylines of a list, each once. */
export function entryAuthors(
  context: SchemaContext,
  page: string,
  entries: readonly EntryFact[],
): readonly GraphNode[] {
  return authorsIn(context, entries).flatMap((person) => personNode(context, page, person, "name") ?? []);
}

function authorsIn({ records, people }: SchemaContext, entries: readonly EntryFact[]): readonly PersonView[] {
  const shown = entries.filter(({ byline }) => byline !== "");
  const ids = new Set(shown.flatMap(({ id }) => records.get(id)?.article.frontMatter.authors ?? []));
  return [...ids].flatMap((id) => {
    const person = people.get(id);
    return person === undefined || !isNamed(person) ? [] : [personView(person)];
  });
}

/** Articles as entries of a list. */
export function listedArticles(
  context: SchemaContext,
  page: string,
  entries: readonly EntryFact[],
): readonly ListEntry[] {
  return entries.map((entry) => ({
    name: entry.title,
    url: absolute(context.origin, entry.url),
    item: entryNode(context, page, entry),
  }));
}
