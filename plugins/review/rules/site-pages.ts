import { findSitePages, type OwedPage, SITE_PAGES } from "../site-pages.ts";
import type { SiteHit, SitePage, SiteRule } from "../types.ts";

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
  check: ({ pages, draftPages = [], file }) => {
    if (pages === null) return [];
    const [found, drafted] = [findSitePages(pages), findSitePages(draftPages)];
    const missing = SITE_PAGES.filter(({ part }) => found[part] === undefined);
    const waiting = missing.filter(({ part }) => drafted[part] !== undefined);
    return [
      ...draftHits(waiting, draftPages, drafted, file),
      ...missing.filter((owed) => !waiting.includes(owed)).map((owed) => missingHit(owed, file)),
    ];
  },
};

function missingHit({ part, label, level }: OwedPage, file: string): SiteHit {
  const todo = `Add a page ${label} (or set sitePage: ${part} in the front matter of the one you have) and link it in the footer.`;
  return { file, article: null, words: "", level, expected: `a page ${label}`, todo };
}

/** Pages that are there and wait for their owner's words: one line for all of them, not a wall. */
function draftHits(
  waiting: readonly OwedPage[],
  drafts: readonly SitePage[],
  drafted: Readonly<Record<string, string>>,
  file: string,
): readonly SiteHit[] {
  if (waiting.length === 0) return [];
  const urls = new Set(waiting.map(({ part }) => drafted[part]));
  const files = drafts.filter(({ url }) => urls.has(url)).map((draft) => draft.file);
  const level = waiting.some((owed) => owed.level === "warning") ? "warning" : "note";
  const todo = `Fill in ${files.join(", ")} and take out that line; until then nothing links to ${files.length === 1 ? "it" : "them"}.`;
  const expected = "pages that say who is responsible to be shown";
  return [{ file, article: null, words: "draft: true", level, expected, todo }];
}
