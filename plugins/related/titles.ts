import { distance } from "fastest-levenshtein";
import { stemmer } from "stemmer";
import { compareText } from "../problem.ts";
import { SMALL_WORDS } from "./small-words.ts";

/**
 * Closeness from which a title is taken for the one meant. A new number
 * ("9 Benefits" → "12 Benefits"), an ending, a typing error, a joining word or
 * a word of praise pass; any other word more or less makes another subject
 * ("Massage", "Massage for Gout") and stays below, however long the title.
 */
export const CLOSE = 0.8;
/** Most that titles can reach when one has a word of meaning that the other has not. */
const OTHER_SUBJECT = 0.79;
/** How much closer the best title must be than the next. */
const MARGIN = 0.05;
/** Shortest word in which a typing error is forgiven. */
const TYPO_LENGTH = 5;
/** What a word with a typing error counts for. */
const TYPO_CREDIT = 0.9;
/** Weight of a number beside a word of meaning: numbers are what edits change most. */
const NUMBER_WEIGHT = 0.15;
/** Weight of a word that titles are joined with. */
const SMALL_WORD_WEIGHT = 0.1;
/** Weight of a word that praises. */
const PRAISE_WEIGHT = 0.25;
const PRAISE = new Set(
  "amazing best complete easy effective essential great guide natural new powerful proven quick simple surprising top ultimate updated".split(
    " ",
  ),
);

/** A title among those of a site. */
export interface TitleEntry {
  readonly id: string;
  readonly title: string;
}

interface TitleWord {
  readonly word: string;
  readonly stem: string;
  readonly weight: number;
}

/** Titles made findable. */
export interface TitleIndex {
  readonly entries: readonly TitleEntry[];
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly normal: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly (readonly TitleWord[])[];
  /** Words that stand in some title: none of them is a typing error. */
  readonly known: ReadonlySet<string>;
  /** Positions in `entries` by word and by stem. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Titles that share most with what was written, of which the closeness is worked out in full. */
const CANDIDATES = 40;

/** What a written title was found to be. */
export interface TitleMatch {
  /** Ids that fit equally well; one: the article meant; none: nothing is close. */
  readonly ids: readonly string[];
  readonly by: "title" | "close-title" | "none";
  /** 0..1: of the best title, also when it is not close enough. */
  readonly closeness: number;
}

/** @param knownWords words that the site uses elsewhere, lower case: they are never taken for typing errors */
export function indexTitles(entries: readonly TitleEntry[], knownWords: Iterable<string> = []): TitleIndex {
  const exact = new Map<string, string[]>();
  const normal = new Map<string, string[]>();
  const sorted = [...entries].sort((a, b) => compareText(a.id, b.id));
  for (const { id, title } of sorted) {
    push(exact, title, id);
    push(normal, normalTitle(title), id);
  }
  const words = sorted.map(({ title }) => weighedWords(title));
  return {
    entries: sorted,
    exact,
    normal,
    words,
    known: new Set([...words.flat().map(({ word }) => word), ...knownWords]),
    places: placesOf(words),
  };
}

function placesOf(words: TitleIndex["words"]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, title] of words.entries()) {
    for (const name of new Set(title.flatMap(({ word, stem }) => [word, stem]))) push(places, name, at);
  }
  return places;
}

/** Finds the article that a title written by hand means: exactly, but for case and punctuation, or nearly. */
export function findTitle(index: TitleIndex, written: string): TitleMatch {
  const exact = index.exact.get(written);
  if (exact) return { ids: exact, by: "title", closeness: 1 };
  const normal = normalTitle(written);
  const same = normal === "" ? undefined : index.normal.get(normal);
  if (same) return { ids: same, by: "title", closeness: 1 };
  const [best, second] = nearestTitles(index, written, 2);
  if (!best || best.closeness < CLOSE) return { ids: [], by: "none", closeness: best?.closeness ?? 0 };
  const isSingle = !second || second.closeness <= best.closeness - MARGIN;
  return { ids: isSingle ? [best.id] : [best.id, second.id], by: "close-title", closeness: best.closeness };
}

