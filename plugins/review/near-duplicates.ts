import type { Article } from "../article/types.ts";
import { eachShingle, shinglesOf, similarity } from "./shingles.ts";

/** Two articles that say nearly the same. */
export interface NearDuplicate {
  /** Index of the article, and of the earlier one it repeats. */
  readonly index: number;
  readonly of: number;
  /** Shared shingles among all, 0..1. */
  readonly similarity: number;
}

/** Shared runs of five words among all, from which two texts count as one. */
const THRESHOLD = 0.6;
/** Bins of the sketch; three bins make a band. */
const BIN_COUNT = 96;
const BAND_BINS = 3;
const BAND_COUNT = BIN_COUNT / BAND_BINS;
/** Two articles with one paragraph in common share a band now and then, copies about seven. */
const ENOUGH_BANDS = 2;
/** Shorter texts are alike by chance. */
const ENOUGH_SHINGLES = 40;
/** Candidates compared in full per band and article; a group of equal texts needs one to be found. */
const COMPARED_LIMIT = 4;
const EMPTY = 0xffffffff;

const sketches = new WeakMap<Article, Sketch>();

interface Sketch {
  readonly shingleCount: number;
  readonly bands: readonly number[];
}

/**
 * Finds for each article the earlier one it repeats most, if above `threshold` (0..1).
 *
 * One-permutation MinHash: two texts with a similarity of 0.6 share fewer than two
 * of the 32 bands with a probability of 0.004, at 0.7 of 0.00003. Candidates are then compared exactly. Cost: O(words).
 *
 * @see Li, Owen & Zhang 2012 (one-permutation hashing); Broder 1997 (shingles)
 */
export function findNearDuplicates(
  articles: readonly Article[],
  threshold = THRESHOLD,
): readonly NearDuplicate[] {
  const buckets = new Map<number, number[]>();
  const found: NearDuplicate[] = [];
  const full = fullShingles();
  articles.forEach((article, index) => {
    const { shingleCount, bands } = sketchOf(article);
    if (shingleCount < ENOUGH_SHINGLES) return;
    const sharedBands = new Map<number, number>();
    for (const band of bands) {
      const bucket = buckets.get(band) ?? [];
      for (const other of bucket) sharedBands.set(other, (sharedBands.get(other) ?? 0) + 1);
      if (bucket.length < COMPARED_LIMIT) buckets.set(band, [...bucket, index]);
    }
    const candidates = [...sharedBands].flatMap(([other, count]) => (count >= ENOUGH_BANDS ? [other] : []));
    const best = bestOf(candidates, (other) => similarityOf(articles, index, other, full));
    if (best && best.similarity > threshold)
      found.push({ index, of: best.other, similarity: best.similarity });
  });
  return found;
}

function bestOf(
  candidates: readonly number[],
  compare: (other: number) => number,
): { readonly other: number; readonly similarity: number } | null {
  const sorted = [...candidates]
    .sort((a, b) => a - b)
    .map((other) => ({ other, similarity: compare(other) }));
  return sorted.reduce<(typeof sorted)[number] | null>(
    (best, next) => (best === null || next.similarity > best.similarity ? next : best),
    null,
  );
}

function similarityOf(
  articles: readonly Article[],
  a: number,
  b: number,
  full: (article: Article) => Uint32Array,
): number {
  const [first, second] = [articles[a], articles[b]];
  if (!first || !second) return 0;
  const [count, other] = [sketchOf(first).shingleCount, sketchOf(second).shingleCount];
  // Sets of very different size cannot be alike, whatever they share.
  if (Math.min(count, other) / Math.max(count, other) < 0.5) return 0;
  return similarity(full(first), full(second));
}

/** Full sets of the last few articles compared: all of 10,000 would fill 40 MB. */
function fullShingles(): (article: Article) => Uint32Array {
  const kept = new Map<Article, Uint32Array>();
  return (article) => {
    const known = kept.get(article);
    if (known) return known;
    const shingles = shinglesOf(article);
    if (kept.size >= 64) kept.delete(kept.keys().next().value as Article);
    kept.set(article, shingles);
    return shingles;
  };
}

/** Smallest hash of each of 96 bins, folded into 32 bands; remembered per article, so an unchanged one costs nothing in the next build. */
function sketchOf(article: Article): Sketch {
  const known = sketches.get(article);
  if (known) return known;
  const bins = new Uint32Array(BIN_COUNT).fill(EMPTY);
  let shingleCount = 0;
  eachShingle(article, (shingle) => {
    shingleCount++;
    const bin = shingle % BIN_COUNT;
    if (shingle < (bins[bin] as number)) bins[bin] = shingle;
  });
  const bands: number[] = [];
  for (let band = 0; band < BAND_COUNT; band++) {
    const [a, b, c] = bins.subarray(band * BAND_BINS, band * BAND_BINS + BAND_BINS);
    // Empty bins agree in every short text and would make all of them candidates.
    if (a === EMPTY || b === EMPTY || c === EMPTY) continue;
    bands.push(foldBand(band, a as number, b as number, c as number));
  }
  const sketch = { shingleCount, bands };
  sketches.set(article, sketch);
  return sketch;
}

function foldBand(...parts: readonly number[]): number {
  return (
    parts.reduce((value, part) => Math.imul(value ^ part, 0x01000193) ^ (value >>> 15), 0x811c9dc5) >>> 0
  );
}
