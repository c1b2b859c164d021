import { SITE_PAGES } from "../site-pages.ts";
import type { Hit, PageRule } from "../types.ts";

export const pageFooter: PageRule = {
  name: "page-footer",
  number: 15,
  level: "warning",
  scope: "page",
  language: "any",
  expected: "a link in the footer to each page that says who is responsible",
  why: "Who is responsible must be one click away from every page",
  source: "Google quality rater guidelines, who is responsible; HONcode, transparency and privacy",
  todo: "Add the link to the footer.",
  check: ({ links }, _article, { sitePages }) =>
    SITE_PAGES.flatMap(({ part, level }): Hit[] => {
      const url = sitePages[part];
      if (url === undefined) return [];
      const isLinked = links.some(
        ({ href, isFooter }) => isFooter && (href.split(/[?#]/)[0] as string).endsWith(url),
      );
      return isLinked ? [] : [{ words: url, level, expected: `a link to ${url} in the footer` }];
    }),
};
