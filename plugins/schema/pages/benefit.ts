import type { PassageView } from "../../page/parts.ts";
import type { BenefitPage } from "../../page/types.ts";
import type { SchemaContext } from "../context.ts";
import { absolute } from "../ids.ts";
import { unsignedEntryNode } from "../nodes/entry.ts";
import { itemListNode, type ListEntry, listId } from "../nodes/item-list.ts";
import { pageNode } from "../nodes/page.ts";
import { termId, termNode, termSetNode } from "../nodes/term.ts";
import { topicStub } from "../nodes/topic.ts";
import { type GraphNode, refer } from "../types.ts";
import { firstPath } from "./first-path.ts";

/** One benefit across articles: a term of the site's list, and the articles that speak of it. */
export function benefitNodes(context: SchemaContext, view: BenefitPage): readonly (GraphNode | null)[] {
  const { canonical, label, definition } = view;
  const path = firstPath(view);
  const set = termSetNode(context, view.texts.benefits ?? "");
  const term = termNode(context, { url: path, text: label }, definition);
  const heading = view.texts.passages ?? label;
  const list = itemListNode(listId(canonical), heading, passageEntries(context, view));
  const therapies = view.therapies.map((therapy) => topicStub(context, canonical, "therapy", therapy));
  const page = pageNode(context, view, {
    type: ["CollectionPage", "MedicalWebPage"],
    said: {
      about: refer(termId(context, path)),
      mainEntity: list === null ? undefined : refer(list["@id"] as string),
      mentions: therapies.map((node) => refer(node["@id"] as string)),
    },
  });
  return [page, term === null ? null : { ...term, inDefinedTermSet: set ?? undefined }, list, ...therapies];
}

/** Each article once, linked as the page links it: at its first passage. The page shows no byline. */
function passageEntries(context: SchemaContext, { canonical, passages }: BenefitPage): readonly ListEntry[] {
  const first = new Map<string, PassageView>();
  for (const passage of passages) if (!first.has(passage.articleId)) first.set(passage.articleId, passage);
  return [...first.values()].map(({ article, url }) => ({
    name: article.title,
    url: absolute(context.origin, url),
    item: unsignedEntryNode(context, canonical, article),
  }));
}
