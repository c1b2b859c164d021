import { openDesk } from "./desk.ts";
import { passRows, type Scorer, scoreRows } from "./similarity.ts";

/** Rows that one thread takes at a time: small against the whole, since later rows cost more. */
const BLOCK_ROWS = 256;

/** Places in the shared control array. */
const NEXT_BLOCK = 0;
export const BLOCKS_DONE = 1;

export function blockCountOf(documentCount: number): number {
  return Math.ceil(documentCount / BLOCK_ROWS);
}

/**
 * Takes blocks of rows off the common heap of work until none is left.
 *
 * Every thread offers to the neighbours on a desk of its own; joined, they hold
 * the same as if one thread had scored all rows.
 */
export function scoreBlocks(scorer: Scorer, control: Int32Array, deskNumber: number): void {
  const { documentCount } = scorer.vectors;
  const blockCount = blockCountOf(documentCount);
  const desk = openDesk(scorer.postings, deskNumber);
  let passed = 0;
  for (let block = takeBlock(control); block < blockCount; block = takeBlock(control)) {
    const from = block * BLOCK_ROWS;
    const to = Math.min(from + BLOCK_ROWS, documentCount);
    passRows(scorer.vectors, desk, passed, from);
    scoreRows(scorer, desk, from, to);
    passed = to;
    Atomics.add(control, BLOCKS_DONE, 1);
    Atomics.notify(control, BLOCKS_DONE);
  }
}

function takeBlock(control: Int32Array): number {
  return Atomics.add(control, NEXT_BLOCK, 1);
}
