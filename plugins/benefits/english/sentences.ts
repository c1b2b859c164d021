import type { Token } from "./tokens.ts";

/** A sentence as a half-open range of tokens. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly isQuestion: boolean;
}

/** Longest sentence, in tokens; what has no end is parted there, so that no text takes long. */
const LONGEST = 300;
const ENDS = new Set([".", "?", "!", "\n", "…"]);
/** Short forms whose full stop ends no sentence. */
const SHORT = new Set([
  "dr",
  "mr",
  "mrs",
  "ms",
  "st",
  "vs",
  "etc",
  "eg",
  "ie",
  "e",
  "g",
  "i",
  "al",
  "approx",
  "no",
  "fig",
]);

/** Sentences of a text by its marks, in order; none is empty. */
export function splitSentences(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { norm, isWord } = tokens[at] as Token;
    if (at - from >= LONGEST) {
      sentences.push({ from, to: at, isQuestion: false });
      from = at;
    }
    if (isWord || !ENDS.has(norm)) continue;
    const before = tokens[at - 1];
    if (norm === "." && before?.isWord && SHORT.has(before.norm) && at + 1 < tokens.length) continue;
    if (at > from) sentences.push({ from, to: at, isQuestion: norm === "?" });
    from = at + 1;
  }
  if (from < tokens.length) sentences.push({ from, to: tokens.length, isQuestion: false });
  return sentences;
}
