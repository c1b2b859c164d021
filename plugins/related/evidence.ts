import type { WordBag } from "./bags.ts";
import { PairTable } from "./phrases.ts";
import { shared } from "./shared-array.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a term is: a word, a label that the writer gave, or two neighbouring words of some title. */
export const WORD = 0;
export const TAG = 1;
export const TOPIC = 2;
export const PHRASE = 3;

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
  /** WORD, TAG, TOPIC or PHRASE by term id. */
  readonly kind: Uint8Array;
  /** A number by term id that is the same in every run. */
  readonly names: Int32Array;
}

/** Labels of one article: its tags, and what it is about. */
export interface Labels {
  readonly tags: readonly string[];
  /** Each with its kind before a colon: "condition:insomnia". */
  readonly topics: readonly string[];
}

/** Gathers words, labels and phrases into terms and lays them out in rows. Order of a row carries no meaning. */
export function gatherEvidence(
  bags: readonly WordBag[],
  labels: readonly Labels[],
  vocabulary: Vocabulary,
): Evidence {
  const labelIds = labels.map((label) => idsOf(label, vocabulary));
  const termOf = Int32Array.from(vocabulary.termOf);
  const wordTermCount = vocabulary.terms.length;
  const phrases = phrasesOf(bags);
  const termCount = wordTermCount + phrases.size;
  const room = bags.reduce(
    (sum, { words, pairs }, index) => sum + words.length + labelIds[index]!.length + countIn(phrases, pairs),
    0,
  );
  const row: Row = {
    term: shared(Uint32Array, room),
    count: shared(Uint16Array, room),
    titleCount: new Uint8Array(room),
    place: new Int32Array(termCount).fill(-1),
  };
  const start = new Uint32Array(bags.length + 1);
  let end = 0;
  for (let index = 0; index < bags.length; index++) {
    const from = end;
    end = addWords(bags[index]!, termOf, row, from);
    end = addPhrases(bags[index]!, phrases, wordTermCount, row, end);
    for (const id of labelIds[index]!) row.term[end++] = id;
    for (let entry = from; entry < end; entry++) row.place[row.term[entry]!] = -1;
    start[index + 1] = end;
  }
  const kind = new Uint8Array(termCount).fill(PHRASE, wordTermCount);
  markLabels(kind, labels, vocabulary);
  const names = new Int32Array(termCount);
  names.set(vocabulary.names);
  names.set(phrases.pairs(), wordTermCount);
  const { term, count, titleCount } = row;
  return { documentCount: bags.length, termCount, start, term, count, titleCount, kind, names };
}

/** The pairs that stand in some title. */
function phrasesOf(bags: readonly WordBag[]): PairTable {
  const phrases = new PairTable();
  for (const { pairs, titlePairCount } of bags) {
    for (let at = 0; at < titlePairCount; at++) phrases.add(pairs[at]!);
  }
  return phrases;
}

function countIn(phrases: PairTable, pairs: Int32Array): number {
  let found = 0;
  for (let at = 0; at < pairs.length; at++) if (phrases.find(pairs[at]!) >= 0) found++;
  return found;
}

function addPhrases(
  { pairs, titlePairCount }: WordBag,
  phrases: PairTable,
  firstTerm: number,
  row: Row,
  from: number,
): number {
  const { term, count, titleCount, place } = row;
  let end = from;
  for (let at = 0; at < pairs.length; at++) {
    const phrase = phrases.find(pairs[at]!);
    if (phrase < 0) continue;
    const id = firstTerm + phrase;
    let entry = place[id]!;
    if (entry < 0) {
      entry = end++;
      place[id] = entry;
      term[entry] = id;
    }
    count[entry] = Math.min(0xffff, count[entry]! + 1);
    if (at < titlePairCount) titleCount[entry] = Math.min(0xff, titleCount[entry]! + 1);
  }
  return end;
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

function markLabels(kind: Uint8Array, labels: readonly Labels[], vocabulary: Vocabulary): void {
  for (const { tags, topics } of labels) {
    for (const tag of tags) kind[vocabulary.term(`tag:${tag}`)] = TAG;
    for (const topic of topics) kind[vocabulary.term(topic)] = TOPIC;
  }
}
