import type { Analysis } from "./analysis.ts";
import { WORD } from "./evidence.ts";
import { COMES_BACK, mostTelling } from "./telling.ts";
import type { NameTest } from "./types.ts";
import { UNIT, type Vectors } from "./vectors.ts";

/** Shortest word of a spaced script that names a subject. */
const SHORTEST_NAMED = 3;
/** Occurrences from which an article is about a word of its title: there and twice in its text. */
const LEAST_TIMES = 3;
/** The same as presence, tf / (tf + 1). */
const LEAST_PRESENCE = Math.floor((UNIT * LEAST_TIMES) / (LEAST_TIMES + 1));

/**
 * Times that a word stands, on average, in the articles that have it, for it to name a subject: what an
 * article is about it says again and again, what it says by the way once (Church & Gale 1995, "burstiness").
 */
const LEAST_BURST = 2.5;

/** Least weight of a word that an article is about, beside others; presence as of the words of its title. */
const LEAST_WEIGHT = 0.08;

/** What an article is about, by the weight of terms. */
export interface Subject {
  /** Of its title. */
  readonly titled: ReadonlyMap<number, number>;
  /** Weight of all in `titled`. Words of this article alone are none: no other can have a part on them. */
  readonly total: number;
}

/** What a word weighs in an article, 0..1, by the ranking's own weights: all of one article are a vector of length 1. */
export interface OwnWeights {
  readonly weightOf: (id: number) => number;
  /** Whether it weighs something and the article comes back to it. */
  readonly isOwn: (id: number) => boolean;
}

/** Reads what words weigh in articles; what was read of one counts until another is read. */
export function weightReader({
  start,
  term,
  weight,
  presence,
  termCount,
}: Vectors): (index: number) => OwnWeights {
  const entryOf = new Int32Array(termCount).fill(-1);
  let present = -1;
  const readAs = (index: number, isRead: boolean): void => {
    for (let at = start[index]!; at < start[index + 1]!; at++) entryOf[term[at]!] = isRead ? at : -1;
  };
  const weightOf = (id: number): number => (entryOf[id]! < 0 ? 0 : weight[entryOf[id]!]! / UNIT);
  const isOwn = (id: number): boolean =>
    weightOf(id) >= LEAST_WEIGHT && presence[entryOf[id]!]! >= COMES_BACK;
  return function weightsOf(index) {
    if (index !== present) {
      if (present >= 0) readAs(present, false);
      readAs(index, true);
      present = index;
    }
    return { weightOf, isOwn };
  };
}

/** What a term weighs in an article, by the same weights: for few terms of many articles. */
export function weightIn({ start, term, weight }: Vectors): (index: number, id: number) => number {
  return function weighsIn(index, id) {
    const at = term.subarray(start[index]!, start[index + 1]!).indexOf(id);
    return at < 0 ? 0 : weight[start[index]! + at]! / UNIT;
  };
}

/**
 * Finds what articles are about: the words of a title that few other
 * articles have, that are nouns or names, and that the text comes back to. Each
 * weighs the square of its rarity.
 */
export function subjectReader(
  { group, vectors, kind, frequencies, forms }: Analysis,
  isName: NameTest | null,
): (index: number) => Subject {
  const { start, term, presence, titleStart, titleTerm } = vectors;
  const size = group.documents.length;
  const most = mostTelling(size);
  const times = occurrences(vectors);
  const known = new Map<number, boolean>();
  const isTelling = (id: number): boolean => {
    let is = known.get(id);
    if (is === undefined) {
      is =
        frequencies[id]! <= most &&
        times[id]! >= LEAST_BURST * frequencies[id]! &&
        isWord(forms[id]!) &&
        (isName === null || isName(forms[id]!, group.lang));
      known.set(id, is);
    }
    return is;
  };
  return function subjectOf(index) {
    const inTitle = new Set(titleTerm.subarray(titleStart[index]!, titleStart[index + 1]!));
    const titled = new Map<number, number>();
    let total = 0;
    for (let at = start[index]!; at < start[index + 1]!; at++) {
      const id = term[at]!;
      if (kind[id] !== WORD || !inTitle.has(id)) continue;
      if (presence[at]! < LEAST_PRESENCE || !isTelling(id)) continue;
      const weight = Math.log(1 + size / frequencies[id]!) ** 2;
      total += weight;
      titled.set(id, weight);
    }
    return { titled, total };
  };
}

/** How often each term stands in all articles, by term id; read back from its presence, tf / (tf + 1). */
function occurrences({ documentCount, termCount, start, term, presence }: Vectors): Float64Array {
  const times = new Float64Array(termCount);
  for (let entry = 0, end = start[documentCount]!; entry < end; entry++) {
    const share = presence[entry]!;
    times[term[entry]!]! += Math.round(share / Math.max(1, UNIT - share));
  }
  return times;
}

/** Whether a form is long enough to be a word, and no number. */
export function isWord(form: string): boolean {
  return (form.length >= SHORTEST_NAMED || form > "\u02ff") && !/^\p{N}+$/u.test(form);
}
