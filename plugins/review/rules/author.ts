import type { ArticleRule, Hit, Reading, ReviewContext } from "../types.ts";

/** Names that hide who wrote; compared without case, spaces and marks. */
const NOBODY: ReadonlySet<string> = new Set(
  "admin administrator staff editor editors theeditor theeditors editorial editorialteam editorialstaff team ourteam theteam user guest guestauthor guestwriter author authors writer anonymous anon unknown none nobody webmaster root test contributor contributors superuser wordpress blogger n/a na tbd".split(
    " ",
  ),
);

export const author: ArticleRule = {
  name: "author",
  number: 1,
  level: "warning",
  scope: "article",
  language: "any",
  expected: "a named author from the people file",
  why: "Readers judge advice by who gives it",
  source: "JAMA benchmarks, authorship; Google, “Who created the content”",
  todo: "Set author to the id of a person or of the publication in _data/people.json.",
  check: (reading, context) => [...missing(reading), ...unnamed(reading, context)],
};

function missing({ article }: Reading): readonly Hit[] {
  return article.frontMatter.authors.length === 0 ? [{ words: "", line: 1 }] : [];
}

function unnamed({ article }: Reading, { people }: ReviewContext): readonly Hit[] {
  return article.frontMatter.authors.flatMap((id): Hit[] => {
    const person = people.get(id);
    const isNamed = person !== undefined && !isNobody(person.name);
    return isNamed ? [] : [{ words: person?.name ?? id, field: "author" }];
  });
}

function isNobody(name: string): boolean {
  return NOBODY.has(name.toLowerCase().replace(/[\s._-]/g, ""));
}
