import type { Analysis } from "./analysis.ts";
import { joinDesks, openDesk } from "./desk.ts";
import { type Nearest, packNeighbour } from "./nearest.ts";
import { invert } from "./postings.ts";
import { passRows, scoreRow } from "./similarity.ts";
import { nudgeCollector, scoreOnThreads, threadsFor } from "./workers.ts";

/**
 * Neighbours kept per article. Lists are chosen among these, so it bounds how
 * far a correction can lift an article; 40 loses .0002 against 48 and 200 on six sets.
 */
export const DEPTH = 40;

/** Finds the nearest neighbours of every article by scoring each pair once. */
export function findNearest({ group, vectors }: Analysis, threads: number | null): Nearest {
  const { documentCount } = vectors;
  nudgeCollector(documentCount);
  const postings = invert(vectors, {
    isOffered: group.isOffered,
    depth: DEPTH,
    threads: Math.max(1, threads ?? threadsFor(documentCount)),
  });
  return scoreOnThreads({ vectors, postings });
}

/** Scores single articles, and keeps the neighbours that it is offered. */
export interface RowScorer {
  /** Similarity of one article with every article, itself included; overwritten by the next. */
  readonly scoreRow: (index: number) => Int32Array;
  /** Offers a packed neighbour to the list of `owner`. */
  readonly offer: (owner: number, key: number) => void;
  /** All that was offered, the best of it, best first. */
  readonly offered: () => Nearest;
}

/** A fresh scorer of single rows. */
export function rowScorer({ group, vectors }: Analysis, depth: number = DEPTH): RowScorer {
  const postings = invert(vectors, { isOffered: group.isOffered, depth });
  const scorer = { vectors, postings };
  const desk = openDesk(postings);
  const { documentCount } = vectors;
  passRows(vectors, desk, 0, documentCount);
  return {
    scoreRow: (index) => {
      scoreRow(scorer, desk, index, documentCount);
      return desk.sums;
    },
    offer: (owner, key) => desk.arithmetic.offer(desk.places.heaps, owner, key),
    offered: () => joinDesks(postings),
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
