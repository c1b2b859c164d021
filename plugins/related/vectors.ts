import { type Evidence, PHRASE, WORD } from "./evidence.ts";
import { RARITY_UNIT, rarities } from "./rarity.ts";
import { shared } from "./shared-array.ts";
import type { RelatedWeights } from "./types.ts";

/**
 * Length of an article's vector of words. Weights are whole numbers, so that a
 * sum of products is exact in any order: the same score from either article's
 * side, on any thread, in a warm or a cold build. 2^14 squared leaves room for
 * the other evidence below 2^31.
 */
export const UNIT = 1 << 14;

/** Score of two articles with the same words and nothing else in common. */
export const SAME_TEXT = UNIT * UNIT;

/** Extra occurrences that a word in the title is worth. */
const TITLE_OCCURRENCES = 1;

/** Term frequency counts as its power: .5 to .7 are level on six sets. */
const FREQUENCY_EXPONENT = 0.6;

/** Weighted terms of every article, without those that match nothing. */
export interface Vectors {
  readonly documentCount: number;
  readonly termCount: number;
  readonly start: Uint32Array;
  readonly term: Uint32Array;
  readonly weight: Uint16Array;
  /** How surely a word stands in the article, tf / (tf + 1) of {@link UNIT}; 0 for labels. */
  readonly presence: Uint16Array;
  /** Rows of the titles' words. */
  readonly titleStart: Uint32Array;
  readonly titleTerm: Uint32Array;
  /** Share of the title that the word carries, for finding the title in other texts. */
  readonly mention: Uint16Array;
  /** Weight for comparing title with title. */
  readonly title: Uint16Array;
  /** Length of the article's set of distinct words, by article: how much it talks about, however often. */
  readonly breadth: Float64Array;
}

/**
 * Weighs the evidence: rare terms more, repeated ones a little more, every
 * article to the same length. Uses up `evidence`: its rows, drawn together,
 * become those of the vectors, since a large site has no room for both.
 */
export function weighEvidence(
  evidence: Evidence,
  frequencies: Uint32Array,
  weights: Required<RelatedWeights>,
): Vectors {
  const { documentCount, termCount } = evidence;
  const rarity = rarities(frequencies, evidence.kind, documentCount);
  const scale: Scale = {
    rarity,
    wholeRarity: rarity.map((own) => Math.round(own * RARITY_UNIT)),
    frequencies,
    // A phrase is evidence where a title is mentioned, not beside its own words.
    lengths: [UNIT, UNIT * Math.sqrt(weights.tags), UNIT * Math.sqrt(weights.topics), 0],
    title: UNIT * Math.sqrt(weights.title),
    // Half the weight for each direction: this title in that text, that title in this text.
    mention: (UNIT * weights.mention) / 2,
    phrase: (UNIT * weights.phrase) / 2,
  };
  const { start, titleStart } = rowStarts(evidence, scale);
  const size = start[documentCount]!;
  const titleSize = titleStart[documentCount]!;
  const vectors: Vectors = {
    documentCount,
    termCount,
    start,
    term: evidence.term.subarray(0, size),
    weight: shared(Uint16Array, size),
    presence: evidence.count.subarray(0, size),
    titleStart,
    titleTerm: shared(Uint32Array, titleSize),
    mention: shared(Uint16Array, titleSize),
    title: shared(Uint16Array, titleSize),
    breadth: new Float64Array(documentCount),
  };
  for (let index = 0; index < documentCount; index++) {
    weighTitle(evidence, scale, vectors, index);
    weighBody(evidence, scale, vectors, index);
  }
  return vectors;
}

interface Scale {
  readonly rarity: Float64Array;
  /** In whole {@link RARITY_UNIT}s. */
  readonly wholeRarity: Float64Array;
  readonly frequencies: Uint32Array;
  /** Length of the vector by kind of term. */
  readonly lengths: readonly number[];
  readonly title: number;
  readonly mention: number;
  readonly phrase: number;
}

/** Can the term bring two articles together? One article's own terms count in its length only. */
const matches = ({ rarity, frequencies }: Scale, term: number): boolean =>
  frequencies[term]! > 1 && rarity[term]! > 0;

function rowStarts(evidence: Evidence, scale: Scale): { start: Uint32Array; titleStart: Uint32Array } {
  const { documentCount, term, titleCount } = evidence;
  const start = shared(Uint32Array, documentCount + 1);
  const titleStart = shared(Uint32Array, documentCount + 1);
  for (let index = 0; index < documentCount; index++) {
    let size = 0;
    let titleSize = 0;
    for (let entry = evidence.start[index]!, end = evidence.start[index + 1]!; entry < end; entry++) {
      if (!matches(scale, term[entry]!)) continue;
      size++;
      if (titleCount[entry]! > 0) titleSize++;
    }
    start[index + 1] = start[index]! + size;
    titleStart[index + 1] = titleStart[index]! + titleSize;
  }
  return { start, titleStart };
}

