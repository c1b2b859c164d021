import type { Hit, PageFacts, PageRule } from "../types.ts";

export const pageByline: PageRule = {
  name: "page-byline",
  number: 2,
  level: "error",
  scope: "page",
  language: "any",
  expected: "the author's name, linked to the author's page",
  why: "Readers judge advice by who gives it, and want to know more of them",
  source: "JAMA benchmarks, authorship; HONcode, authority",
  todo: "Print the name in the byline with a link to /authors/…/.",
  check: (page, { frontMatter }, { people }) =>
    frontMatter.authors.flatMap((id): Hit[] => {
      const name = people.get(id)?.name;
      if (name === undefined) return [];
      if (!page.text.includes(name)) return [{ words: name, expected: "the author's name on the page" }];
      return hasLinkTo(page, `/authors/${id}/`)
        ? []
        : [{ words: name, expected: `a link to /authors/${id}/` }];
    }),
};

export const pageReviewer: PageRule = {
  name: "page-reviewer",
  number: 3,
  level: "error",
  scope: "page",
  language: "any",
  expected: "the reviewer's name, linked to the reviewer's page, with the date of review",
  why: "A review that readers cannot see vouches for nothing",
  source: "HONcode, authority; Google, “Who reviewed it”",
  todo: "Print “Reviewed by …” with name, link and date.",
  check: (page, { frontMatter }, { people }) => {
    const { reviewedBy, reviewed } = frontMatter;
    const person = reviewedBy === null ? undefined : people.get(reviewedBy);
    if (!person || reviewedBy === null) return [];
    if (!page.text.includes(person.name)) return [{ words: person.name }];
    if (!hasLinkTo(page, `/authors/${reviewedBy}/`))
      return [{ words: person.name, expected: `a link to /authors/${reviewedBy}/` }];
    const isDated = reviewed === null || page.times.some((time) => time.startsWith(reviewed));
    return isDated ? [] : [{ words: reviewed ?? "", expected: "the date of review in a <time>" }];
  },
};

/** True when a link leads to the path, on this site or below a path prefix. */
function hasLinkTo({ links }: PageFacts, path: string): boolean {
  return links.some(({ href }) => (href.split(/[?#]/)[0] as string).endsWith(path));
}
