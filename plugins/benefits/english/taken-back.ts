import type { Block } from "../../article/types.ts";
import { isNegatedAt } from "./denial.ts";
import type { Reading } from "./reading.ts";

/**
 * Whether the passage under a benefit says of its own target that something is
 * not so: "Makes pain easier to live with. Meditation does not take pain away."
 * A heading is short; what it promises, its text may take back.
 *
 * @param targets ids of what the heading names
 */
export function isTakenBack(
  { lexicon, tokensOf, sentencesOf }: Reading,
  passage: readonly Block[],
  targets: ReadonlySet<string | undefined>,
): boolean {
  return passage.some(({ text }) => {
    const tokens = tokensOf(text);
    return sentencesOf(text).some(({ isQuestion, clauses }) => {
      if (isQuestion) return false;
      return clauses.some(({ from, to, isDenied }) => {
        for (let at = from; at < to; at++) {
          const target = lexicon.meanings.match(tokens, at)?.value.naming?.target.id;
          if (target !== undefined && targets.has(target) && (isDenied || isNegatedAt(tokens, from, at)))
            return true;
        }
        return false;
      });
    });
  });
}
