import type { Direction } from "../corpus/types.ts";

/** The four directions, in the order of the lexicon. */
export const DIRECTIONS: readonly Direction[] = ["reduce", "improve", "regulate", "prevent"];

/** A benefit in one form across articles: what is done to what. */
export type Canonical = `${Direction}:${string}`;

export function toCanonical(direction: Direction, target: string): Canonical {
  return `${direction}:${target}`;
}

/** Direction and target of "reduce:stress"; null when it has another form. */
export function parseCanonical(
  text: string,
): { readonly direction: Direction; readonly target: string } | null {
  const at = text.indexOf(":");
  const direction = DIRECTIONS.find((known) => known === text.slice(0, at).trim().toLowerCase());
  const target = text
    .slice(at + 1)
    .trim()
    .toLowerCase();
  return direction && target !== "" ? { direction, target } : null;
}
