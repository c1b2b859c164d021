import { listedBenefits } from "../listed.ts";
import type { ArticleRule } from "../types.ts";

export const titleCount: ArticleRule = {
  name: "title-count",
  number: 19,
  level: "warning",
  scope: "article",
  language: "any",
  expected: "as many benefits as the title promises",
  why: "A title that promises more than the page holds is misleading",
  source: "Google, misleading titles",
  todo: "Correct the number in the title, or add what is missing under benefits in front matter.",
  check: ({ article }, { benefits, proposals, droppedCount = 0 }) => {
    const promised = article.titleFacts.benefitCount;
    if (benefits === undefined) return [];
    const found = listedBenefits(benefits, proposals).length;
    const sure = listedBenefits(
      benefits,
      proposals?.filter(({ wait }) => wait !== "unsure"),
    ).length;
    if (promised === null || (sure <= promised && promised <= found + droppedCount)) return [];
    return [
      {
        words: article.title,
        field: "title",
        expected: `${promised} benefits as the title promises, found ${found}`,
      },
    ];
  },
};
