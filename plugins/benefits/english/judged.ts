import type { Facts } from "../model.ts";
import type { Group } from "./group.ts";

/** A group of items with how likely it lists benefits of the article's subject. */
export interface Judged {
  readonly group: Group;
  readonly facts: Facts;
  /** 0..1. */
  readonly probability: number;
}

/** Log odds of a probability. */
export function oddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** The probability of log odds. */
export function likelihood(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
