import type { Facts } from "../model.ts";

/** How likely a row is what the title promises where its author numbers exactly as many. */
export const COUNTED = 0.9;

/** What keeps a title from being believed, or what stands between it and the row. */
const SPEAKS_AGAINST = [
  "-title advice",
  "-title aside",
  "-title harm",
  "-title turned down",
  "-told unclearly",
  "-told otherwise",
  "-items harm",
];

/** Whether numbers are 1, 2, 3 … up to what a title promises, each once and in order. */
export function isCountedUp(numbers: readonly (number | null)[], promised: number | null): boolean {
  return numbers.length === promised && numbers.every((number, index) => number === index + 1);
}

/** Whether nothing that is known of a row speaks against the title that promises it. */
export function isTitleBelieved(facts: Facts): boolean {
  return !SPEAKS_AGAINST.some((name) => facts[name]);
}
