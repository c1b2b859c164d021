import type { Desk } from "./desk.ts";
import { ORDER_BYTES } from "./desk-places.ts";
import { FIRST_WEIGHT, POSTING_BYTES, type Postings, SECOND_WEIGHT } from "./postings.ts";
import type { Vectors } from "./vectors.ts";

/** What scores pairs: rows to ask with, lists to answer from. */
export interface Scorer {
  readonly vectors: Vectors;
  readonly postings: Postings;
}

/**
 * Scores the articles `from..to` with each article before them and offers each
 * pair to both. The desk must have passed exactly the articles before `from`
 * (see {@link passRows}); afterwards it has passed those before `to`.
 */
export function scoreRows(scorer: Scorer, desk: Desk, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    scoreRow(scorer, desk, index, index);
    passRows(scorer.vectors, desk, index, index + 1);
    desk.arithmetic.offerRow(desk.places.heaps, index);
  }
}

/** Moves the ends of the lists over the articles `from..to`. */
export function passRows(vectors: Vectors, { ends, titleEnds }: Desk, from: number, to: number): void {
  const { start, term, titleStart, titleTerm } = vectors;
  for (let entry = start[from]!, end = start[to]!; entry < end; entry++) ends[term[entry]!]! += POSTING_BYTES;
  for (let entry = titleStart[from]!, end = titleStart[to]!; entry < end; entry++)
    titleEnds[titleTerm[entry]!]! += POSTING_BYTES;
}

/** Sets the desk's sums to the scores of one article with the articles before `passed`, which the lists have passed. */
export function scoreRow(scorer: Scorer, desk: Desk, index: number, passed: number): void {
  const orders: Orders = {
    columnCount: 0,
    first: desk.places.firstOrders,
    second: desk.places.secondOrders,
  };
  orderBody(scorer, desk, orders, index);
  orderTitle(scorer, desk, orders, index);
  const { arithmetic, places } = desk;
  const { sums, columnOrders, firstOrders, secondOrders } = places;
  const columnEnd = columnOrders + ORDER_BYTES * Math.ceil(orders.columnCount / 2);
  arithmetic.setFromColumns(columnOrders, columnEnd, sums, passed);
  arithmetic.addPostings(firstOrders, orders.first, sums, FIRST_WEIGHT);
  arithmetic.addPostings(secondOrders, orders.second, sums, SECOND_WEIGHT);
}

/** How many columns have been asked for, and where the next order to add goes. */
interface Orders {
  columnCount: number;
  first: number;
  second: number;
}

/** This article's words in others' texts, and in their titles. */
function orderBody({ vectors, postings }: Scorer, desk: Desk, orders: Orders, index: number): void {
  const { start, term, weight, presence } = vectors;
  const { column, start: starts, titleStart } = postings;
  for (let entry = start[index]!, end = start[index + 1]!; entry < end; entry++) {
    const id = term[entry]!;
    const own = weight[entry]!;
    if (column[id]! > 0) orderColumn(desk, orders, own, column[id]!);
    else orders.first = order(desk, orders.first, own, starts[id]!, desk.ends[id]!);
    orders.first = order(desk, orders.first, presence[entry]!, titleStart[id]!, desk.titleEnds[id]!);
  }
}

/** This title's words in others' texts, and in their titles. */
function orderTitle({ vectors, postings }: Scorer, desk: Desk, orders: Orders, index: number): void {
  const { titleStart, titleTerm, mention, title } = vectors;
  const { column, columnBytes, start: starts, titleStart: titleStarts } = postings;
  for (let entry = titleStart[index]!, end = titleStart[index + 1]!; entry < end; entry++) {
    const id = titleTerm[entry]!;
    if (column[id]! > 0) orderColumn(desk, orders, mention[entry]!, column[id]! + columnBytes);
    else orders.second = order(desk, orders.second, mention[entry]!, starts[id]!, desk.ends[id]!);
    orders.second = order(desk, orders.second, title[entry]!, titleStarts[id]!, desk.titleEnds[id]!);
  }
}

/** Puts down one order to add; where the next one goes. */
function order({ numbers }: Desk, at: number, factor: number, from: number, to: number): number {
  if (factor === 0 || from === to) return at;
  numbers[at / 4] = factor;
  numbers[at / 4 + 1] = from;
  numbers[at / 4 + 2] = to;
  return at + ORDER_BYTES;
}

/** Asks for a column; two share an order, the second's factor in the upper half. */
function orderColumn({ numbers, places }: Desk, orders: Orders, factor: number, column: number): void {
  if (factor === 0) return;
  const at = (places.columnOrders + ORDER_BYTES * (orders.columnCount >> 1)) / 4;
  if (orders.columnCount % 2 === 0) {
    numbers[at] = factor;
    numbers[at + 1] = column;
    // A column too many is multiplied by nothing.
    numbers[at + 2] = column;
  } else {
    numbers[at]! |= factor << 16;
    numbers[at + 2] = column;
  }
  orders.columnCount++;
}
