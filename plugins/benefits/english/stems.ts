import { stemmer } from "stemmer";
import type { Token } from "./tokens.ts";

/** Most stems that are remembered. */
const MOST_STEMS = 50_000;
const stems = new Map<string, string>();

/** The first words among tokens as their stems, in order; all numbers are one. */
export function stemsOf(tokens: readonly Token[], most = Number.POSITIVE_INFINITY): string[] {
  const found: string[] = [];
  for (const { isWord, norm } of tokens) {
    if (found.length >= most) break;
    if (isWord) found.push(stemOf(norm));
  }
  return found;
}

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /\d/.test(word) ? "0" : stemmer(word);
  if (stems.size < MOST_STEMS) stems.set(word, stem);
  return stem;
}
