import type { SchemaContext } from "../context.ts";
import type { PageFacts } from "../facts.ts";
import { partId } from "../ids.ts";
import { type GraphNode, present, refer } from "../types.ts";

/** What a page of one kind says of itself beside what all pages say. */
export interface PageSpecifics {
  readonly type: string | readonly string[];
  /** Everything of its own, in the order it is written. */
  readonly said?: Omit<GraphNode, "@type">;
}

/** The page itself: its `@id` is its canonical address. */
export function pageNode(
  context: SchemaContext,
  page: PageFacts,
  { type, said = {} }: PageSpecifics,
): GraphNode {
  const { canonical, title, description, lang, breadcrumb } = page;
  return {
    "@type": type,
    "@id": canonical,
    url: canonical,
    name: title,
    description: present(description),
    inLanguage: lang,
    isPartOf: refer(context.website["@id"] as string),
    breadcrumb: breadcrumb.length > 1 ? refer(partId(canonical, "breadcrumb")) : undefined,
    ...said,
  };
}

/** Who a page about health is for, and which specialty it belongs to, where the owner says so. */
export function healthFacts({ options }: SchemaContext): Omit<GraphNode, "@type"> {
  const { audience, specialty } = options;
  return {
    medicalAudience: audience === null ? undefined : { "@type": "MedicalAudience", audienceType: audience },
    specialty: specialty === null ? undefined : { "@id": `https://schema.org/${specialty}` },
  };
}
