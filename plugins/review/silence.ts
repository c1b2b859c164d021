import { didYouMean } from "../closest.ts";
import type { Hit, Reading } from "./types.ts";

/** What the writer silenced in one article: reason by rule. */
export type Silences = ReadonlyMap<string, string>;

/** Rules silenced in front matter (`silence: { rule: reason }`) or by a comment; without a reason nothing is silenced. */
export function readSilences({ article, marks }: Pick<Reading, "article" | "marks">): Silences {
  const silences = new Map<string, string>();
  for (const { rule, reason } of marks.silences) if (reason !== "") silences.set(rule, reason);
  for (const [rule, reason] of Object.entries(article.frontMatter.silence)) {
    if (reason.trim() !== "") silences.set(rule, reason.trim());
  }
  return silences;
}

/** What is wrong with the silencing itself: no reason, or a rule that does not exist. */
export function silenceFaults({ article, marks, ruleNames }: Reading): readonly Hit[] {
  const inFront = Object.entries(article.frontMatter.silence).map(([rule, reason]) => ({
    rule,
    reason: reason.trim(),
    at: { field: "silence" },
  }));
  const inBody = marks.silences.map(({ rule, reason, line }) => ({ rule, reason, at: { line } }));
  return [...inFront, ...inBody].flatMap(({ rule, reason, at }): Hit[] => {
    if (!ruleNames.includes(rule))
      return [
        {
          ...at,
          words: rule,
          expected: "the name of a rule",
          todo: `See the list of rules.${didYouMean(rule, ruleNames)}`,
        },
      ];
    return reason === "" ? [{ ...at, words: rule }] : [];
  });
}
