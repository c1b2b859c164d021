import { createRequire } from "node:module";
import { compareText } from "./problem.ts";

const require = createRequire(import.meta.url);

/** Words further apart than this share of their length are not offered as what was meant. */
const FARTHEST = 0.4;

/**
 * The candidate that was probably meant by `word`, at most `reach` letters away
 * (a share of the word's length unless said), or null; letter case counts for
 * nothing, of two as near the one that begins more alike, then the first in code
 * unit order.
 */
export function closest(
  word: string,
  candidates: Iterable<string>,
  reach: number = Math.max(1, Math.floor(word.length * FARTHEST)),
): string | null {
  // Loaded where something is misspelt first.
  const { distance } = require("fastest-levenshtein") as typeof import("fastest-levenshtein");
  const lower = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = reach + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance + 1) continue;
    const found = distance(lower, candidate.toLowerCase());
    if (
      found < bestDistance ||
      (found === bestDistance && best !== null && isRather(candidate, best, lower))
    ) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

function isRather(candidate: string, other: string, word: string): boolean {
  const more = sharedStart(candidate.toLowerCase(), word) - sharedStart(other.toLowerCase(), word);
  return more > 0 || (more === 0 && compareText(candidate, other) < 0);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** ` Did you mean "x"?` with a leading space, or "" when nothing is close. */
export function didYouMean(word: string, candidates: Iterable<string>, reach?: number): string {
  const found = closest(word, candidates, reach);
  return found === null || found === word ? "" : ` Did you mean "${found}"?`;
}
