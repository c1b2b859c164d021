/** Sums that the columns' loop makes at a time. */
export const AT_ONCE = 16;
/** Bytes of an order to the loops: a factor and two addresses. */
export const ORDER_BYTES = 12;
/** Depth and five addresses: what `arithmetic/assembly/pairs.ts` calls heaps. */
const HEAPS_BYTES = 24;

/** How much a desk has room for. */
export interface DeskSize {
  readonly documentCount: number;
  /** Neighbours kept per article. */
  readonly depth: number;
  /** Most terms of an article, and of a title. */
  readonly longestRow: number;
  readonly longestTitle: number;
}

/** Addresses of what one thread writes to. */
export interface DeskPlaces {
  readonly heaps: number;
  readonly bars: number;
  readonly keys: number;
  readonly sizes: number;
  readonly sums: number;
  readonly columnOrders: number;
  readonly firstOrders: number;
  readonly secondOrders: number;
  /** Where the next desk may begin. */
  readonly end: number;
}

/** Places of a desk that begins at `heaps`, a multiple of 16. */
export function deskPlaces(heaps: number, size: DeskSize): DeskPlaces {
  const { documentCount, depth, longestRow, longestTitle } = size;
  const sumBytes = 4 * Math.ceil(documentCount / AT_ONCE) * AT_ONCE;
  const bars = heaps + whole(HEAPS_BYTES);
  const keys = bars + sumBytes;
  const sizes = keys + whole(8 * depth * documentCount);
  const sums = sizes + whole(2 * documentCount);
  const columnOrders = sums + sumBytes;
  const firstOrders = columnOrders + whole(ORDER_BYTES * (longestRow + longestTitle));
  const secondOrders = firstOrders + whole(ORDER_BYTES * 2 * longestRow);
  const end = secondOrders + whole(ORDER_BYTES * 2 * longestTitle);
  return { heaps, bars, keys, sizes, sums, columnOrders, firstOrders, secondOrders, end };
}

const whole = (bytes: number): number => Math.ceil(bytes / 16) * 16;
