import { PairTable, pairOf } from "./phrases.ts";
import { slabOf } from "./slab.ts";
import { IGNORED, type Vocabulary } from "./vocabulary.ts";

/** How often each distinct word stands in one article. */
export interface WordBag {
  /** Word ids of a {@link Vocabulary}, in order of first appearance. */
  readonly words: Uint32Array;
  /** Occurrences in the text, by place in `words`. */
  readonly text: Uint16Array;
  /** Occurrences in the title, by place in `words`. */
  readonly title: Uint8Array;
  /** Neighbouring words as they come, see `phrases.ts`: those of the title first. */
  readonly pairs: Int32Array;
  /** How many of `pairs` are the title's. */
  readonly titlePairCount: number;
}

const MOST_IN_TEXT = 0xffff;
const MOST_IN_TITLE = 0xff;

/**
 * Reads articles into bags; made once per vocabulary so that its counters are
 * reused. With `wanted`, other pairs are left out.
 */
export function bagReader(
  vocabulary: Vocabulary,
  wanted: PairTable | null = null,
): (title: string, text: string) => WordBag {
  const { termOf, names } = vocabulary;
  let counts = new Uint32Array(1 << 14);
  let seen = new Uint32Array(1 << 10);
  let seenCount = 0;
  let pairs = new Uint32Array(1 << 10);
  let pairCount = 0;
  let previous = NO_TERM;
  const takeWords = slabOf(Uint32Array);
  const takeCounts = slabOf(Uint16Array);
  const takeTitle = slabOf(Uint8Array);
  const takePairs = slabOf(Int32Array);

  function note(word: number): void {
    const term = termOf[word]!;
    if (term === IGNORED) return;
    const name = names[term]!;
    if (previous !== NO_TERM) notePair(pairOf(previous, name));
    previous = name;
    if (word >= counts.length) counts = doubled(counts);
    if (counts[word]!++ > 0) return;
    if (seenCount === seen.length) seen = doubled(seen);
    seen[seenCount++] = word;
  }

  function notePair(pair: number): void {
    if (wanted !== null && wanted.find(pair) < 0) return;
    if (pairCount === pairs.length) pairs = doubled(pairs);
    pairs[pairCount++] = pair;
  }

  return function readBag(title, text) {
    seenCount = pairCount = 0;
    previous = NO_TERM;
    vocabulary.read(title, note);
    const titlePairCount = pairCount;
    // Words of the title come first in `seen`, so their counts can be set apart before the text is read.
    const titleCounts = counted(new Uint8Array(seenCount), MOST_IN_TITLE, seen, counts);
    for (let at = 0; at < seenCount; at++) counts[seen[at]!] = TITLE_MARK;
    previous = NO_TERM;
    vocabulary.read(text, note);
    for (let at = 0; at < titleCounts.length; at++) counts[seen[at]!]! -= TITLE_MARK;
    const bag = {
      words: takeWords(seenCount),
      text: counted(takeCounts(seenCount), MOST_IN_TEXT, seen, counts),
      title: takeTitle(seenCount),
      pairs: takePairs(pairCount),
      titlePairCount,
    };
    bag.words.set(seen.subarray(0, seenCount));
    bag.title.set(titleCounts);
    bag.pairs.set(pairs.subarray(0, pairCount));
    for (let at = 0; at < seenCount; at++) counts[seen[at]!] = 0;
    return bag;
  };
}

/** The pairs of all titles: the only ones that a ranking needs. */
export function titlePairs(vocabulary: Vocabulary, titles: readonly string[]): PairTable {
  const readBag = bagReader(vocabulary);
  const table = new PairTable();
  for (const title of titles) for (const pair of readBag(title, "").pairs) table.add(pair);
  return table;
}

/** Before the first word of a title or text. */
const NO_TERM = 2 ** 40;

/** Keeps a word of the title from counting as new when the text has it too. */
const TITLE_MARK = 1;

function counted<T extends Uint8Array | Uint16Array>(
  into: T,
  most: number,
  seen: Uint32Array,
  counts: Uint32Array,
): T {
  for (let at = 0; at < into.length; at++) into[at] = Math.min(most, counts[seen[at]!]!);
  return into;
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
