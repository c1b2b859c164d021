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
  const { breadth } = vectors;
  const meanBreadth = breadth.reduce((sum, own) => sum + own, 0) / Math.max(1, day.length);
  const factor = new Float64Array(day.length);
  for (let index = 0; index < day.length; index++) {
    const crowd = crowdOf(nearest, index);
    const pivoted = breadth[index]! / ((1 - PIVOT) * breadth[index]! + PIVOT * meanBreadth);
    factor[index] = crowd === 0 ? 0 : pivoted * crowd ** -CROWD_EXPONENT;
  }
  return { factor, day, time: timeWeight * timeLift(nearest, day) };
}

/** Mean similarity of an article's {@link CROWD} nearest neighbours; missing ones count as 0. */
function crowdOf(nearest: Nearest, index: number): number {
  const keys = neighbourKeys(nearest, index);
  let sum = 0;
  for (let at = 0; at < keys.length && at < CROWD; at++) sum += scoreOf(keys[at]!);
  return sum / CROWD / SAME_TEXT;
}

/** Candidates of an article as packed keys of {@link SCORE_UNIT} scores, best first. */
export function scoredCandidates(keys: Float64Array, index: number, correction: Correction): Float64Array {
  const scored = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at++) {
    const other = documentOf(keys[at]!);
    const score = correctedScore(scoreOf(keys[at]!), index, other, correction);
    scored[at] = packNeighbour(Math.round(score * SCORE_UNIT), other);
  }
  return scored.sort().reverse();
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
function timeLift(nearest: Nearest, day: Float64Array): number {
  const near = meanCloseness(day, (index, at) => {
    const keys = neighbourKeys(nearest, index);
    return at < keys.length ? documentOf(keys[at]!) : index;
  });
  // A few other articles, the same every time, evenly spread over the site.
  const any = meanCloseness(day, (index, at) => (index * 7919 + at * 104729 + 1) % day.length);
  return any > 0 ? Math.min(1, Math.max(0, near / any - 1)) : 0;
}

/** Mean closeness in time of every article and its partners, numbered 0 up to {@link CROWD}; itself is no partner. */
function meanCloseness(day: Float64Array, partnerOf: (index: number, at: number) => number): number {
  let sum = 0;
  let pairs = 0;
  for (let index = 0; index < day.length; index++) {
    for (let at = 0; at < CROWD; at++) {
      const other = partnerOf(index, at);
      const days = day[index]! - day[other]!;
      if (other === index || Number.isNaN(days)) continue;
      sum += closenessOf(days);
      pairs++;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}
