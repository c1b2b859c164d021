import type { HealthTopicContent } from "schema-dts";
import type { HealthAspect } from "../aspect.ts";
import { partId } from "../ids.ts";
import { type GraphNode, oneOrMany, type Reference } from "../types.ts";

/** One section of a page about health. */
export interface SectionFact {
  /** As shown. */
  readonly heading: string;
  /** Id of its element on the page. */
  readonly anchor: string;
  readonly aspect: HealthAspect;
  readonly about: readonly Reference[];
  /** The list it holds. */
  readonly list?: GraphNode | null;
}

/** A section as health content, with its aspect and its place on the page. */
export function sectionNode(page: string, { heading, anchor, aspect, about, list }: SectionFact): GraphNode {
  const url = partId(page, anchor);
  const section = {
    "@type": "HealthTopicContent",
    "@id": url,
    url,
    name: heading,
  } satisfies HealthTopicContent;
  return {
    ...section,
    // A bare address would be read as text: the context does not coerce this property.
    hasHealthAspect: { "@id": `https://schema.org/${aspect}HealthAspect` },
    about: oneOrMany(about),
    mainEntity: list ?? undefined,
  };
}
