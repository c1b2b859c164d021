import { type Nearest, offer, packNeighbour } from "./nearest.ts";
import type { DocumentList, Postings } from "./postings.ts";
import type { Vectors } from "./vectors.ts";

/** What scores pairs: rows to ask with, lists to answer from, which articles may be recommended. */
export interface Scorer {
  readonly vectors: Vectors;
  readonly postings: Postings;
  /** 1: may stand in other articles' lists. */
  readonly isOffered: Uint8Array;
}

/** Sums of one row, and how far each term's list has been passed. */
export interface RowScratch {
  readonly sums: Int32Array;
  readonly ends: Uint32Array;
  readonly titleEnds: Uint32Array;
}

export function rowScratch({ documentCount, start, titleStart }: Postings): RowScratch {
  return { sums: new Int32Array(documentCount), ends: start.slice(), titleEnds: titleStart.slice() };
}

/**
 * Scores the articles `from..to` with each article before them and offers each
 * pair to both. `scratch` must have passed exactly the articles before `from`
 * (see {@link passRows}); afterwards it has passed those before `to`.
 */
export function scoreRows(
  { vectors, postings, isOffered }: Scorer,
  scratch: RowScratch,
  nearest: Nearest,
  from: number,
  to: number,
): void {
  const { sums } = scratch;
  for (let index = from; index < to; index++) {
    addRow(vectors, postings, scratch, index);
    passRows(vectors, scratch, index, index + 1);
    offerRow(sums, index, isOffered, nearest);
    sums.fill(0, 0, index);
  }
}

/** Offers a row's pairs to both sides. Few pass a bar, so the loop does little more than compare. */
function offerRow(sums: Int32Array, index: number, isOffered: Uint8Array, nearest: Nearest): void {
  const { bar } = nearest;
  const isIndexOffered = isOffered[index] === 1;
  let ownBar = bar[index]!;
  for (let other = 0; other < index; other++) {
    const score = sums[other]!;
    if (score >= ownBar && isOffered[other] === 1) {
      offer(nearest, index, packNeighbour(score, other));
      ownBar = bar[index]!;
    }
    if (score >= bar[other]! && isIndexOffered) offer(nearest, other, packNeighbour(score, index));
  }
}

/** Moves the ends of the lists over the articles `from..to`. */
export function passRows(vectors: Vectors, { ends, titleEnds }: RowScratch, from: number, to: number): void {
  const { start, term, titleStart, titleTerm } = vectors;
  for (let entry = start[from]!, end = start[to]!; entry < end; entry++) ends[term[entry]!]!++;
  for (let entry = titleStart[from]!, end = titleStart[to]!; entry < end; entry++)
    titleEnds[titleTerm[entry]!]!++;
}

/** Adds to `sums` the score of one article with every article that the lists have passed. */
export function addRow(vectors: Vectors, postings: Postings, scratch: RowScratch, index: number): void {
  addBody(vectors, postings, scratch, index);
  addTitle(vectors, postings, scratch, index);
}

function addBody(vectors: Vectors, postings: Postings, scratch: RowScratch, index: number): void {
  const { start, term } = vectors;
  for (let entry = start[index]!, end = start[index + 1]!; entry < end; entry++) {
    const id = term[entry]!;
    const { document, packed, weight, start: starts } = postings;
    const own = vectors.weight[entry]!;
    if (own > 0 && packed !== null) addPacked(scratch.sums, packed, starts[id]!, scratch.ends[id]!, own);
    else if (own > 0) addProducts(scratch.sums, document, weight, starts[id]!, scratch.ends[id]!, own);
    const presence = vectors.presence[entry]!;
    if (presence === 0) continue;
    const { titleStart, titleDocument, mention } = postings;
    addProducts(scratch.sums, titleDocument, mention, titleStart[id]!, scratch.titleEnds[id]!, presence);
  }
}

function addTitle(vectors: Vectors, postings: Postings, scratch: RowScratch, index: number): void {
  const { titleStart, titleTerm, mention, title } = vectors;
  for (let entry = titleStart[index]!, end = titleStart[index + 1]!; entry < end; entry++) {
    const id = titleTerm[entry]!;
    const { document, presence, start: starts, titleDocument, titleStart: titleStarts } = postings;
    addProducts(scratch.sums, document, presence, starts[id]!, scratch.ends[id]!, mention[entry]!);
    addProducts(
      scratch.sums,
      titleDocument,
      postings.title,
      titleStarts[id]!,
      scratch.titleEnds[id]!,
      title[entry]!,
    );
  }
}

/** The innermost loop: most of all steps are made here, so four are taken at a time. */
function addPacked(sums: Int32Array, packed: Int32Array, from: number, to: number, factor: number): void {
  let at = from;
  for (const last = to - 3; at < last; at += 4) {
    const a = packed[at]!;
    const b = packed[at + 1]!;
    const c = packed[at + 2]!;
    const d = packed[at + 3]!;
    sums[a >>> 16] = (sums[a >>> 16]! + Math.imul(factor, a & 0xffff)) | 0;
    sums[b >>> 16] = (sums[b >>> 16]! + Math.imul(factor, b & 0xffff)) | 0;
    sums[c >>> 16] = (sums[c >>> 16]! + Math.imul(factor, c & 0xffff)) | 0;
    sums[d >>> 16] = (sums[d >>> 16]! + Math.imul(factor, d & 0xffff)) | 0;
  }
  for (; at < to; at++) {
    const posting = packed[at]!;
    sums[posting >>> 16] = (sums[posting >>> 16]! + Math.imul(factor, posting & 0xffff)) | 0;
  }
}

/** The same with articles and weights in lists of their own. */
function addProducts(
  sums: Int32Array,
  documents: DocumentList,
  weights: Uint16Array,
  from: number,
  to: number,
  factor: number,
): void {
  let at = from;
  for (const last = to - 3; at < last; at += 4) {
    const a = documents[at]!;
    const b = documents[at + 1]!;
    const c = documents[at + 2]!;
    const d = documents[at + 3]!;
    sums[a] = (sums[a]! + Math.imul(factor, weights[at]!)) | 0;
    sums[b] = (sums[b]! + Math.imul(factor, weights[at + 1]!)) | 0;
    sums[c] = (sums[c]! + Math.imul(factor, weights[at + 2]!)) | 0;
    sums[d] = (sums[d]! + Math.imul(factor, weights[at + 3]!)) | 0;
  }
  for (; at < to; at++) {
    const document = documents[at]!;
    sums[document] = (sums[document]! + Math.imul(factor, weights[at]!)) | 0;
  }
}
