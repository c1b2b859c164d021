import { type Evidence, TAG, TOPIC, WORD } from "./evidence.ts";
import { RARITY_UNIT, rarities } from "./rarity.ts";
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

/** Term frequency counts as its power: chosen on six sets, .5 to .7 are level. */
const FREQUENCY_EXPONENT = 0.6;

/** Weighted terms of every article; entries of a row as in {@link Evidence}. */
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

/** Weighs the evidence: rare terms more, repeated ones a little more, every article to the same length. */
export function weighEvidence(
  evidence: Evidence,
  frequencies: Uint32Array,
  weights: Required<RelatedWeights>,
): Vectors {
  const { documentCount, start, term, termCount } = evidence;
  const rarity = rarities(frequencies, documentCount);
  const titleStart = titleRows(evidence);
  const titleSize = titleStart[documentCount]!;
  const vectors: Vectors = {
    documentCount,
    termCount,
    start,
    term,
    weight: new Uint16Array(term.length),
    presence: new Uint16Array(term.length),
    titleStart,
    titleTerm: new Uint32Array(titleSize),
    mention: new Uint16Array(titleSize),
    title: new Uint16Array(titleSize),
    breadth: new Float64Array(documentCount),
  };
  const lengths = [UNIT, UNIT * Math.sqrt(weights.tags), UNIT * Math.sqrt(weights.topics)];
  for (let index = 0; index < documentCount; index++) {
    weighBody(evidence, rarity, lengths, vectors, index);
    weighTitle(evidence, rarity, weights, vectors, index);
  }
  return vectors;
}

/** Powers of small counts, for speed. */
const POWERS = Float64Array.from({ length: 256 }, (_, count) => count ** FREQUENCY_EXPONENT);
const powerOf = (count: number): number => (count < 256 ? POWERS[count]! : count ** FREQUENCY_EXPONENT);

function weighBody(
  { start, term, count, titleCount, kind }: Evidence,
  rarity: Float64Array,
  lengths: readonly number[],
  { weight, presence, breadth }: Vectors,
  index: number,
): void {
  const from = start[index]!;
  const to = start[index + 1]!;
  // Whole numbers before they are squared and added: the sums are exact whatever the order of a row.
  const squares = [0, 0, 0];
  let distinct = 0;
  for (let entry = from; entry < to; entry++) {
    const id = term[entry]!;
    const raw = rawWeight(count[entry]! + TITLE_OCCURRENCES * titleCount[entry]!, rarity[id]!, kind[id]!);
    squares[kind[id]!]! += raw * raw;
    if (kind[id] === WORD) distinct += Math.round(rarity[id]! * RARITY_UNIT) ** 2;
  }
  breadth[index] = Math.sqrt(distinct) / RARITY_UNIT;
  const scales = squares.map((square, kindOf) => (square > 0 ? lengths[kindOf]! / Math.sqrt(square) : 0));
  for (let entry = from; entry < to; entry++) {
    const id = term[entry]!;
    const times = count[entry]!;
    const raw = rawWeight(times + TITLE_OCCURRENCES * titleCount[entry]!, rarity[id]!, kind[id]!);
    weight[entry] = Math.round(raw * scales[kind[id]!]!);
    presence[entry] = Math.round((UNIT * times) / (times + 1));
  }
}

function rawWeight(count: number, rarity: number, kind: number): number {
  return Math.round((kind === TAG || kind === TOPIC ? 1 : powerOf(count)) * rarity * RARITY_UNIT);
}

function weighTitle(
  { start, term, titleCount }: Evidence,
  rarity: Float64Array,
  weights: Required<RelatedWeights>,
  { titleStart, titleTerm, mention, title }: Vectors,
  index: number,
): void {
  let squares = 0;
  let shares = 0;
  for (let entry = start[index]!; entry < start[index + 1]!; entry++) {
    if (titleCount[entry] === 0) continue;
    squares += rawWeight(titleCount[entry]!, rarity[term[entry]!]!, WORD) ** 2;
    shares += shareOf(rarity[term[entry]!]!);
  }
  const titleScale = squares > 0 ? (UNIT * Math.sqrt(weights.title)) / Math.sqrt(squares) : 0;
  // Half the weight for each direction: this title in that text, that title in this text.
  const mentionScale = shares > 0 ? (UNIT * weights.mention) / 2 / shares : 0;
  let at = titleStart[index]!;
  for (let entry = start[index]!; entry < start[index + 1]!; entry++) {
    if (titleCount[entry] === 0) continue;
    const id = term[entry]!;
    titleTerm[at] = id;
    mention[at] = Math.round(shareOf(rarity[id]!) * mentionScale);
    title[at++] = Math.round(rawWeight(titleCount[entry]!, rarity[id]!, WORD) * titleScale);
  }
}

const shareOf = (rarity: number): number => Math.round(rarity * rarity * RARITY_UNIT);

function titleRows({ documentCount, start, titleCount }: Evidence): Uint32Array {
  const rows = new Uint32Array(documentCount + 1);
  for (let index = 0; index < documentCount; index++) {
    let size = 0;
    for (let entry = start[index]!; entry < start[index + 1]!; entry++) if (titleCount[entry]! > 0) size++;
    rows[index + 1] = rows[index]! + size;
  }
  return rows;
}
