import { hostOf } from "../hosts.ts";
import { isHealthArticle } from "../topics.ts";
import type { ArticleRule, Hit } from "../types.ts";

export const NOTICE =
  /\b(?:third[ -]part(?:y|ies)|cookies?|tracking|your data|personal data|privacy|loads? (?:from|content from)|shares? data)\b/i;

export const embeds: ArticleRule = {
  name: "embeds",
  number: 27,
  level: "warning",
  scope: "article",
  language: "en",
  expected: "no other site's script or frame in a health article, or a notice of it",
  why: "Who reads about an illness should not be known to a third party for it",
  source: "HONcode, privacy",
  todo: "Link to it instead, or say above it which site it loads and what that site learns.",
  check: (reading, context) => {
    if (reading.marks.embeds.length === 0 || !isHealthArticle(reading, context)) return [];
    return reading.marks.embeds
      .filter(
        ({ src, line }) =>
          hostOf(src) !== "" &&
          !reading.article.blocks.some((block) => block.line <= line && NOTICE.test(block.text)),
      )
      .filter(({ src }, index, all) => all.findIndex((other) => hostOf(other.src) === hostOf(src)) === index)
      .map(({ src, line }): Hit => ({ words: src, line }));
  },
};
