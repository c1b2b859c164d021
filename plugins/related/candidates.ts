import { documentOf, type Nearest, neighbourKeys, packNeighbour, scoreOf } from "./nearest.ts";
import { SAME_TEXT, type Vectors } from "./vectors.ts";

/** Neighbours over which an article's crowdedness is taken (Radovanović 2010 on hubs: near neighbours only). */
const CROWD = 10;
/** How strongly crowded articles are held back: .3 to .5 are level on six sets. */
const CROWD_EXPONENT = 0.4;
/**
 * Share of the length correction that is pivoted (Singhal 1996): articles of
 * few words come out a little too high otherwise. By distinct words, so that
 * repeating oneself changes nothing.
 */
const PIVOT = 0.2;
/** Days after which closeness in time is half of what it is on the same day. */
const HALF_CLOSENESS_DAYS = 90;
/** Similarity (corrected) that scores one half. */
const HALF_SCORE = 0.5;
/** Whole numbers that scores are kept in: score 1. */
export const SCORE_UNIT = 2 ** 30;

/** What turns the similarity of two articles into the score of one in the other's list. */
export interface Correction {
  /** Factor by article offered: crowdedness and breadth. */
  readonly factor: Float64Array;
  /** Days since 1970 by article; NaN where there is no date. */
  readonly day: Float64Array;
  /** What closeness in time adds at most. */
  readonly time: number;
}

/** Derives the correction from the neighbours found. */
export function correctionOf(
  nearest: Nearest,
  vectors: Vectors,
  day: Float64Array,
  timeWeight: number,
): Correction {
  const neighbours = Array.from(day, (_, index) => neighbourKeys(nearest, index).subarray(0, CROWD));
  const meanBreadth = vectors.breadth.reduce((sum, breadth) => sum + breadth, 0) / Math.max(1, day.length);
  const factor = Float64Array.from(neighbours, (keys, index) => {
    const crowd = keys.reduce((sum, key) => sum + scoreOf(key), 0) / CROWD / SAME_TEXT;
    if (crowd === 0) return 0;
    const breadth = vectors.breadth[index]!;
    return (breadth / ((1 - PIVOT) * breadth + PIVOT * meanBreadth)) * crowd ** -CROWD_EXPONENT;
  });
  return { factor, day, time: timeWeight * timeLift(neighbours, day) };
}

/** Candidates of an article as packed keys of {@link SCORE_UNIT} scores, best first. */
export function scoredCandidates(keys: Float64Array, index: number, correction: Correction): Float64Array {
  return keys
    .map((key) => {
      const other = documentOf(key);
      return packNeighbour(
        Math.round(correctedScore(scoreOf(key), index, other, correction) * SCORE_UNIT),
        other,
      );
    })
    .sort()
    .reverse();
}

/** Score 0..1 of `other` in the list of `index`. */
export function correctedScore(
  similarity: number,
  index: number,
  other: number,
  { factor, day, time }: Correction,
): number {
  const closeness = time > 0 ? 1 + time * closenessOf(day[index]! - day[other]!) : 1;
  // An article that only ungiven neighbours know has no crowd; it is nobody's rival.
  const corrected = (similarity / SAME_TEXT) * (factor[other]! || 1) * closeness;
  return corrected / (corrected + HALF_SCORE);
}

/** 1 on the same day, one half {@link HALF_CLOSENESS_DAYS} apart; 0 where a date is missing. */
function closenessOf(days: number): number {
  return Number.isNaN(days) ? 0 : 1 / (1 + Math.abs(days) / HALF_CLOSENESS_DAYS);
}

/**
 * How much closer in time neighbours by text are than articles in general,
 * 0..1: 0 where time says nothing (a site without dates, a library imported in
 * a day), 1 where neighbours are twice as close or more (series, news, events).
 */
function timeLift(neighbours: readonly Float64Array[], day: Float64Array): number {
  const near = meanCloseness(neighbours, (keys) => Array.from(keys, documentOf), day);
  const any = meanCloseness(neighbours, (_, index) => spread(index, day.length), day);
  return any > 0 ? Math.min(1, Math.max(0, near / any - 1)) : 0;
}

function meanCloseness(
  neighbours: readonly Float64Array[],
  partners: (keys: Float64Array, index: number) => readonly number[],
  day: Float64Array,
): number {
  let sum = 0;
  let pairs = 0;
  for (let index = 0; index < neighbours.length; index++) {
    for (const other of partners(neighbours[index]!, index)) {
      const days = day[index]! - day[other]!;
      if (other === index || Number.isNaN(days)) continue;
      sum += closenessOf(days);
      pairs++;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** A few other articles, the same every time, evenly spread over the site. */
function spread(index: number, documentCount: number): number[] {
  return Array.from({ length: CROWD }, (_, step) => (index * 7919 + step * 104729 + 1) % documentCount);
}
