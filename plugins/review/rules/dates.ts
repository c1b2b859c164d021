import type { ArticleRule, Hit } from "../types.ts";

export const dates: ArticleRule = {
  name: "dates",
  number: 4,
  level: "error",
  scope: "article",
  language: "any",
  expected: "no date after today",
  why: "Readers tell by the dates whether advice still holds",
  source: "JAMA benchmarks, currency",
  todo: "Correct the date; a draft (draft: true) may carry any.",
  check: ({ article }, { now }) => {
    const { date, updated, reviewed, draft } = article.frontMatter;
    if (draft) return [];
    const today = now.slice(0, 10);
    const hits: Hit[] = [];
    if (Date.parse(date) > Date.parse(now))
      hits.push({ words: date, field: "date", expected: "a date of publication that is not in the future" });
    if (updated !== null && day(updated) > today)
      hits.push({
        words: day(updated),
        field: "updated",
        expected: "a date of update that is not in the future",
      });
    if (reviewed !== null && reviewed > today)
      hits.push({
        words: reviewed,
        field: "reviewed",
        expected: "a date of review that is not in the future",
      });
    return hits;
  },
};

/** The day as the writer's zone counts it. */
function day(iso: string): string {
  return iso.slice(0, 10);
}
