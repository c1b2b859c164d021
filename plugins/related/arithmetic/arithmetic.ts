import { CODE } from "./code.ts";

const PAGE_BYTES = 0x10000;

/**
 * The loops of `assembly/pairs.ts` on one memory. Addresses and lengths are in
 * bytes; an end is the address behind the last.
 */
export interface Arithmetic {
  /** Sets the sums of articles from 0 to `limit`, by columns. */
  setFromColumns(orders: number, end: number, sums: number, limit: number): void;
  /** Adds the weight that stands `weight` bytes behind the beginning of each posting. */
  addPostings(orders: number, end: number, sums: number, weight: number): void;
  /** Offers the sums of an article with those before it to both sides' heaps. */
  offerRow(heaps: number, index: number): void;
  /** Offers one packed neighbour to an article's heap. */
  offer(heaps: number, owner: number, key: number): void;
}

let compiled: WebAssembly.Module | undefined;

/** Memory of `bytes`, all zero, that threads can share without copying. @throws {RangeError} where there is no room */
export function sharedMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.max(1, Math.ceil(bytes / PAGE_BYTES));
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

/** The loops, at work on `memory`. */
export function arithmeticOn(memory: WebAssembly.Memory): Arithmetic {
  compiled ??= new WebAssembly.Module(Buffer.from(CODE, "base64"));
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Arithmetic;
}

/** Gives out places in a memory that is not there yet, each at a multiple of 16 bytes. */
export class Layout {
  /** Bytes given out. Nothing lies at address 0, which stands for "nowhere". */
  size = 16;

  /** Address of `bytes` bytes. */
  take(bytes: number): number {
    const address = this.size;
    this.size += Math.ceil(bytes / 16) * 16;
    return address;
  }
}
