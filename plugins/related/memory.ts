import type { Analysis } from "./analysis.ts";
import type { WordBag } from "./bags.ts";
import type { ResolvedOptions } from "./defaults.ts";
import type { Fingerprints } from "./fingerprint.ts";
import type { Nearest } from "./nearest.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Changes with every change of how words are read, weighed or scored: what an older version kept is dropped. */
export const MEMORY_VERSION = 2;

/** What one ranking leaves for the next, by primary language. Plain arrays and numbers: see `memory-format.ts`. */
export interface RelatedMemory {
  /** Version and weights by which it was made. */
  readonly key: string;
  readonly languages: ReadonlyMap<string, LanguageMemory>;
}

/** Articles in the order they had. */
export interface LanguageMemory {
  readonly ids: readonly string[];
  readonly words: readonly string[];
  readonly terms: readonly string[];
  readonly termOf: Int32Array;
  readonly textPrints: Fingerprints;
  readonly rolePrints: Fingerprints;
  /** Bag of article `i`: half-open range `bagStart[i]..bagStart[i + 1]`. */
  readonly bagStart: Uint32Array;
  readonly bagWords: Uint32Array;
  readonly bagText: Uint16Array;
  readonly bagTitle: Uint8Array;
  /** Pairs of article `i`: half-open range `pairStart[i]..pairStart[i + 1]`. */
  readonly pairStart: Uint32Array;
  readonly pairs: Int32Array;
  readonly titlePairCount: Uint16Array;
  readonly depth: number;
  /** Neighbours as packed keys, settled. */
  readonly keys: Float64Array;
  readonly size: Uint16Array;
}

/** What a memory must have been made with to be of use. */
export function memoryKey({ weights }: ResolvedOptions): string {
  const { title, mention, phrase, tags, topics } = weights;
  return `${MEMORY_VERSION} ${[title, mention, phrase, tags, topics].join(" ")}`;
}

/** Puts the parts of one language together. */
export function remember(
  { group }: Analysis,
  vocabulary: Vocabulary,
  bags: readonly WordBag[],
  textPrints: Fingerprints,
  rolePrints: Fingerprints,
  { depth, keys, size }: Nearest,
): LanguageMemory {
  const bagStart = new Uint32Array(bags.length + 1);
  const pairStart = new Uint32Array(bags.length + 1);
  bags.forEach(({ words, pairs }, index) => {
    bagStart[index + 1] = bagStart[index]! + words.length;
    pairStart[index + 1] = pairStart[index]! + pairs.length;
  });
  const memory: LanguageMemory = {
    ids: group.documents.map(({ id }) => id),
    words: vocabulary.words,
    terms: vocabulary.terms,
    termOf: Int32Array.from(vocabulary.termOf),
    textPrints,
    rolePrints,
    bagStart,
    bagWords: new Uint32Array(bagStart[bags.length]!),
    bagText: new Uint16Array(bagStart[bags.length]!),
    bagTitle: new Uint8Array(bagStart[bags.length]!),
    pairStart,
    pairs: new Int32Array(pairStart[bags.length]!),
    titlePairCount: Uint16Array.from(bags, (bag) => bag.titlePairCount),
    depth,
    keys,
    size,
  };
  bags.forEach(({ words, text, title, pairs }, index) => {
    memory.pairs.set(pairs, pairStart[index]);
    memory.bagWords.set(words, bagStart[index]);
    memory.bagText.set(text, bagStart[index]);
    memory.bagTitle.set(title, bagStart[index]);
  });
  return memory;
}

/** Share of the words that must still stand somewhere for a memory to be kept: edits leave dead words behind. */
const LEAST_ALIVE = 0.5;

/** False when so many remembered words stand in no article any more that beginning afresh is better. */
export function isWorthKeeping({ words, bagWords }: LanguageMemory): boolean {
  const isAlive = new Uint8Array(words.length);
  for (const word of bagWords) isAlive[word] = 1;
  return isAlive.reduce((sum, alive) => sum + alive, 0) >= words.length * LEAST_ALIVE;
}

/** The bag of an article as it was read. */
export function recallBag(memory: LanguageMemory, index: number): WordBag {
  const from = memory.bagStart[index]!;
  const to = memory.bagStart[index + 1]!;
  return {
    words: memory.bagWords.subarray(from, to),
    text: memory.bagText.subarray(from, to),
    title: memory.bagTitle.subarray(from, to),
    pairs: memory.pairs.subarray(memory.pairStart[index]!, memory.pairStart[index + 1]!),
    titlePairCount: memory.titlePairCount[index]!,
  };
}

/** Old index of each article by its new one; -1: it is new. */
export function oldIndexes(memory: LanguageMemory, ids: readonly string[]): Int32Array {
  const known = new Map(memory.ids.map((id, index) => [id, index]));
  return Int32Array.from(ids, (id) => known.get(id) ?? -1);
}

export function samePrint(a: Fingerprints, at: number, b: Fingerprints, bAt: number): boolean {
  return a[2 * at] === b[2 * bAt] && a[2 * at + 1] === b[2 * bAt + 1];
}
