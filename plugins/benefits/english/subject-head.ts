import { stancesOf } from "./stances.ts";
import type { Tag } from "./tagger.ts";
import type { Token } from "./tokens.ts";
import { isNoun, type Range } from "./zones.ts";

/** Who does what a clause says: tokens `range`, in which the article's subject is named at `named`. */
export interface NamedDoer {
  readonly tokens: readonly Token[];
  readonly tagAt: (index: number) => Tag;
  readonly range: Range;
  readonly named: { readonly at: number; readonly end: number };
  /** Words that stand for a subject ("session", "oil", "people who take it"): a head of these is the subject's own. */
  readonly standsFor: (norm: string) => boolean;
}

/** "The clinic next to the yoga studio": another noun is the doer, and the subject stands in a phrase that hangs on it. "The practice of yoga" is yoga. */
export function isBesideDoer({ tokens, tagAt, range: [from], named, standsFor }: NamedDoer): boolean {
  let head = -1;
  for (let at = from; at < named.at; at++) {
    const { norm } = tokens[at] as Token;
    if (isNoun(tagAt(at))) head = at;
    else if (head >= 0 && tagAt(at) === "ADP")
      return norm !== "of" && isAnother(tokens[head] as Token, standsFor);
  }
  return false;
}

/** "The yoga studio", "massage adverts": the subject only tells which. */
export function isModifier({ tokens, tagAt, range: [, to], named, standsFor }: NamedDoer): boolean {
  const next = tokens[named.end];
  return next !== undefined && named.end < to && isNoun(tagAt(named.end)) && isAnother(next, standsFor);
}

function isAnother({ norm }: Token, standsFor: (norm: string) => boolean): boolean {
  return !standsFor(norm) && !stancesOf(norm).includes("study");
}