/** Powers of small counts, for speed. */
const POWERS = Float64Array.from({ length: 256 }, (_, count) => count ** FREQUENCY_EXPONENT);
const powerOf = (count: number): number => (count < 256 ? POWERS[count]! : count ** FREQUENCY_EXPONENT);

function rawWeight(count: number, rarity: number): number {
  return Math.round(powerOf(count) * rarity * RARITY_UNIT);
}

/** 1 / length by kind of term. */
const bodyScales = new Float64Array(4);
/** Raw weights of the row being weighed. */
let rowWeights = new Float64Array(1 << 10);

/** Raw weights of a row into {@link rowWeights}; labels count once. */
function weighRow(
  { count, titleCount, term, kind }: Evidence,
  { rarity }: Scale,
  from: number,
  to: number,
): void {
  if (to - from > rowWeights.length) rowWeights = new Float64Array(2 * (to - from));
  for (let entry = from; entry < to; entry++) {
    const id = term[entry]!;
    const times = kind[id] === WORD ? count[entry]! + TITLE_OCCURRENCES * titleCount[entry]! : 1;
    rowWeights[entry - from] = rawWeight(times, rarity[id]!);
  }
}

function weighBody(evidence: Evidence, scale: Scale, vectors: Vectors, index: number): void {
  const { start, term, count, kind } = evidence;
  const { wholeRarity } = scale;
  const from = start[index]!;
  const to = start[index + 1]!;
  weighRow(evidence, scale, from, to);
  // Whole numbers before they are squared and added: the sums are exact whatever the order of a row.
  bodyScales.fill(0);
  let distinct = 0;
  for (let entry = from; entry < to; entry++) {
    const id = term[entry]!;
    const raw = rowWeights[entry - from]!;
    bodyScales[kind[id]!]! += raw * raw;
    if (kind[id] === WORD) distinct += wholeRarity[id]! * wholeRarity[id]!;
  }
  vectors.breadth[index] = Math.sqrt(distinct) / RARITY_UNIT;
  for (let of = 0; of < bodyScales.length; of++) {
    if (bodyScales[of]! > 0) bodyScales[of] = scale.lengths[of]! / Math.sqrt(bodyScales[of]!);
  }
  let at = vectors.start[index]!;
  for (let entry = from; entry < to; entry++) {
    const id = term[entry]!;
    if (!matches(scale, id)) continue;
    // Read before `term` and `count` are overwritten: `at` never runs ahead of `entry`.
    const times = count[entry]!;
    vectors.term[at] = id;
    vectors.weight[at] = Math.round(rowWeights[entry - from]! * bodyScales[kind[id]!]!);
    vectors.presence[at++] = Math.round((UNIT * times) / (times + 1));
  }
}

function weighTitle(evidence: Evidence, scale: Scale, vectors: Vectors, index: number): void {
  const { start, term, titleCount, kind } = evidence;
  let squares = 0;
  let wordShares = 0;
  let phraseShares = 0;
  for (let entry = start[index]!; entry < start[index + 1]!; entry++) {
    if (titleCount[entry] === 0) continue;
    const rarity = scale.rarity[term[entry]!]!;
    if (kind[term[entry]!] === PHRASE) phraseShares += shareOf(rarity);
    else {
      squares += rawWeight(titleCount[entry]!, rarity) ** 2;
      wordShares += shareOf(rarity);
    }
  }
  let at = vectors.titleStart[index]!;
  for (let entry = start[index]!; entry < start[index + 1]!; entry++) {
    const id = term[entry]!;
    if (titleCount[entry] === 0 || !matches(scale, id)) continue;
    const rarity = scale.rarity[id]!;
    const isPhrase = kind[id] === PHRASE;
    const share = isPhrase ? scale.phrase / phraseShares : scale.mention / wordShares;
    vectors.titleTerm[at] = id;
    vectors.mention[at] = Math.round(shareOf(rarity) * share);
    vectors.title[at++] = isPhrase
      ? 0
      : Math.round((rawWeight(titleCount[entry]!, rarity) * scale.title) / Math.sqrt(squares));
  }
}

const shareOf = (rarity: number): number => Math.round(rarity * rarity * RARITY_UNIT);
