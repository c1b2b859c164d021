import { findSitePages, SITE_PAGES } from "../site-pages.ts";
import type { SiteHit, SiteRule } from "../types.ts";

export const sitePages: SiteRule = {
  name: "site-pages",
  number: 15,
  level: "warning",
  scope: "site",
  language: "any",
  expected: "a page that says who is responsible",
  why: "A reader must be able to find out who speaks, how they work and how to reach them",
  source: "Google quality rater guidelines, who is responsible; HONcode, transparency and privacy",
  todo: "Add the page and link it in the footer.",
  check: ({ pages, file }) => {
    if (pages === null) return [];
    const found = findSitePages(pages);
    return SITE_PAGES.filter(({ part }) => found[part] === undefined).map(
      ({ part, label, level }): SiteHit => ({
        file,
        article: null,
        words: "",
        level,
        expected: `a page ${label}`,
        todo: `Add a page ${label} (or set sitePage: ${part} in the front matter of the one you have) and link it in the footer.`,
      }),
    );
  },
};
