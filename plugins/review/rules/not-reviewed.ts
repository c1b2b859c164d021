import { isHealthArticle } from "../topics.ts";
import type { ArticleRule } from "../types.ts";

export const notReviewed: ArticleRule = {
  name: "not-reviewed",
  number: 3,
  level: "note",
  scope: "article",
  language: "any",
  expected: "a review by somebody with a health credential",
  why: "Most readers cannot check health advice themselves",
  source: "HONcode, authority",
  todo: "Have it reviewed when you can; until then the page says that it was not.",
  check: (reading, context) => {
    const { reviewedBy, reviewed } = reading.article.frontMatter;
    const isOpen = reviewedBy === null && reviewed === null && isHealthArticle(reading, context);
    return isOpen ? [{ words: "", line: 1 }] : [];
  },
};
