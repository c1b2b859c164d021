import type { LinkWhy } from "./types.ts";

/** Words around that are named in a reason, at most. */
const NAMED = 2;
/** Share of a subject from which a phrase alone names it. */
const NAMES_ALONE = 0.75;

/** Why a phrase could lead to an article, in words for the writer. */
export function wordWhy({ named, around, isOrphan }: LinkWhy, phrase: string): string {
  const beside = around.slice(0, NAMED).map((word) => `“${word}”`);
  const subject =
    named >= NAMES_ALONE || beside.length === 0
      ? `“${phrase}” is what it is about`
      : `“${phrase}”, with ${beside.join(" and ")} in this article too, is what it is about`;
  return isOrphan ? `${subject}; no other text leads there yet` : subject;
}
