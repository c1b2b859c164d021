import type { DefinedTerm, DefinedTermSet } from "schema-dts";
import type { SchemaContext } from "../context.ts";
import type { TopicFact } from "../facts.ts";
import { absolute, partId } from "../ids.ts";
import { type GraphNode, present } from "../types.ts";

/** Path of the index of benefits. */
export const BENEFITS_PATH = "/benefits/";

/** Id of a benefit as a term: at its own page. */
export function termId(context: SchemaContext, path: string): string {
  return partId(absolute(context.origin, path), "term");
}

/** A benefit as a term of the site's own list; null where the build has no page for it. */
export function termNode(
  context: SchemaContext,
  { url, text }: Pick<TopicFact, "url" | "text">,
  definition: string | null = null,
): GraphNode | null {
  if (!context.hasPage(url)) return null;
  const address = absolute(context.origin, url);
  const hasSet = context.isBuilt(BENEFITS_PATH);
  return {
    "@type": "DefinedTerm",
    "@id": termId(context, url),
    name: text,
    description: present(definition),
    url: address,
    inDefinedTermSet: hasSet ? absolute(context.origin, BENEFITS_PATH) : undefined,
  } satisfies DefinedTerm;
}

/** The site's list of benefits; null where the build has no index of them. */
export function termSetNode(context: SchemaContext, name: string): GraphNode | null {
  if (!context.isBuilt(BENEFITS_PATH)) return null;
  const url = absolute(context.origin, BENEFITS_PATH);
  return { "@type": "DefinedTermSet", "@id": partId(url, "set"), name, url } satisfies DefinedTermSet;
}
