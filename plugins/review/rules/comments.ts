import type { ArticleRule, Hit, Reading, ReviewContext } from "../types.ts";

export const comments: ArticleRule = {
  name: "comments",
  number: 26,
  level: "note",
  scope: "article",
  language: "any",
  expected: "comments with a name and a date, never counted as evidence",
  why: "An unnamed or undated comment cannot be weighed, and a comment proves nothing",
  source: "HONcode, moderation of user content",
  todo: "Complete or hide the comment; cite research instead.",
  check: (reading, context) => [...unnamed(context), ...asEvidence(reading)],
};

function unnamed({ comments: shown = [], now }: ReviewContext): readonly Hit[] {
  return shown
    .filter(({ author, date }) => author.trim() === "" || !(Date.parse(date) <= Date.parse(now)))
    .map(({ author, date }) => ({ words: `${author || "no name"}, ${date || "no date"}`, line: 0 }));
}

function asEvidence({ article }: Reading): readonly Hit[] {
  return article.sources
    .filter(({ url }) => url !== null && /#(?:comment|respond|disqus)/i.test(url))
    .map(({ title }) => ({
      words: title,
      field: "sources",
      expected: "a source that is no reader's comment",
    }));
}
