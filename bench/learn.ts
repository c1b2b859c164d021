import type { Facts, Model } from "../plugins/benefits/model.ts";

/** Facts with what they should lead to. */
export interface Example {
  readonly facts: Facts;
  readonly isTrue: boolean;
  /** How much it counts; 1 for an example like others. */
  readonly weight: number;
  /** What is known beforehand, in log odds; 0 when it is not said. */
  readonly odds?: number;
  /** Facts without names: as many numbers in each example. */
  readonly vector?: Float32Array;
}

/** How strongly the weight of a fact is drawn to what is believed beforehand, by its name. */
export type Decay = (name: string) => number;
const DECAY = 1;
const NO_VECTOR = new Float32Array(0);
const ROUNDS = 600;

/**
 * Logistic regression with a squared penalty on the weights, by gradient steps
 * of adapted size (Kingma & Ba 2015); weights keep the sign that their name asks for. Same examples in the same order, same weights.
 *
 * @param decay how strongly; the constant is drawn to nothing but what was learnt earlier
 * @param earlier what was learnt from articles that are not among the examples: the weights, the constant too, are drawn to it
 */
export function learn(examples: readonly Example[], decay: Decay = () => DECAY, earlier?: Model): Model {
  const { bias, weights } = learnWithVectors(examples, { decay, ofVectors: DECAY }, earlier);
  return {
    bias: round(bias),
    weights: Object.fromEntries(
      Object.entries(weights)
        .map(([name, weight]) => [name, round(weight)] as const)
        .filter(([, weight]) => weight !== 0),
    ),
  };
}

/** What {@link learn} learns, not rounded, and the weight of each number of the examples' vectors. */
export function learnWithVectors(
  examples: readonly Example[],
  { decay, ofVectors }: { readonly decay: Decay; readonly ofVectors: number },
  earlier?: Model,
): Model & { readonly vector: Float64Array } {
  const names = [
    ...new Set([
      ...examples.flatMap(({ facts }) => Object.keys(facts)),
      ...Object.keys(earlier?.weights ?? {}),
    ]),
  ].sort();
  const place = new Map(names.map((name, index) => [name, index + 1] as const));
  const rows = examples.map(({ facts, isTrue, weight, odds = 0, vector = NO_VECTOR }) => ({
    at: Int32Array.from([0, ...Object.keys(facts).map((name) => place.get(name) as number)]),
    of: Float64Array.from([1, ...Object.values(facts)]),
    isTrue,
    weight,
    odds,
    vector,
  }));
  const named = names.length + 1;
  const axes = rows[0]?.vector.length ?? 0;
  const size = named + axes;
  const all = ["", ...names];
  const decays = Float64Array.from({ length: size }, (_, index) =>
    index < named ? decay(all[index] as string) : ofVectors,
  );
  const priors = Float64Array.from({ length: size }, (_, index) => {
    if (index >= named) return 0;
    const name = all[index] as string;
    return name === "" ? (earlier?.bias ?? 0) : (earlier?.weights[name] ?? priorOf(name));
  });
  const weights = Float64Array.from(priors);
  const mean = new Float64Array(size);
  const spread = new Float64Array(size);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = new Float64Array(size);
    for (let index = earlier ? 0 : 1; index < size; index++)
      slope[index] = (decays[index] as number) * ((weights[index] as number) - (priors[index] as number));
    for (const { at, of, isTrue, weight, odds, vector } of rows) {
      let sum = odds;
      for (let axis = 0; axis < axes; axis++)
        sum += (weights[named + axis] as number) * (vector[axis] as number);
      for (let index = 0; index < at.length; index++)
        sum += (weights[at[index] as number] as number) * (of[index] as number);
      const error = weight * (1 / (1 + Math.exp(-sum)) - Number(isTrue));
      for (let index = 0; index < at.length; index++) {
        const to = at[index] as number;
        slope[to] = (slope[to] as number) + error * (of[index] as number);
      }
      for (let axis = 0; axis < axes; axis++)
        slope[named + axis] = (slope[named + axis] as number) + error * (vector[axis] as number);
    }
    for (let index = 0; index < size; index++) {
      const step = slope[index] as number;
      mean[index] = 0.9 * (mean[index] as number) + 0.1 * step;
      spread[index] = 0.999 * (spread[index] as number) + 0.001 * step * step;
      const by = (mean[index] as number) / (1 - 0.9 ** round);
      const width = Math.sqrt((spread[index] as number) / (1 - 0.999 ** round));
      const value = (weights[index] as number) - (0.05 * by) / (width + 1e-8);
      weights[index] = index === 0 || index >= named ? value : signed(names[index - 1] as string, value);
    }
  }
  return {
    bias: weights[0] as number,
    weights: Object.fromEntries(names.map((name, index) => [name, weights[index + 1] as number])),
    vector: weights.slice(named),
  };
}

/** What a fact is believed to say until examples teach more: what can only speak against does so from the start. */
function priorOf(name: string): number {
  if (name.startsWith("+")) return 0.3;
  if (name.startsWith("--")) return -3;
  return name.startsWith("-") ? -1 : 0;
}

/** What a fact may say at all: "+…" only speaks for, "-…" only against. */
function signed(name: string, value: number): number {
  if (name.startsWith("+")) return Math.max(0, value);
  return name.startsWith("-") ? Math.min(0, value) : value;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
