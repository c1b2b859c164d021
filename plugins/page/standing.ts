import { openPlaces } from "../article/site-path.ts";
import { commentThreads } from "./comment-threads.ts";
import { indexLinks } from "./common.ts";
import type { ListTools } from "./lists.ts";
import { type PagePlan, planPage } from "./plan.ts";
import { reservedFolder } from "./reserved.ts";
import { strongestTerms } from "./terms.ts";
import type { NotFoundPage, RedirectPage, SearchPage, TextPage } from "./types.ts";

/** About, policies and other pages in Markdown; one at the front page's address stands in its place. */
export function textPages(tools: ListTools): readonly PagePlan<TextPage>[] {
  const { context } = tools;
  return context.pages.map(({ id, url, title, description, lang, isIndexed }) =>
    planPage<TextPage>(
      tools,
      "page",
      { url, title, description, lang, isIndexed, isRoot: url === "/" },
      () => {
        const comments = context.comments.get(id) ?? [];
        return {
          comments: commentThreads(comments, context.datesOf(lang)),
          commentCount: comments.length,
          commentsText:
            comments.length === 0 ? "" : context.languageOf(lang).count("replies", comments.length),
          commentForm: null,
        };
      },
    ),
  );
}

/** Terms of one kind offered where search needs JavaScript; the indexes have them all. */
const SEARCH_TERMS = 24;

export function searchPage(tools: ListTools): PagePlan<SearchPage> {
  const { context } = tools;
  const { lang } = context.site;
  const language = context.languageOf(lang);
  const seed = {
    url: "/search/",
    title: language.say("search"),
    description: language.say("searchHint"),
    lang,
    isIndexed: false,
  };
  return planPage<SearchPage>(tools, "search", seed, () => ({
    indexes: indexLinks(context),
    ...strongestTerms(context, SEARCH_TERMS),
  }));
}

export function notFoundPage(tools: ListTools): PagePlan<NotFoundPage> {
  const { context } = tools;
  const { lang } = context.site;
  const language = context.languageOf(lang);
  const seed = {
    url: "/404.html",
    title: language.say("notFoundTitle"),
    description: language.say("notFoundLede"),
    lang,
    isRoot: true,
    isIndexed: false,
  };
  return planPage<NotFoundPage>(tools, "notFound", seed, () => ({ indexes: indexLinks(context) }));
}

/** Whether only a rule of the host can answer an old address: one with a query, or below a page's own file. */
export function needsRule(path: string): boolean {
  return path.includes("?") || /\.[a-z]\w{0,5}\//i.test(path);
}

/** One page per old address; an old address that is in use by a page is left to that page. */
export function redirectPages(
  tools: ListTools,
  used: ReadonlySet<string>,
): readonly PagePlan<RedirectPage>[] {
  const { context } = tools;
  const language = context.languageOf(context.site.lang);
  const places = openPlaces<string>();
  for (const url of used) places.claim(url, url);
  const moved = [
    ...context.articles.map(({ article, url }) => ({
      former: article.frontMatter.redirectFrom,
      target: url,
    })),
    ...[...(context.redirects ?? [])]
      .filter(([from]) => !needsRule(from))
      .map(([from, target]) => ({ former: [from], target })),
    ...context.benefits.flatMap(({ formerUrls = [], hasPage, url }) =>
      hasPage ? [{ former: formerUrls, target: url }] : [],
    ),
  ];
  return moved.flatMap(({ former, target }) =>
    former
      .filter((from) => reservedFolder(from, context.site) === null && places.claim(from, from) === null)
      .map((from) => {
        const seed = {
          url: from,
          title: language.say("movedTitle"),
          description: "",
          lang: context.site.lang,
          isRoot: true,
          isIndexed: false,
        };
        return planPage<RedirectPage>(tools, "redirect", seed, () => ({ target }));
      }),
  );
}
