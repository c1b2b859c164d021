import type { Person } from "../../corpus/types.ts";
import type { ArticleRule, Hit } from "../types.ts";

export const authorProfile: ArticleRule = {
  name: "author-profile",
  number: 2,
  level: "warning",
  scope: "article",
  language: "any",
  expected: "an author with a role or credential (a publication: a description)",
  why: "A name alone does not tell why to trust it",
  source: "JAMA benchmarks, authorship; HONcode, authority",
  todo: "Add jobTitle or credentials to the author in _data/people.json, or a description to a publication.",
  check: ({ article }, { people }) =>
    article.frontMatter.authors.flatMap((id): Hit[] => {
      const person = people.get(id);
      return person && !hasProfile(person) ? [{ words: person.name, field: "author" }] : [];
    }),
};

function hasProfile(person: Person): boolean {
  if (person.type === "Organization") return person.description !== null;
  return person.jobTitle !== null || person.honorificSuffix !== null || person.credentials.length > 0;
}
