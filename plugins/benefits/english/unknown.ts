import type { ArticleBenefit, UnknownTarget } from "../../corpus/types.ts";
import type { Reading } from "./reading.ts";

/** The words of an explicit benefit that no direction or target explains; null when it has a canonical. */
export function unknownTargetOf(
  { tokensOf, lexicon }: Reading,
  benefit: ArticleBenefit,
): UnknownTarget | null {
  if (benefit.canonicals.length > 0 || benefit.heading === null) return null;
  const tokens = tokensOf(benefit.heading);
  const left: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const match = lexicon.meanings.match(tokens, at);
    const token = tokens[at];
    // Words of a direction come before the target; after it they are part of the name.
    if (match && left.length === 0 && match.value.naming?.isNear !== true) at = match.end - 1;
    else if (token?.isWord && !SMALL.has(token.norm))
      left.push(benefit.heading.slice(token.start, token.end).toLowerCase());
  }
  return left.length > 0 ? { words: left.join(" "), line: benefit.line } : null;
}

const SMALL = new Set(
  "the a an your our my of and or to in for with on it may can might could is are be that which you us".split(
    " ",
  ),
);
