import { dayOf } from "./defaults.ts";
import type { RelatedDocument } from "./types.ts";

/** A title that ends in a number: "Sleep well, part 2", "Rest (3)". */
const NUMBERED = /^(.*\p{L}.*?)[\s\p{P}\p{S}]+(\p{Nd}{1,3})[\s\p{P}]*$/su;

/** Any character that normalising can make a digit of. */
const HAS_NUMBER = /\p{N}/u;

/** Place of an article in a series; null: its title ends in no number. */
export interface Part {
  readonly name: string;
  readonly number: number;
  readonly day: number;
}

export function partOf({ title, date }: RelatedDocument): Part | null {
  if (!HAS_NUMBER.test(title)) return null;
  const found = NUMBERED.exec(title.normalize("NFKC").slice(0, 300));
  if (!found) return null;
  return { name: found[1]!.toLowerCase(), number: Number(found[2]), day: dayOf(date) };
}

/**
 * Which part of `ours`'s series `theirs` is: the next or the one before. Null
 * unless the titles are equal but for numbers that follow each other, in the
 * order of their dates ("Omega 3" and "Omega 6" are no series).
 */
export function stepBetween(ours: Part | null, theirs: Part | null): "next" | "before" | null {
  if (!ours || !theirs || ours.name !== theirs.name) return null;
  const step = theirs.number - ours.number;
  if (Math.abs(step) !== 1 || (theirs.day - ours.day) * step < 0) return null;
  return step === 1 ? "next" : "before";
}
