/** What a learnt model makes of facts: weights by name, as data. */
export interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Facts by name; what is not named is 0. */
export type Facts = Readonly<Record<string, number>>;

/** Logistic regression: how likely it is, 0..1, given `facts`. */
export function probability({ bias, weights }: Model, facts: Facts): number {
  let sum = bias;
  for (const name in facts) sum += (weights[name] ?? 0) * (facts[name] as number);
  return 1 / (1 + Math.exp(-sum));
}
