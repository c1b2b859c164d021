import type { Facts, Model } from "../plugins/benefits/model.ts";
import { type Example, learnWithVectors } from "./learn.ts";
import type { WordVectors } from "./vectors.ts";

/** "i sleep": a word where it stands; facts have longer names. */
export const IS_WORD = /^[a-z] /;

/** An example with the site that it is of. */
export interface Sourced {
  readonly source: string;
  readonly example: Example;
}

/** How a model with words is learnt. */
export interface WordLearning {
  /** Letters of the places where words stand that are learnt by their vectors, too. */
  readonly places: string;
  /** How strongly weights are drawn to what is believed beforehand. */
  readonly decay: { readonly facts: number; readonly words: number; readonly vectors: number };
  /** Most words that are kept, those that tell most. */
  readonly most: number;
}

/** Fewest sources that must say a word for a weight of its own: what few write teaches little of others. */
const LEAST_SOURCES = 12;
/** Fewest examples that must say a word for it to be kept. */
const LEAST_EXAMPLES = 3;

/**
 * Learns what facts and words speak for. A word's weight is its own and what
 * words of like use weigh, so that what few have written is known, too; the
 * vectors are learnt with and not kept: a model holds words and weights.
 *
 * @param vectors null where there are no texts to learn them from
 */
export function learnWords(
  all: readonly Sourced[],
  vectors: WordVectors | null,
  { places, decay, most }: WordLearning,
): Model {
  const isCommon = commonWords(all);
  const axes = vectors === null ? "" : places;
  const examples = all.map(
    ({ example }): Example => ({
      ...example,
      facts: Object.fromEntries(Object.entries(example.facts).filter(([name]) => isCommon(name))),
      vector: vectorOf(example.facts, vectors, axes),
    }),
  );
  const learnt = learnWithVectors(examples, {
    decay: (name) => (IS_WORD.test(name) ? decay.words : decay.facts),
    ofVectors: decay.vectors,
  });
  const weights: [string, number][] = [];
  for (const [name, weight] of Object.entries(learnt.weights)) {
    const rounded = Math.round(weight * 1000) / 1000;
    if (!IS_WORD.test(name) && rounded !== 0) weights.push([name, rounded]);
  }
  const words = [...timesOf(all)].flatMap(([name, times]): [string, number, number][] => {
    const weight = (learnt.weights[name] ?? 0) + byVector(name, learnt.vector, vectors, axes);
    const rounded = Math.round(weight * 10) / 10;
    return times < LEAST_EXAMPLES || rounded === 0
      ? []
      : [[name, rounded, Math.abs(weight) * Math.sqrt(times)]];
  });
  words.sort(([a, , x], [b, , y]) => y - x || (a < b ? -1 : 1));
  const kept = words.slice(0, most).map(([name, weight]) => [name, weight] as const);
  return {
    bias: Math.round(learnt.bias * 1000) / 1000,
    weights: Object.fromEntries([...weights, ...kept].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Tells of facts whether they have names, and of words whether {@link LEAST_SOURCES} say them. */
function commonWords(all: readonly Sourced[]): (name: string) => boolean {
  const sources = new Map<string, Set<string>>();
  for (const { source, example } of all)
    for (const name of Object.keys(example.facts))
      if (IS_WORD.test(name)) sources.set(name, (sources.get(name) ?? new Set<string>()).add(source));
  return (name) => !IS_WORD.test(name) || (sources.get(name)?.size ?? 0) >= LEAST_SOURCES;
}

/** Number of examples that have a word. */
function timesOf(all: readonly Sourced[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { example } of all)
    for (const name of Object.keys(example.facts))
      if (IS_WORD.test(name)) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/** The words of each place as one vector, one place behind the other. */
function vectorOf(facts: Facts, vectors: WordVectors | null, places: string): Float32Array {
  const size = vectors?.size ?? 0;
  const sum = new Float32Array(size * places.length);
  for (const [name, value] of Object.entries(facts)) {
    const place = IS_WORD.test(name) ? places.indexOf(name.charAt(0)) : -1;
    const vector = place < 0 ? null : vectors?.of(name.slice(2));
    if (!vector) continue;
    for (let axis = 0; axis < size; axis++) {
      const at = place * size + axis;
      sum[at] = (sum[at] as number) + value * (vector[axis] as number);
    }
  }
  return sum;
}

/** What a word weighs by those of like use. */
function byVector(name: string, learnt: Float64Array, vectors: WordVectors | null, places: string): number {
  const place = places.indexOf(name.charAt(0));
  const vector = place < 0 ? null : vectors?.of(name.slice(2));
  if (!vector) return 0;
  let sum = 0;
  for (let axis = 0; axis < vector.length; axis++)
    sum += (learnt[place * vector.length + axis] as number) * (vector[axis] as number);
  return sum;
}
