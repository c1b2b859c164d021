import type { IndexPage } from "../../page/types.ts";
import type { SchemaContext } from "../context.ts";
import { absolute } from "../ids.ts";
import { itemListNode, listId } from "../nodes/item-list.ts";
import { pageNode } from "../nodes/page.ts";
import { termNode, termSetNode } from "../nodes/term.ts";
import { topicStub } from "../nodes/topic.ts";
import { type GraphNode, refer } from "../types.ts";

/** An index of benefits (a set of terms), of therapies or conditions, or of tags. */
export function indexNodes(context: SchemaContext, view: IndexPage): readonly (GraphNode | null)[] {
  const entity = view.kind === "benefits" ? benefitSet(context, view) : termList(context, view);
  const main = entity === null ? undefined : refer(entity["@id"] as string);
  const type = view.kind === "tags" ? "CollectionPage" : ["CollectionPage", "MedicalWebPage"];
  return [pageNode(context, view, { type, said: { mainEntity: main } }), entity];
}

/** The site's benefits as the terms of its own list. */
function benefitSet(context: SchemaContext, view: IndexPage): GraphNode | null {
  const set = termSetNode(context, view.label);
  if (set === null) return null;
  const terms = cardsOf(view).flatMap((card) => {
    const term = termNode(context, card, card.definition);
    // The set holds the term: saying so from both ends would only add bytes.
    return term === null ? [] : [{ ...term, inDefinedTermSet: undefined }];
  });
  return { ...set, hasDefinedTerm: terms };
}

function termList(context: SchemaContext, view: IndexPage): GraphNode | null {
  const { canonical, kind, title } = view;
  const topic = kind === "therapies" ? "therapy" : kind === "conditions" ? "condition" : null;
  const entries = cardsOf(view).map((card) => ({
    name: card.text,
    url: absolute(context.origin, card.url),
    item: topic === null ? undefined : topicStub(context, canonical, topic, card),
  }));
  return itemListNode(listId(canonical), title, entries);
}

function cardsOf({ groups }: IndexPage) {
  return groups.flatMap(({ cards }) => cards);
}
