import type { Analysis } from "./analysis.ts";
import { escapePattern } from "./escape-pattern.ts";
import { type LanguageTools, toolsFor } from "./languages.ts";

/** Share of a word's occurrences beside one and the same other word from which it is a part of a name. */
const BOUND_SHARE = 0.5;
/** Occurrences from which that can be told. */
const LEAST_OCCURRENCES = 3;

/** Whether a term stands in an article, or where articles are titled by it, as a part of a name. */
export type BoundTest = (term: number, index: number) => boolean;

/**
 * Tells parts of names ("bon" of "Bon Charge", "ups" of "push-ups") from words by
 * themselves: looked up when first asked in the article that is titled by it, or
 * has it in a heading, first in the order of ties, and in the article asked about.
 */
export function boundReader({ group, vectors, forms, heads }: Analysis): BoundTest {
  const titled = firstTitled(vectors.titleStart, vectors.titleTerm, heads, vectors.termCount);
  const tools = toolsFor(group.lang);
  const known = new Map<number, boolean>();
  const isPartIn = (term: number, index: number): boolean =>
    isPart(occurrencesOf(forms[term]!, group.documents[index]?.text ?? ""), tools);
  function isBoundWhereTitled(term: number): boolean {
    let is = known.get(term);
    if (is === undefined) {
      is = isPartIn(term, titled[term]!);
      known.set(term, is);
    }
    return is;
  }
  return (term, index) => isBoundWhereTitled(term) || (titled[term] !== index && isPartIn(term, index));
}

/** First article with the term in its title, else in a heading, by term id; -1: there is none. */
function firstTitled(
  titleStart: Uint32Array,
  titleTerm: Uint32Array,
  heads: Analysis["heads"],
  termCount: number,
): Int32Array {
  const first = new Int32Array(termCount).fill(-1);
  for (let index = heads.length - 1; index >= 0; index--)
    for (const term of heads[index]!) if (term >= 0) first[term] = index;
  for (let index = heads.length - 1; index >= 0; index--)
    for (let at = titleStart[index]!; at < titleStart[index + 1]!; at++) first[titleTerm[at]!] = index;
  return first;
}

/** One place of a word in a text. */
interface Occurrence {
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
}

/** The word right before or after another, nothing but a blank or hyphen between. */
interface Neighbour {
  /** In small letters; all numbers are one. */
  readonly word: string;
  readonly isHyphened: boolean;
}

/** Characters around a word that are looked at. */
const AROUND = 40;

function occurrencesOf(word: string, text: string): Occurrence[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`, "giu");
  return Array.from(text.matchAll(pattern), ({ 0: written, index }) => {
    const ahead = text.slice(Math.max(0, index - AROUND), index);
    const behind = text.slice(index + written.length, index + written.length + AROUND);
    const before = /([\p{L}\p{N}]+)([ \u00a0\-‐‑])$/u.exec(ahead);
    const after = /^([ \u00a0\-‐‑])([\p{L}\p{N}]+)/u.exec(behind);
    return {
      before: before && neighbour(before[1]!, before[2]!),
      after: after && neighbour(after[2]!, after[1]!),
    };
  });
}

function neighbour(word: string, between: string): Neighbour {
  return {
    word: /^\p{N}/u.test(word) ? "0" : word.toLowerCase(),
    isHyphened: between !== " " && between !== "\u00a0",
  };
}

/** Whether a word stands beside one and the same other most often. One that joins words is none, unless a hyphen joined it once. */
function isPart(found: readonly Occurrence[], { isSmall }: LanguageTools): boolean {
  if (found.length < LEAST_OCCURRENCES) return false;
  const least = BOUND_SHARE * found.length;
  const neighbours = found.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
  const hyphened = new Set(neighbours.filter(({ isHyphened }) => isHyphened).map(({ word }) => word));
  const counts = (side: "before" | "after"): Map<string, number> =>
    counted(
      found
        .map((occurrence) => occurrence[side]?.word ?? "")
        .filter((word) => word !== "" && (hyphened.has(word) || !isSmall(word))),
    );
  return (
    neighbours.filter(({ isHyphened }) => isHyphened).length >= least ||
    [counts("before"), counts("after")].some((beside) => Math.max(0, ...beside.values()) >= least)
  );
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
