import type { Block } from "../../article/types.ts";
import type { Canonical } from "../canonical.ts";
import { isConditional, isHedged, isNegatedAt } from "./denial.ts";
import { claimsInSentence, type Reading } from "./reading.ts";

/** A sentence of a passage whose heading announced what it says. */
export interface PassageClaim {
  readonly canonical: Canonical;
  /** The sentence, in the article's words. */
  readonly evidence: string;
  readonly isHedged: boolean;
}

/**
 * Sentences of a block that say what is done to a target, none of them denied,
 * negated, asked or conditional. For passages below a heading that is a benefit:
 * no tagger judges here whose benefit it is, for the heading has said so.
 */
export function passageClaims(reading: Reading, block: Block): PassageClaim[] {
  const tokens = reading.tokensOf(block.text);
  return reading.sentencesOf(block.text).flatMap((sentence): PassageClaim[] => {
    if (sentence.isQuestion) return [];
    const { from, to, clauses } = sentence;
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to]?.end ?? tokens[to - 1]?.end ?? start;
    const evidence = block.text.slice(start, end).trim();
    return clauses
      .filter(({ isDenied }) => !isDenied)
      .flatMap((clause) =>
        claimsInSentence(reading, tokens, clause.from, clause.to).filter(
          ({ steerAt, at }) =>
            !isNegatedAt(tokens, clause.from, steerAt) && !isConditional(tokens, clause.from, at),
        ),
      )
      .map(({ canonical }) => ({ canonical, evidence, isHedged: isHedged(tokens, from, to) }));
  });
}
