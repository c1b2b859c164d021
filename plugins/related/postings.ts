import { Layout, sharedMemory } from "./arithmetic/arithmetic.ts";
import { AT_ONCE, type DeskPlaces, type DeskSize, deskPlaces } from "./desk-places.ts";
import { shared } from "./shared-array.ts";
import type { Vectors } from "./vectors.ts";

/** What articles are scored with: rows to ask with, lists to answer from, all that threads write to. */
export interface Postings {
  /** Memory in which all that an address names lies. */
  readonly memory: WebAssembly.Memory;
  /**
   * Inverted index: postings of term `t` at `start[t]` up to `start[t + 1]`, in order of
   * article. A posting is {@link POSTING_BYTES} long: the article's number times 4, its
   * weight and its presence.
   */
  readonly start: Uint32Array;
  /** The same for words of titles: article, mention, weight in the title. */
  readonly titleStart: Uint32Array;
  /**
   * Address of a term's column of weights by article, and {@link columnBytes} behind it
   * that of presences, where the term stands in so many articles that looking at all is
   * sooner than at a list; 0: there is a list.
   */
  readonly column: Uint32Array;
  readonly columnBytes: number;
  /** What each thread writes to; see `desk.ts`. */
  readonly desks: readonly DeskPlaces[];
  readonly size: DeskSize;
}

/** Bytes of a posting. */
export const POSTING_BYTES = 8;
/** Where its two weights stand in it. */
export const FIRST_WEIGHT = 4;
export const SECOND_WEIGHT = 6;
/** Share of the articles from which a column is sooner than a list: .08 to .2 are level at 10,000. */
const COLUMN_SHARE = 1 / 8;
/** Largest weight that a column holds: its loop multiplies signed 16-bit numbers. */
const MOST_IN_COLUMN = 0x7fff;

/** Score below which nothing enters a heap that is not full. */
const LEAST_SCORE = 1;

/** Options of {@link invert}. */
export interface PostingOptions {
  /** 1: may stand in other articles' lists. */
  readonly isOffered: Uint8Array;
  readonly depth: number;
  readonly threads?: number;
  /** Share of the articles from which a term has a column; more than 1: none has. */
  readonly columnShare?: number;
}

/** Turns rows of articles into lists and columns of terms. @throws {RangeError} where there is no memory for them */
export function invert(
  vectors: Vectors,
  { isOffered, depth, threads = 1, columnShare = COLUMN_SHARE }: PostingOptions,
): Postings {
  const { documentCount, termCount } = vectors;
  const counts = countTerms(vectors.term, vectors.start[documentCount]!, termCount);
  const titleCounts = countTerms(vectors.titleTerm, vectors.titleTerm.length, termCount);
  const layout = new Layout();
  const columnBytes = 2 * Math.ceil(documentCount / AT_ONCE) * AT_ONCE;
  const column = shared(Uint32Array, termCount);
  if (fitsColumns(vectors)) {
    const least = documentCount * columnShare;
    for (let term = 0; term < termCount; term++) {
      if (counts[term]! <= least) continue;
      column[term] = layout.take(2 * columnBytes);
      counts[term] = 0;
    }
  }
  const offeredAt = layout.take(documentCount);
  const start = placePostings(layout, counts);
  const titleStart = placePostings(layout, titleCounts);
  const size: DeskSize = {
    documentCount,
    depth,
    longestRow: longestRow(vectors.start),
    longestTitle: longestRow(vectors.titleStart),
  };
  const desks = Array.from({ length: threads }, () => {
    const places = deskPlaces(layout.size, size);
    layout.take(places.end - places.heaps);
    return places;
  });
  const memory = sharedMemory(layout.size);
  new Uint8Array(memory.buffer).set(isOffered, offeredAt);
  for (const places of desks) emptyHeaps(memory, places, offeredAt, size);
  const postings: Postings = { memory, start, titleStart, column, columnBytes, desks, size };
  fillBodies(vectors, postings);
  fillTitles(vectors, postings);
  return postings;
}

function emptyHeaps(
  { buffer }: WebAssembly.Memory,
  { heaps, bars, keys, sizes, sums }: DeskPlaces,
  offeredAt: number,
  { depth, documentCount }: DeskSize,
): void {
  new Uint32Array(buffer).set([depth, bars, keys, sizes, offeredAt, sums], heaps / 4);
  new Int32Array(buffer, bars, documentCount).fill(LEAST_SCORE);
}

function countTerms(terms: Uint32Array, end: number, termCount: number): Uint32Array {
  const counts = new Uint32Array(termCount);
  for (let entry = 0; entry < end; entry++) counts[terms[entry]!]!++;
  return counts;
}

/** Owners' weights may be large: then all terms are listed. */
function fitsColumns({ weight, mention }: Vectors): boolean {
  let all = 0;
  for (const own of weight) all |= own;
  for (const own of mention) all |= own;
  return all <= MOST_IN_COLUMN;
}

function longestRow(start: Uint32Array): number {
  let longest = 0;
  for (let index = 1; index < start.length; index++)
    longest = Math.max(longest, start[index]! - start[index - 1]!);
  return longest;
}

/** Addresses at which the postings of each term begin, and behind them the end of all. */
function placePostings(layout: Layout, counts: Uint32Array): Uint32Array {
  const start = shared(Uint32Array, counts.length + 1);
  let total = 0;
  for (const count of counts) total += count;
  let address = layout.take(POSTING_BYTES * total);
  for (let term = 0; term < counts.length; term++) {
    start[term] = address;
    address += POSTING_BYTES * counts[term]!;
  }
  start[counts.length] = address;
  return start;
}

// Places in 32-bit numbers: always within 31 bits, which the engine's arithmetic is fastest in.
function fillBodies(vectors: Vectors, { memory, start, column, columnBytes }: Postings): void {
  const next = start.map((address) => address / 4);
  const words = new Int32Array(memory.buffer);
  const halves = new Uint16Array(memory.buffer);
  const { documentCount, start: rowStart, term: terms, weight, presence } = vectors;
  for (let index = 0; index < documentCount; index++) {
    for (let entry = rowStart[index]!, end = rowStart[index + 1]!; entry < end; entry++) {
      const term = terms[entry]!;
      const address = column[term]!;
      if (address > 0) {
        halves[(address >>> 1) + index] = weight[entry]!;
        halves[((address + columnBytes) >>> 1) + index] = presence[entry]!;
        continue;
      }
      const at = next[term]! | 0;
      next[term] = at + 2;
      words[at] = 4 * index;
      words[at + 1] = weight[entry]! | (presence[entry]! << 16);
    }
  }
}

function fillTitles(vectors: Vectors, { memory, titleStart }: Postings): void {
  const next = titleStart.map((address) => address / 4);
  const words = new Int32Array(memory.buffer);
  const { documentCount, titleStart: rowStart, titleTerm, mention, title } = vectors;
  for (let index = 0; index < documentCount; index++) {
    for (let entry = rowStart[index]!, end = rowStart[index + 1]!; entry < end; entry++) {
      const at = next[titleTerm[entry]!]! | 0;
      next[titleTerm[entry]!] = at + 2;
      words[at] = 4 * index;
      words[at + 1] = mention[entry]! | (title[entry]! << 16);
    }
  }
}
