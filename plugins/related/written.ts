import type { Analysis } from "./analysis.ts";
import { type LanguageTools, toolsFor } from "./languages.ts";

/** Share of a word's occurrences beside one and the same other word from which it is a part of a name. */
const BOUND_SHARE = 0.5;
/** Occurrences from which that can be told. */
const LEAST_OCCURRENCES = 3;

/** How terms stand in the texts of a site. */
export interface Spelling {
  /**
   * A term as the site writes it: "ptsd" as "PTSD", a German noun with its
   * capital. Looked up, when first asked, in the article that is titled by it,
   * or has it in a heading, first in the order of ties; the commonest form inside
   * sentences counts, small letters where none is commoner.
   */
  readonly written: (term: number) => string;
  /** Whether it stands there, or in another article, as a part of a name: "bon" of "Bon Charge", "ups" of "push-ups". */
  readonly isBound: (term: number, other: number) => boolean;
}

/** Reads spellings from the texts as they are asked for. */
export function spellingOf({ group, vectors, forms, heads }: Analysis): Spelling {
  const titled = firstTitled(vectors.titleStart, vectors.titleTerm, heads, vectors.termCount);
  const tools = toolsFor(group.lang);
  const known = new Map<number, { readonly written: string; readonly isBound: boolean }>();
  const standing = (term: number, index: number): readonly Occurrence[] =>
    occurrencesOf(forms[term]!, group.documents[index]?.text ?? "");
  function look(term: number): { readonly written: string; readonly isBound: boolean } {
    let found = known.get(term);
    if (found === undefined) {
      const at = standing(term, titled[term]!);
      found = { written: commonest(forms[term]!, at), isBound: isPart(at, tools) };
      known.set(term, found);
    }
    return found;
  }
  return {
    written: (term) => look(term).written,
    isBound: (term, other) =>
      look(term).isBound || (titled[term] !== other && isPart(standing(term, other), tools)),
  };
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
  readonly written: string;
  /** Not at the start of a sentence or line, where a capital says nothing. */
  readonly isInside: boolean;
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
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${word.replace(/[^\p{L}\p{N}]/gu, "\\$&")}(?![\\p{L}\\p{N}])`,
    "giu",
  );
  return Array.from(text.matchAll(pattern), ({ 0: written, index }) => {
    const ahead = text.slice(Math.max(0, index - AROUND), index);
    const behind = text.slice(index + written.length, index + written.length + AROUND);
    const before = /([\p{L}\p{N}]+)([ \u00a0\-‐‑])$/u.exec(ahead);
    const after = /^([ \u00a0\-‐‑])([\p{L}\p{N}]+)/u.exec(behind);
    return {
      written,
      isInside: /\p{Ll},?[^\S\n]$/u.test(ahead),
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

function commonest(form: string, found: readonly Occurrence[]): string {
  const telling = found.filter(({ written, isInside }) => isInside || /.\p{Lu}/u.test(written));
  const counts = counted(
    telling.map(({ written }) => written),
    form,
  );
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function counted(words: readonly string[], first?: string): Map<string, number> {
  const counts = new Map<string, number>(first === undefined ? [] : [[first, 0]]);
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
