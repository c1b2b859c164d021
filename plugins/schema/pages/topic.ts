import type { ConditionPage, TherapyPage } from "../../page/types.ts";
import type { SchemaContext } from "../context.ts";
import type { TopicFact } from "../facts.ts";
import { absolute } from "../ids.ts";
import { entryAuthors, entryNode } from "../nodes/entry.ts";
import { itemListNode, listId } from "../nodes/item-list.ts";
import { healthFacts, pageNode } from "../nodes/page.ts";
import { sectionNode } from "../nodes/section.ts";
import { topicNode } from "../nodes/topic.ts";
import { type GraphNode, present, type Reference, refer, type Value } from "../types.ts";
import { firstPath } from "./first-path.ts";

/** Ids of headings in the theme's topic layout. */
const BENEFITS = "v_benefits";
const TREATMENTS = "v_treatments";

/** One therapy or condition: the entity with its codes, and the articles about it. */
export function topicNodes(
  context: SchemaContext,
  view: ConditionPage | TherapyPage,
): readonly (GraphNode | null)[] {
  const { canonical, kind, id, label, definition, entries } = view;
  const fact: TopicFact = { id, url: firstPath(view), text: label };
  const entity = topicNode(context, canonical, kind, fact);
  const self = refer(entity["@id"] as string);
  const treatments = view.kind === "condition" ? treatmentsOf(context, view) : [];
  const page = pageNode(context, view, {
    type: "MedicalWebPage",
    said: {
      publisher: context.publisher === null ? undefined : refer(context.publisher["@id"] as string),
      about: self,
      mainEntity: self,
      ...healthFacts(context),
      hasPart: [benefitsPart(context, view, self), treatmentsPart(view, self)].flatMap((part) => part ?? []),
      citation:
        view.kind === "condition"
          ? view.treatments.map(({ source }) => ({ "@type": "WebPage", url: source }))
          : [],
    },
  });
  return [
    page,
    {
      ...entity,
      description: present(definition),
      possibleTreatment: treatments.map(({ said }) => said),
      subjectOf: entries.map((entry) => entryNode(context, canonical, entry)),
    },
    ...treatments.map(({ node }) => node),
    ...entryAuthors(context, canonical, entries),
  ];
}

/**
 * Treatments of a condition. An efficacy claim: only those that the data names
 * with a source and that the page shows with it.
 */
function treatmentsOf(
  context: SchemaContext,
  { canonical, treatments }: ConditionPage,
): readonly { readonly said: Value; readonly node: GraphNode | null }[] {
  return treatments
    .filter(({ source }) => source !== "")
    .map(({ therapy }) => {
      if (!context.hasPage(therapy.url))
        return { said: { "@type": "MedicalTherapy", name: therapy.text }, node: null };
      const node = topicNode(context, canonical, "therapy", therapy);
      return { said: refer(node["@id"] as string), node };
    });
}

function benefitsPart(
  context: SchemaContext,
  { canonical, kind, benefits, texts }: ConditionPage | TherapyPage,
  about: Reference,
): GraphNode | null {
  // A benefit is a therapy's: nothing is a benefit of insomnia.
  if (kind === "condition") return null;
  const heading = texts.benefitsOf ?? "";
  const entries = benefits.map(({ text, url }) => ({ name: text, url: absolute(context.origin, url) }));
  const list = itemListNode(listId(canonical, "benefits-list"), heading, entries);
  if (list === null) return null;
  return sectionNode(canonical, { heading, anchor: BENEFITS, aspect: "Benefits", about: [about], list });
}

function treatmentsPart(view: ConditionPage | TherapyPage, about: Reference): GraphNode | null {
  if (view.kind !== "condition" || view.treatments.length === 0) return null;
  const heading = view.texts.treatments ?? "";
  return sectionNode(view.canonical, { heading, anchor: TREATMENTS, aspect: "Treatments", about: [about] });
}
