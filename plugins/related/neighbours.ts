import type { Analysis } from "./analysis.ts";
import { type Nearest, packNeighbour, settle } from "./nearest.ts";
import { invert } from "./postings.ts";
import { shared } from "./shared-array.ts";
import { addRow, passRows, rowScratch } from "./similarity.ts";
import { nudgeCollector, scoreOnThreads, threadsFor } from "./workers.ts";

/**
 * Neighbours kept per article. Lists are chosen among these, so it bounds how
 * far a correction can lift an article; 40 loses .0002 against 48 and 200 on six sets.
 */
export const DEPTH = 40;

/** Finds the nearest neighbours of every article by scoring each pair once. */
export function findNearest({ group, vectors }: Analysis, threads: number | null): Nearest {
  const isOffered = shared(Uint8Array, group.isOffered.length);
  isOffered.set(group.isOffered);
  nudgeCollector(isOffered.length);
  const nearest = scoreOnThreads(
    { vectors, postings: invert(vectors), isOffered },
    DEPTH,
    threads ?? threadsFor(isOffered.length),
  );
  settle(nearest);
  return nearest;
}

/** Similarity of one article with every article, itself included; a fresh scorer of single rows. */
export function rowScorer({ vectors }: Analysis): (index: number) => Int32Array {
  const postings = invert(vectors);
  const scratch = rowScratch(postings);
  passRows(vectors, scratch, 0, vectors.documentCount);
  return function scoreRow(index) {
    scratch.sums.fill(0);
    addRow(vectors, postings, scratch, index);
    return scratch.sums;
  };
}

/** Every article with something in common with `index` that `allows` lets through, as packed keys. */
export function everyNeighbour(
  row: Int32Array,
  index: number,
  allows: (other: number) => boolean,
): Float64Array {
  const keys: number[] = [];
  for (let other = 0; other < row.length; other++) {
    if (row[other]! > 0 && other !== index && allows(other)) keys.push(packNeighbour(row[other]!, other));
  }
  return Float64Array.from(keys);
}
