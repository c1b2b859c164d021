import type { ArticleBenefit } from "../corpus/types.ts";

/**
 * The benefits that an article lists, whatever becomes of them, in the order of
 * the text: a heading of which one claim is published and another waits is one.
 */
export function listedBenefits(
  benefits: readonly ArticleBenefit[],
  proposals: readonly ArticleBenefit[] = [],
): readonly ArticleBenefit[] {
  const seen = new Set(benefits.map(keyOf));
  const waiting = proposals.filter((proposal) => !seen.has(keyOf(proposal)) && seen.add(keyOf(proposal)));
  return [...benefits, ...waiting].filter(({ kind }) => kind !== "prose").sort((a, b) => a.line - b.line);
}

function keyOf({ line, heading, canonicals }: ArticleBenefit): string {
  return `${line} ${heading ?? canonicals.join(" ")}`;
}
