/**
 * The innermost loops of the ranking, in AssemblyScript: what a hundred
 * million additions need and JavaScript does not give, vector instructions
 * and memory without a check at each step. Knows numbers and addresses only;
 * which are asked for stands in `similarity.ts`, where they lie in `postings.ts`.
 * All is whole numbers, so that every sum is the same in any order.
 *
 * `npx tsx scripts/arithmetic.ts` compiles it into `../code.ts`.
 */

/** Bytes of one order: `factor`, then two addresses; see `similarity.ts`. */
const ORDER: usize = 12;
/** Bytes of a posting: place of the article's sum in bytes (u32), two weights (u16). */
const POSTING: usize = 8;
/** Articles scored at a time by columns: four sums in each of four registers. */
const AT_ONCE: usize = 16;
/** See `nearest.ts`. */
const PLACES: f64 = 2097152;

/**
 * Sets the sums of the first `limit` articles (rounded up to {@link AT_ONCE})
 * to what columns come to: each order names two columns of 16-bit weights and,
 * in its factor, what either is multiplied by (low and high half).
 */
export function setFromColumns(orders: usize, end: usize, sums: usize, limit: usize): void {
  for (let first: usize = 0; first < limit; first += AT_ONCE) {
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    for (let order = orders; order < end; order += ORDER) {
      const factors = v128.load_splat<u32>(order);
      const one = <usize>load<u32>(order, 4) + (first << 1);
      const two = <usize>load<u32>(order, 8) + (first << 1);
      const one0 = v128.load(one);
      const one1 = v128.load(one, 16);
      const two0 = v128.load(two);
      const two1 = v128.load(two, 16);
      a = i32x4.add(a, i32x4.dot_i16x8_s(low(one0, two0), factors));
      b = i32x4.add(b, i32x4.dot_i16x8_s(high(one0, two0), factors));
      c = i32x4.add(c, i32x4.dot_i16x8_s(low(one1, two1), factors));
      d = i32x4.add(d, i32x4.dot_i16x8_s(high(one1, two1), factors));
    }
    const at = sums + (first << 2);
    v128.store(at, a);
    v128.store(at, b, 16);
    v128.store(at, c, 32);
    v128.store(at, d, 48);
  }
}

function low(one: v128, two: v128): v128 {
  return v128.shuffle<i16>(one, two, 0, 8, 1, 9, 2, 10, 3, 11);
}

function high(one: v128, two: v128): v128 {
  return v128.shuffle<i16>(one, two, 4, 12, 5, 13, 6, 14, 7, 15);
}

/**
 * Adds a weight of each posting between an order's two addresses, times its
 * factor, to the article's sum; `weight` is the place of that weight in a posting.
 */
export function addPostings(orders: usize, end: usize, sums: usize, weight: usize): void {
  for (let order = orders; order < end; order += ORDER) {
    const factor = load<i32>(order);
    const last = <usize>load<u32>(order, 8);
    for (let posting = <usize>load<u32>(order, 4); posting < last; posting += POSTING) {
      const sum = sums + load<u32>(posting);
      store<i32>(sum, load<i32>(sum) + factor * <i32>load<u16>(posting + weight));
    }
  }
}

/*
 * One binary heap of the best neighbours of every article, its worst on top.
 * `heaps` points to six numbers: how many neighbours are kept, then the
 * addresses of bars (i32 by article), keys (f64, `depth` by article), counts
 * (u16 by article), of whether an article may be recommended (u8) and of sums.
 */

/** Offers the pairs of a row to both sides. Few pass a bar, so four are looked at together. */
export function offerRow(heaps: usize, index: usize): void {
  const bars = <usize>load<u32>(heaps, 4);
  const offered = <usize>load<u32>(heaps, 16);
  const sums = <usize>load<u32>(heaps, 20);
  const ownBar = bars + (index << 2);
  const isOffered = load<u8>(offered + index) === 1;
  let own = v128.load_splat<i32>(ownBar);
  for (let first: usize = 0; first < index; first += 4) {
    const scores = v128.load(sums + (first << 2));
    const passes = v128.or(i32x4.ge_s(scores, own), i32x4.ge_s(scores, v128.load(bars + (first << 2))));
    if (!v128.any_true(passes)) continue;
    const end = min(first + 4, index);
    for (let other = first; other < end; other++) {
      const score = load<i32>(sums + (other << 2));
      if (score >= load<i32>(ownBar) && load<u8>(offered + other) === 1)
        offer(heaps, index, keyOf(score, other));
      if (score >= load<i32>(bars + (other << 2)) && isOffered) offer(heaps, other, keyOf(score, index));
    }
    own = v128.load_splat<i32>(ownBar);
  }
}

function keyOf(score: i32, document: usize): f64 {
  return <f64>score * PLACES + (PLACES - 1 - <f64>document);
}

/** Offers a packed neighbour to an article's heap; the outcome does not depend on the order of offers. */
export function offer(heaps: usize, owner: usize, key: f64): void {
  const depth = <usize>load<u32>(heaps);
  const keys = <usize>load<u32>(heaps, 8) + owner * (depth << 3);
  const size = <usize>load<u32>(heaps, 12) + (owner << 1);
  const count = <usize>load<u16>(size);
  if (count < depth) {
    siftUp(keys, count, key);
    store<u16>(size, <u16>(count + 1));
    if (count + 1 < depth) return;
  } else if (key > load<f64>(keys)) {
    siftDown(keys, depth, key);
  } else return;
  store<i32>(<usize>load<u32>(heaps, 4) + (owner << 2), <i32>(load<f64>(keys) / PLACES));
}

function siftUp(keys: usize, place: usize, key: f64): void {
  let at = place;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = load<f64>(keys + (parent << 3));
    if (above <= key) break;
    store<f64>(keys + (at << 3), above);
    at = parent;
  }
  store<f64>(keys + (at << 3), key);
}

function siftDown(keys: usize, count: usize, key: f64): void {
  let at: usize = 0;
  for (let child: usize = 1; child < count; child = 2 * at + 1) {
    let least = load<f64>(keys + (child << 3));
    if (child + 1 < count) {
      const right = load<f64>(keys + (child << 3), 8);
      if (right < least) {
        least = right;
        child++;
      }
    }
    if (least >= key) break;
    store<f64>(keys + (at << 3), least);
    at = child;
  }
  store<f64>(keys + (at << 3), key);
}
