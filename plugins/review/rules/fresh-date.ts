import { freshnessOf } from "../freshness.ts";
import type { SiteHit, SiteRule } from "../types.ts";

export const freshDate: SiteRule = {
  name: "fresh-date",
  number: 6,
  level: "warning",
  scope: "site",
  language: "any",
  expected: "“updated” to change when the text does, and only then",
  why: "A new date on an old text tells readers that somebody looked at it again",
  source: "Google, people-first content: changing dates to seem fresh",
  todo: "Take the date back, or run vervain review --accept when it is right as it is.",
  check: ({ articles, lock }) => {
    if (lock === null) return [];
    return articles.flatMap((entry): SiteHit[] => {
      const { article } = entry;
      const { updated, date } = article.frontMatter;
      const words = (updated ?? date).slice(0, 10);
      const hit = { file: article.file, article: entry, words, field: updated === null ? "date" : "updated" };
      const freshness = freshnessOf(article, lock);
      if (freshness === "date-only") return [{ ...hit, expected: "the text to change with its date" }];
      if (freshness !== "text-only") return [];
      const todo = "Set “updated” to today, or run vervain review --accept for a small correction.";
      return [{ ...hit, expected: "a newer date on a text that changed", todo }];
    });
  },
};
