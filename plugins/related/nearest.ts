/**
 * Places by which score and article are packed into one number that orders
 * them: higher score first, then the lower article. 2^21 articles and scores
 * below 2^31 fit into the 53 bits in which a number is exact.
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

/** The best neighbours so far of every article: one binary heap per article, its worst on top. */
export interface Nearest {
  /** Neighbours kept per article. */
  readonly depth: number;
  readonly keys: Float64Array;
  readonly size: Uint16Array;
  /** Score below which nothing enters, by article. */
  readonly bar: Int32Array;
}

/** Room for `depth` neighbours of each of `documentCount` articles, in memory of `buffer` when given. */
export function emptyNearest(
  documentCount: number,
  depth: number,
  buffers?: readonly ArrayBufferLike[],
): Nearest {
  const [keys, size, bar] = buffers ?? nearestBuffers(documentCount, depth, ArrayBuffer);
  const nearest = {
    depth,
    keys: new Float64Array(keys!),
    size: new Uint16Array(size!),
    bar: new Int32Array(bar!),
  };
  nearest.bar.fill(1);
  return nearest;
}

export function nearestBuffers<T extends ArrayBufferLike>(
  documentCount: number,
  depth: number,
  kind: new (bytes: number) => T,
): T[] {
  return [new kind(8 * documentCount * depth), new kind(2 * documentCount), new kind(4 * documentCount)];
}

/** Offers a neighbour to an article's heap; the outcome does not depend on the order of offers. */
export function offer(nearest: Nearest, owner: number, key: number): void {
  const { depth, keys, size } = nearest;
  const base = owner * depth;
  const count = size[owner]!;
  if (count < depth) {
    siftUp(keys, base, count, key);
    size[owner] = count + 1;
    if (count + 1 === depth) nearest.bar[owner] = scoreOf(keys[base]!);
  } else if (key > keys[base]!) {
    siftDown(keys, base, depth, key);
    nearest.bar[owner] = scoreOf(keys[base]!);
  }
}

/** Puts every heap into order, best first; after this nothing may be offered. */
export function settle({ depth, keys, size }: Nearest): void {
  for (let owner = 0; owner < size.length; owner++) {
    keys
      .subarray(owner * depth, owner * depth + size[owner]!)
      .sort()
      .reverse();
  }
}

/** The keys of one article, best first, once {@link settle}d. */
export function neighbourKeys({ depth, keys, size }: Nearest, owner: number): Float64Array {
  return keys.subarray(owner * depth, owner * depth + size[owner]!);
}

function siftUp(keys: Float64Array, base: number, place: number, key: number): void {
  let at = place;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (keys[base + parent]! <= key) break;
    keys[base + at] = keys[base + parent]!;
    at = parent;
  }
  keys[base + at] = key;
}

function siftDown(keys: Float64Array, base: number, count: number, key: number): void {
  let at = 0;
  for (let child = 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && keys[base + child + 1]! < keys[base + child]!) child++;
    if (keys[base + child]! >= key) break;
    keys[base + at] = keys[base + child]!;
    at = child;
  }
  keys[base + at] = key;
}
