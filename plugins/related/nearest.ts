/**
 * Places by which score and article are packed into one number that orders
 * them: higher score first, then the lower article. 2^21 articles and scores
 * below 2^31 fit into the 53 bits in which a number is exact. The loops of
 * `arithmetic/assembly/pairs.ts` pack in the same way.
 */
const PLACES = 1 << 21;

/** Score and article as one number. */
export function packNeighbour(score: number, document: number): number {
  return score * PLACES + (PLACES - 1 - document);
}

export function scoreOf(key: number): number {
  // A power of two: the product is exact, and sooner there than a quotient.
  return Math.floor(key * (1 / PLACES));
}

export function documentOf(key: number): number {
  // Not `key % PLACES`: for numbers of this size the engine calls the C library for it.
  return PLACES - 1 - (key - scoreOf(key) * PLACES);
}

/** The best neighbours of every article. */
export interface Nearest {
  /** Neighbours kept per article. */
  readonly depth: number;
  /** Packed neighbours by article, `depth` places each, best first. */
  readonly keys: Float64Array;
  readonly size: Uint16Array;
}

/** Puts the heaps of a desk into order, best first, in memory of their own. */
export function settled(keys: Float64Array, sizes: Uint16Array, depth: number): Nearest {
  const nearest = { depth, keys: keys.slice(), size: sizes.slice() };
  for (let owner = 0; owner < sizes.length; owner++) neighbourKeys(nearest, owner).sort().reverse();
  return nearest;
}

/** The keys of one article, best first. */
export function neighbourKeys({ depth, keys, size }: Nearest, owner: number): Float64Array {
  return keys.subarray(owner * depth, owner * depth + size[owner]!);
}
