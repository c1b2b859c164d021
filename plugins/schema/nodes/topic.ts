import type { MedicalCode } from "schema-dts";
import type { Topic } from "../../corpus/types.ts";
import type { SchemaContext } from "../context.ts";
import type { TopicFact } from "../facts.ts";
import { absolute, partId } from "../ids.ts";
import { type GraphNode, oneOrMany } from "../types.ts";

export type TopicKind = "therapy" | "condition";

const TYPES = { therapy: "MedicalTherapy", condition: "MedicalCondition" } as const;

/** Id of a therapy or condition: at its own page when the build has one, else on this page. */
export function topicId(
  context: SchemaContext,
  page: string,
  kind: TopicKind,
  { id, url }: TopicFact,
): string {
  return context.hasPage(url) ? partId(absolute(context.origin, url), kind) : partId(page, `${kind}-${id}`);
}

/** A therapy or condition as every page that speaks of it repeats it: name, codes, and its page when there is one. */
export function topicNode(context: SchemaContext, page: string, kind: TopicKind, fact: TopicFact): GraphNode {
  const topic = (kind === "therapy" ? context.therapies : context.conditions).get(fact.id);
  return {
    "@type": TYPES[kind],
    "@id": topicId(context, page, kind, fact),
    name: fact.text,
    url: context.hasPage(fact.url) ? absolute(context.origin, fact.url) : undefined,
    code: oneOrMany((topic?.codes ?? []).map(codeNode)),
    sameAs: oneOrMany(topic?.sameAs ?? []),
  };
}

/** A therapy or condition by name only, for long lists. */
export function topicStub(context: SchemaContext, page: string, kind: TopicKind, fact: TopicFact): GraphNode {
  return {
    "@type": TYPES[kind],
    "@id": topicId(context, page, kind, fact),
    name: fact.text,
    url: context.hasPage(fact.url) ? absolute(context.origin, fact.url) : undefined,
  };
}

function codeNode({ system, value }: Topic["codes"][number]) {
  return { "@type": "MedicalCode", codeValue: value, codingSystem: system } satisfies MedicalCode;
}
