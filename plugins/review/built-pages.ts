import type { Corpus } from "../corpus/corpus.ts";
import type { Problem } from "../problem.ts";
import { type CheckedPage, pageFactsOf } from "./checked-page.ts";
import { reviewPage } from "./page.ts";
import { toProblem } from "./problems.ts";
import { findSitePages } from "./site-pages.ts";
import type { ReviewOptions } from "./types.ts";

/** What the rules for pages find on a built page; nothing on a page that is no article's. */
export type PageReview = (page: CheckedPage) => readonly Problem[];

/** Reviews the built pages of a decided corpus against what their articles say. */
export function pageReviewer(corpus: Corpus, options: ReviewOptions): PageReview {
  const { now, people, site, pages } = corpus;
  const articles = new Map([...corpus.records.values()].map(({ url, article }) => [url, article]));
  const context = {
    ...options,
    now,
    people,
    siteUrl: site.url,
    disclaimer: null,
    sitePages: findSitePages(pages),
  };
  return (page) => {
    const article = articles.get(urlOf(page.path));
    if (!article) return [];
    const { findings } = reviewPage(pageFactsOf(page), article, context);
    return findings.map(toProblem);
  };
}

/** Path on the site of a file in the output: "rest/index.html" is at "/rest/". */
function urlOf(path: string): string {
  return `/${path.replace(/(?:^|(?<=\/))index\.html$/, "")}`;
}
