import { measureReadability } from "../readability.ts";
import type { ArticleRule } from "../types.ts";

/** Advised for health texts: grade 7–8 (JMIR 2019;3:e12855). */
export const ADVISED_GRADE = 8;
/** Above the last school year only graduates read with ease. */
export const HARD_GRADE = 12;
/** Less text says nothing about its level. */
const ENOUGH_WORDS = 100;

export const readingLevel: ArticleRule = {
  name: "reading-level",
  number: 17,
  level: "note",
  scope: "article",
  language: "en",
  expected: `text at or below school grade ${ADVISED_GRADE}`,
  why: "Half of adults read below grade 9, and most health sites write above it",
  source: "JMIR i-jmr 2019;3:e12855; NHS content guide",
  todo: "Use shorter sentences and everyday words.",
  check: ({ prose }) => {
    const { grade, wordCount } = measureReadability(prose);
    if (wordCount < ENOUGH_WORDS || grade <= ADVISED_GRADE) return [];
    return [
      { words: `grade ${grade}`, line: 1, ...(grade > HARD_GRADE ? { level: "warning" as const } : {}) },
    ];
  },
};
