import type { WordBag } from "./bags.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a term is: a word, or a label that the writer gave. */
export const WORD = 0;
export const TAG = 1;
export const TOPIC = 2;
export type TermKind = typeof WORD | typeof TAG | typeof TOPIC;

/** The terms of every article, one row per article in one array each. */
export interface Evidence {
  readonly documentCount: number;
  readonly termCount: number;
  /** Entries of article `i`: half-open range `start[i]..start[i + 1]`. */
  readonly start: Uint32Array;
  readonly term: Uint32Array;
  /** Occurrences in title and text. */
  readonly count: Uint16Array;
  /** Occurrences in the title alone. */
  readonly titleCount: Uint8Array;
  /** {@link TermKind} by term id. */
  readonly kind: Uint8Array;
}

/** Labels of one article: its tags, and what it is about. */
export interface Labels {
  readonly tags: readonly string[];
  /** Each with its kind before a colon: "condition:insomnia". */
  readonly topics: readonly string[];
}

/** Gathers words into terms and lays them out in rows. Order of a row carries no meaning. */
export function gatherEvidence(
  bags: readonly WordBag[],
  labels: readonly Labels[],
  vocabulary: Vocabulary,
): Evidence {
  const labelIds = labels.map((label) => idsOf(label, vocabulary));
  const termOf = Int32Array.from(vocabulary.termOf);
  const room = bags.reduce((sum, bag, index) => sum + bag.words.length + labelIds[index]!.length, 0);
  const termCount = vocabulary.terms.length;
  const start = new Uint32Array(bags.length + 1);
  const term = new Uint32Array(room);
  const count = new Uint16Array(room);
  const titleCount = new Uint8Array(room);
  const place = new Int32Array(termCount).fill(-1);
  let end = 0;
  for (let index = 0; index < bags.length; index++) {
    const from = end;
    end = addWords(bags[index]!, termOf, { term, count, titleCount, place }, from);
    for (const id of labelIds[index]!) term[end++] = id;
    for (let entry = from; entry < end; entry++) place[term[entry]!] = -1;
    start[index + 1] = end;
  }
  return {
    documentCount: bags.length,
    termCount,
    start,
    term,
    count,
    titleCount,
    kind: kindsOf(labels, vocabulary),
  };
}

interface Row {
  readonly term: Uint32Array;
  readonly count: Uint16Array;
  readonly titleCount: Uint8Array;
  /** Entry of a term in the present row; -1: none yet. */
  readonly place: Int32Array;
}

function addWords(bag: WordBag, termOf: Int32Array, row: Row, from: number): number {
  const { term, count, titleCount, place } = row;
  const { words, text, title } = bag;
  let end = from;
  for (let at = 0; at < words.length; at++) {
    const id = termOf[words[at]!]!;
    let entry = place[id]!;
    if (entry < 0) {
      entry = end++;
      place[id] = entry;
      term[entry] = id;
    }
    count[entry] = Math.min(0xffff, count[entry]! + text[at]! + title[at]!);
    titleCount[entry] = Math.min(0xff, titleCount[entry]! + title[at]!);
  }
  return end;
}

function idsOf({ tags, topics }: Labels, vocabulary: Vocabulary): number[] {
  const ids = [
    ...tags.map((tag) => vocabulary.term(`tag:${tag}`)),
    ...topics.map((topic) => vocabulary.term(topic)),
  ];
  return [...new Set(ids)];
}

function kindsOf(labels: readonly Labels[], vocabulary: Vocabulary): Uint8Array {
  const kind = new Uint8Array(vocabulary.terms.length);
  for (const { tags, topics } of labels) {
    for (const tag of tags) kind[vocabulary.term(`tag:${tag}`)] = TAG;
    for (const topic of topics) kind[vocabulary.term(topic)] = TOPIC;
  }
  return kind;
}
