import type { Evidence } from "./evidence.ts";

/**
 * Steps per doubling in which document frequency and site size are counted.
 * Coarse enough that one edited article seldom changes the weight of a term in
 * other articles (each change costs a warm build a re-ranking), fine enough
 * that the ranking does not feel it.
 */
const STEPS_PER_OCTAVE = 4;

/** Unit of term weights before an article's weights are brought to one length. */
export const RARITY_UNIT = 1024;

/** In how many articles each term stands, by term id. */
export function documentFrequencies({ start, term, termCount, documentCount }: Evidence): Uint32Array {
  const frequencies = new Uint32Array(termCount);
  for (let entry = 0, end = start[documentCount]!; entry < end; entry++) frequencies[term[entry]!]!++;
  return frequencies;
}

/**
 * A term in more than this share of the articles is grammar or the site's own
 * name. Left out, six sets score as before, or better by .001, and the work is
 * a third.
 */
const GRAMMAR_SHARE = 0.4;
/** Fewest articles that a term must stand in to be left out: on a small site a common word may be the subject. */
const GRAMMAR_COUNT = 50;

/**
 * Inverse document frequency ln(1 + N/df) by term id, both counts in steps;
 * 0 for terms that stand nowhere or nearly everywhere.
 */
export function rarities(frequencies: Uint32Array, documentCount: number): Float64Array {
  const size = stepped(documentCount);
  const most = stepped(Math.max(GRAMMAR_COUNT, size * GRAMMAR_SHARE));
  const known = new Map<number, number>();
  return Float64Array.from(frequencies, (df) => {
    let rarity = known.get(df);
    if (rarity === undefined) {
      rarity = df === 0 || stepped(df) > most ? 0 : Math.log(1 + size / stepped(df));
      known.set(df, rarity);
    }
    return rarity;
  });
}

/** The count at the middle of its step; small counts stay as they are. */
export function stepped(count: number): number {
  if (count <= STEPS_PER_OCTAVE) return count;
  return 2 ** (Math.round(Math.log2(count) * STEPS_PER_OCTAVE) / STEPS_PER_OCTAVE);
}
