import { findNearDuplicates } from "../near-duplicates.ts";
import type { SiteHit, SiteRule } from "../types.ts";

export const nearDuplicate: SiteRule = {
  name: "near-duplicate",
  number: 28,
  level: "warning",
  scope: "site",
  language: "any",
  expected: "an article that differs from every other",
  why: "Two pages with one text leave readers to guess which holds",
  source: "Google, people-first content; canonical pages",
  todo: "Merge the two and redirect one (redirectFrom), or rewrite one.",
  check: ({ articles }) =>
    findNearDuplicates(articles.map(({ article }) => article)).flatMap(
      ({ index, of, similarity }): SiteHit[] => {
        const [entry, other] = [articles[index], articles[of]];
        if (!entry || !other) return [];
        const percent = Math.round(similarity * 100);
        const expected = `an article that differs from ${other.article.file} (${percent} % of the text is the same)`;
        return [{ file: entry.article.file, article: entry, words: entry.article.title, line: 1, expected }];
      },
    ),
};
