import { IGNORED, type Vocabulary } from "./vocabulary.ts";

/** How often each distinct word stands in one article. */
export interface WordBag {
  /** Word ids of a {@link Vocabulary}, in order of first appearance. */
  readonly words: Uint32Array;
  /** Occurrences in the text, by place in `words`. */
  readonly text: Uint16Array;
  /** Occurrences in the title, by place in `words`. */
  readonly title: Uint8Array;
}

const MOST_IN_TEXT = 0xffff;
const MOST_IN_TITLE = 0xff;

/** Reads articles into bags; made once per vocabulary so that its counters are reused. */
export function bagReader(vocabulary: Vocabulary): (title: string, text: string) => WordBag {
  const { termOf } = vocabulary;
  let counts = new Uint32Array(1 << 14);
  let seen = new Uint32Array(1 << 10);
  let seenCount = 0;

  function inText(word: number): void {
    if (termOf[word] === IGNORED) return;
    if (word >= counts.length) counts = doubled(counts);
    if (counts[word]!++ > 0) return;
    if (seenCount === seen.length) seen = doubled(seen);
    seen[seenCount++] = word;
  }

  return function readBag(title, text) {
    seenCount = 0;
    vocabulary.read(title, inText);
    // Words of the title come first in `seen`, so their counts can be set apart before the text is read.
    const titleCounts = counted(new Uint8Array(seenCount), MOST_IN_TITLE, seen, counts);
    for (let at = 0; at < seenCount; at++) counts[seen[at]!] = TITLE_MARK;
    vocabulary.read(text, inText);
    for (let at = 0; at < titleCounts.length; at++) counts[seen[at]!]! -= TITLE_MARK;
    const inTitle = new Uint8Array(seenCount);
    inTitle.set(titleCounts);
    const bag = {
      words: seen.slice(0, seenCount),
      text: counted(new Uint16Array(seenCount), MOST_IN_TEXT, seen, counts),
      title: inTitle,
    };
    for (let at = 0; at < seenCount; at++) counts[seen[at]!] = 0;
    return bag;
  };
}

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
