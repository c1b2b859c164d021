import type { Lexicon, Naming } from "../lexicon.ts";
import type { Token } from "./tokens.ts";

/** Nouns of what ails the thing named before them. */
export const ILLS: ReadonlySet<string> = new Set(
  "disease disorder problem issue trouble damage dysfunction failure complaint ailment impairment injury irritation weakness degeneration decline deficiency difficulty disruption disturbance deterioration imbalance".split(
    " ",
  ),
);
/** Adjectives of what there is too little of, or which is not well. */
export const SHORT: ReadonlySet<string> = new Set(
  "low poor bad weak weakened impaired insufficient inadequate disturbed disrupted unhealthy deficient compromised sluggish faulty declining".split(
    " ",
  ),
);

/**
 * Where the name of a trouble ends that a good thing's name at `at`..`end` is
 * part of: "kidney disease", "memory problems", "poor digestion"; 0 where it is part of none.
 */
export function illEnd(
  { says, isNear, isTrouble, target }: Naming,
  tokens: readonly Token[],
  at: number,
  end: number,
  to: number,
): number {
  if (says !== null || isNear || isTrouble || target.nature === "burden") return 0;
  if (end < to && ILLS.has((tokens[end] as Token).norm)) return end + 1;
  return SHORT.has(tokens[at - 1]?.norm ?? "") ? end : 0;
}

/** The name that starts at a token, a trouble where it is part of one's name; null for none. */
export function namingAt({ meanings }: Lexicon, tokens: readonly Token[], at: number): Naming | null {
  const match = meanings.match(tokens, at);
  const naming = match?.value.naming ?? null;
  return naming !== null && illEnd(naming, tokens, at, match?.end ?? at, tokens.length) > 0
    ? asTrouble(naming)
    : naming;
}

/** The name of a good thing as that of its trouble. */
export function asTrouble(naming: Naming): Naming {
  return { ...naming, isTrouble: true, isLoose: false };
}
