import { stemmer } from "stemmer";
import type { Token } from "./tokens.ts";

/** Most stems that are remembered. */
const MOST_STEMS = 50_000;
const stems = new Map<string, string>();

/** The words among tokens as their stems, in order; all numbers are one. */
export function stemsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ isWord, norm }) => (isWord ? [stemOf(norm)] : []));
}

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /\d/.test(word) ? "0" : stemmer(word);
  if (stems.size < MOST_STEMS) stems.set(word, stem);
  return stem;
}
