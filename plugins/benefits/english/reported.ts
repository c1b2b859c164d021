import type { Token } from "./tokens.ts";

const BE = new Set("is are was were be been being it's they're".split(" "));
/** Participles of telling and holding true; what one of them governs is somebody's word, and nobody is named. */
const TOLD = new Set(
  "said claimed believed thought reputed rumored rumoured touted purported alleged supposed held".split(" "),
);
const ADVERBS = new Set("reportedly allegedly supposedly purportedly reputedly".split(" "));
/** The same before what is told: "reported benefits", "the supposed benefits". */
const TOLD_OF = new Set(
  "claimed reported purported alleged supposed perceived rumored rumoured touted".split(" "),
);
/** Words between the parts: "is also widely said to". */
const WITHIN = 3;

/** "It is said to ease pain", "it supposedly eases pain": told, and nobody says by whom. Tokens `from`..`to`. */
export function isReported(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  const word = (at: number): string => text.slice(tokens[at]?.start, tokens[at]?.end).toLowerCase();
  for (let at = from; at < to; at++) {
    if (ADVERBS.has(word(at))) return true;
    if (!TOLD.has(word(at)) || word(at + 1) !== "to") continue;
    for (let before = at - 1; before >= Math.max(from, at - WITHIN); before--)
      if (BE.has(word(before))) return true;
  }
  return false;
}

/** Whether a word says of the noun behind it that somebody tells of it: "reported benefits". */
export function isToldOf(text: string, { start, end }: Token): boolean {
  return TOLD_OF.has(text.slice(start, end).toLowerCase());
}