/** The nearest titles, closest first, ties by id. */
export function nearestTitles(
  index: TitleIndex,
  written: string,
  count = 3,
): readonly (TitleEntry & { readonly closeness: number })[] {
  const words = weighedWords(written);
  return candidatesFor(index, words)
    .map((at) => ({ ...index.entries[at]!, closeness: closenessOf(words, index.words[at]!, index.known) }))
    .sort((a, b) => b.closeness - a.closeness || compareText(a.id, b.id))
    .slice(0, count);
}

// Working out the closeness of every title took 3 s at 1,000 articles with a dead line each.
function candidatesFor({ entries, places, known }: TitleIndex, words: readonly TitleWord[]): number[] {
  if (entries.length <= CANDIDATES) return entries.map((_, at) => at);
  const shared = new Float64Array(entries.length);
  const add = (name: string, weight: number): void => {
    for (const at of places.get(name) ?? []) shared[at]! += weight;
  };
  for (const { word, stem, weight } of words) {
    add(stem, weight);
    if (stem !== word) add(word, weight);
    if (known.has(word) || word.length < TYPO_LENGTH) continue;
    for (const near of places.keys()) {
      if (Math.abs(near.length - word.length) <= 1 && isTypo(word, near)) add(near, weight);
    }
  }
  const order = [...shared.keys()].filter((at) => shared[at]! > 0);
  order.sort((a, b) => shared[b]! - shared[a]! || a - b);
  return order.length === 0 ? entries.slice(0, CANDIDATES).map((_, at) => at) : order.slice(0, CANDIDATES);
}

/** Lower case, without marks and punctuation: "L'Été, 2024!" → "l ete 2024". */
export function normalTitle(title: string): string {
  return titleWords(title).join(" ");
}

function titleWords(title: string): string[] {
  return (
    title
      .normalize("NFKD")
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

function weighedWords(title: string): TitleWord[] {
  return titleWords(title).map((word) => ({ word, stem: stemmer(word), weight: wordWeight(word) }));
}

/** Share of the two titles' weight that stands in both, 0..1. */
function closenessOf(
  ours: readonly TitleWord[],
  theirs: readonly TitleWord[],
  known: ReadonlySet<string>,
): number {
  const free = [...theirs];
  const alone: TitleWord[] = [];
  const total = weightOf(ours) + weightOf(theirs);
  let shared = 0;
  for (const word of ours) {
    const { at, credit } = partnerOf(word, free, known);
    if (at < 0) {
      alone.push(word);
      continue;
    }
    shared += credit * (word.weight + free[at]!.weight);
    free.splice(at, 1);
  }
  const isOther = [...alone, ...free].some(({ weight }) => weight === 1);
  const share = total === 0 ? 0 : shared / total;
  return isOther ? Math.min(share, OTHER_SUBJECT) : share;
}

function partnerOf(
  { word, stem }: TitleWord,
  others: readonly TitleWord[],
  known: ReadonlySet<string>,
): { at: number; credit: number } {
  const same = others.findIndex((other) => other.word === word);
  if (same >= 0) return { at: same, credit: 1 };
  const inflected = others.findIndex((other) => other.stem === stem);
  if (inflected >= 0) return { at: inflected, credit: 1 };
  if (word.length < TYPO_LENGTH || known.has(word)) return { at: -1, credit: 0 };
  const near = others.findIndex((other) => other.word.length >= TYPO_LENGTH && isTypo(word, other.word));
  return { at: near, credit: TYPO_CREDIT };
}

/** One letter more, less or other, or two letters that changed places. */
function isTypo(word: string, other: string): boolean {
  const away = distance(word, other);
  if (away !== 2 || word.length !== other.length) return away === 1;
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  return (
    word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2)
  );
}

const weightOf = (words: readonly TitleWord[]): number => words.reduce((sum, { weight }) => sum + weight, 0);

function wordWeight(word: string): number {
  if (/^\p{N}+$/u.test(word)) return NUMBER_WEIGHT;
  if (PRAISE.has(word)) return PRAISE_WEIGHT;
  return SMALL_WORDS.has(word) ? SMALL_WORD_WEIGHT : 1;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
