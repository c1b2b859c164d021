import { shared } from "./shared-array.ts";
import type { Vectors } from "./vectors.ts";

/** Articles by number, in as few bytes as their count takes: the lists are read again and again. */
export type DocumentList = Uint16Array | Uint32Array;

/** Inverted index: for each term the articles that have it, in order of article. */
export interface Postings {
  readonly documentCount: number;
  readonly termCount: number;
  /** Postings of term `t`: half-open range `start[t]..start[t + 1]`. */
  readonly start: Uint32Array;
  readonly document: DocumentList;
  /**
   * Article and weight in one number, article first, where articles' numbers take
   * two bytes: the innermost loop reads one array instead of two. Else null.
   */
  readonly packed: Int32Array | null;
  /** Weights by posting; none where `packed` has them. */
  readonly weight: Uint16Array;
  readonly presence: Uint16Array;
  /** The same for words of titles. */
  readonly titleStart: Uint32Array;
  readonly titleDocument: DocumentList;
  readonly mention: Uint16Array;
  readonly title: Uint16Array;
}

/** Most articles whose numbers take two bytes. */
const MOST_PACKED = 0x10000;

/** Turns rows of articles into lists of terms. */
export function invert(vectors: Vectors, isPacked = vectors.documentCount <= MOST_PACKED): Postings {
  const { documentCount, termCount } = vectors;
  const start = listStarts(vectors.term, vectors.start[documentCount]!, termCount);
  const titleStart = listStarts(vectors.titleTerm, vectors.titleTerm.length, termCount);
  const documentList = (length: number): DocumentList =>
    documentCount <= MOST_PACKED ? shared(Uint16Array, length) : shared(Uint32Array, length);
  const postings: Postings = {
    documentCount,
    termCount,
    start,
    document: documentList(start[termCount]!),
    packed: isPacked ? shared(Int32Array, start[termCount]!) : null,
    weight: shared(Uint16Array, isPacked ? 0 : start[termCount]!),
    presence: shared(Uint16Array, start[termCount]!),
    titleStart,
    titleDocument: documentList(titleStart[termCount]!),
    mention: shared(Uint16Array, titleStart[termCount]!),
    title: shared(Uint16Array, titleStart[termCount]!),
  };
  fillBodies(vectors, postings);
  fillTitles(vectors, postings);
  return postings;
}

function listStarts(terms: Uint32Array, end: number, termCount: number): Uint32Array {
  const starts = shared(Uint32Array, termCount + 1);
  for (let entry = 0; entry < end; entry++) starts[terms[entry]! + 1]!++;
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
  return starts;
}

function fillBodies(vectors: Vectors, { start, document, packed, weight, presence }: Postings): void {
  const next = start.slice();
  for (let index = 0; index < vectors.documentCount; index++) {
    for (let entry = vectors.start[index]!; entry < vectors.start[index + 1]!; entry++) {
      const at = next[vectors.term[entry]!]!++;
      document[at] = index;
      if (packed === null) weight[at] = vectors.weight[entry]!;
      else packed[at] = (index << 16) | vectors.weight[entry]!;
      presence[at] = vectors.presence[entry]!;
    }
  }
}

function fillTitles(vectors: Vectors, { titleStart, titleDocument, mention, title }: Postings): void {
  const next = titleStart.slice();
  for (let index = 0; index < vectors.documentCount; index++) {
    for (let entry = vectors.titleStart[index]!; entry < vectors.titleStart[index + 1]!; entry++) {
      const at = next[vectors.titleTerm[entry]!]!++;
      titleDocument[at] = index;
      mention[at] = vectors.mention[entry]!;
      title[at] = vectors.title[entry]!;
    }
  }
}
