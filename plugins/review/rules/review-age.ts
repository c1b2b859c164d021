import { isOverdue, nextReview } from "../review-age.ts";
import type { ArticleRule } from "../types.ts";

export const reviewAge: ArticleRule = {
  name: "review-age",
  number: 5,
  level: "warning",
  scope: "article",
  language: "any",
  expected: "a review that is not overdue",
  why: "What is known changes; an old review vouches for nothing",
  source: "JAMA benchmarks, currency; NHS content pages, next review due",
  todo: "Review the article again and set “reviewed” to that day.",
  check: ({ article }, { now, reviewMonths }) => {
    const { reviewed } = article.frontMatter;
    if (reviewed === null || !isOverdue(reviewed, now, reviewMonths)) return [];
    const due = nextReview(reviewed, reviewMonths);
    return [{ words: reviewed, field: "reviewed", expected: `a review due by ${due}` }];
  },
};
