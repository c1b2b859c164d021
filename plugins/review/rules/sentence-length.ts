import { LONG_SENTENCE, measureReadability } from "../readability.ts";
import type { ArticleRule } from "../types.ts";

/** Share of long sentences, 0..1, from which a text is tiring rather than varied. */
const TIRING_SHARE = 0.25;

export const sentenceLength: ArticleRule = {
  name: "sentence-length",
  number: 17,
  level: "note",
  scope: "article",
  language: "en",
  expected: `sentences of at most ${LONG_SENTENCE} words`,
  why: "Long sentences lose readers who are ill, tired or new to the language",
  source: "NHS content guide; GOV.UK content guide",
  todo: "Cut the longest in two.",
  check: ({ prose }) => {
    const { long, sentenceCount } = measureReadability(prose);
    const longest = long[0];
    if (!longest) return [];
    const isTiring = sentenceCount >= 8 && long.length / sentenceCount > TIRING_SHARE;
    return [
      {
        words: longest.sentence.text,
        line: longest.sentence.line,
        expected: `sentences of at most ${LONG_SENTENCE} words (${long.length} of ${sentenceCount} are longer, this one has ${longest.wordCount})`,
        ...(isTiring ? { level: "warning" as const } : {}),
      },
    ];
  },
};
