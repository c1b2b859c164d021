import { type Evidence, PHRASE } from "./evidence.ts";

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

/** The same for two words side by side, which are a turn of phrase long before one word is grammar. */
const FORMULA_SHARE = 0.02;
/** Fewest articles that a pair must stand in to be left out. */
const FORMULA_COUNT = 20;

/**
 * Inverse document frequency ln(1 + N/df) by term id, both counts in steps;
 * 0 for terms that stand nowhere or in too many articles to tell them apart.
 *
 * @param kind WORD, TAG, TOPIC or PHRASE by term id
 */
export function rarities(frequencies: Uint32Array, kind: Uint8Array, documentCount: number): Float64Array {
  const size = stepped(documentCount);
  const mostWord = stepped(Math.max(GRAMMAR_COUNT, size * GRAMMAR_SHARE));
  const mostPhrase = stepped(Math.max(FORMULA_COUNT, size * FORMULA_SHARE));
  const known = new Map<number, number>();
  const rarityOf = (count: number): number => {
    let rarity = known.get(count);
    if (rarity === undefined) {
      rarity = Math.log(1 + size / count);
      known.set(count, rarity);
    }
    return rarity;
  };
  return Float64Array.from(frequencies, (df, term) => {
    const count = stepped(df);
    return df === 0 || count > (kind[term] === PHRASE ? mostPhrase : mostWord) ? 0 : rarityOf(count);
  });
}

/** The count at the middle of its step; small counts stay as they are. */
export function stepped(count: number): number {
  if (count <= STEPS_PER_OCTAVE) return count;
  return 2 ** (Math.round(Math.log2(count) * STEPS_PER_OCTAVE) / STEPS_PER_OCTAVE);
}
