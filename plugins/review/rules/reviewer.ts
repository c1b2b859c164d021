import type { FrontMatter } from "../../article/types.ts";
import type { ArticleRule, Hit, ReviewContext } from "../types.ts";

export const reviewer: ArticleRule = {
  name: "reviewer",
  number: 3,
  level: "error",
  scope: "article",
  language: "any",
  expected: "a reviewer who is a known person with a credential, is not the author, and a date of review",
  why: "A claimed review that cannot be checked misleads more than none",
  source: "HONcode, authority; Google, “Who reviewed it”",
  todo: "Complete the review in front matter and in _data/people.json, or take reviewedBy and reviewed out.",
  check: ({ article }, context) => faults(article.frontMatter, context),
};

function faults({ reviewedBy, reviewed, authors }: FrontMatter, { people }: ReviewContext): readonly Hit[] {
  if (reviewedBy === null)
    return reviewed === null
      ? []
      : [{ words: reviewed, field: "reviewed", expected: "reviewedBy beside a date of review" }];
  const hit = (expected: string, words: string = reviewedBy): Hit => ({
    words,
    field: "reviewedBy",
    expected,
  });
  const person = people.get(reviewedBy);
  if (!person) return [hit("a reviewer from the people file")];
  const hits: Hit[] = [];
  if (authors.includes(reviewedBy)) hits.push(hit("a reviewer who is not the author"));
  if (person.type === "Organization") hits.push(hit("a person as reviewer, by name", person.name));
  if (person.type === "Person" && person.credentials.length === 0 && person.honorificSuffix === null)
    hits.push(hit("a reviewer with a credential", person.name));
  if (reviewed === null) hits.push(hit("the date of the review in “reviewed”"));
  return hits;
}
