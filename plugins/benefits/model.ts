/** What a learnt model makes of facts: weights by name, as data. */
export interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Facts by name; what is not named is 0. */
export type Facts = Readonly<Record<string, number>>;

/** Logistic regression: how likely it is, 0..1, given `facts`. */
export function probability(model: Model, facts: Facts): number {
  return 1 / (1 + Math.exp(-oddsBy(model, facts)));
}

/** The log odds that `facts` make of it. */
export function oddsBy({ bias, weights }: Model, facts: Facts): number {
  let sum = bias;
  for (const name in facts) sum += (weights[name] ?? 0) * (facts[name] as number);
  return sum;
}

/** Words by where they stand and by weight, apart by spaces: `{ i: { "1.5": "calm sleep" } }` is `{ "i calm": 1.5, "i sleep": 1.5 }`. */
export type WordWeights = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A model with its words, which ship in a third less room than one by one. */
export function withWords({ bias, weights }: Model, words: WordWeights): Model {
  const all: Record<string, number> = { ...weights };
  for (const [place, byWeight] of Object.entries(words))
    for (const [weight, names] of Object.entries(byWeight))
      for (const name of names.split(" ")) all[`${place} ${name}`] = Number(weight);
  return { bias, weights: all };
}
