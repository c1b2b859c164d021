import { indexLinks } from "./common.ts";
import type { ListTools } from "./lists.ts";
import { strongestTerms } from "./terms.ts";
import type { NotFoundPage, RedirectPage, SearchPage, TextPage } from "./types.ts";

/** About, policies and other pages in Markdown. */
export function textPages({ context, common }: ListTools): readonly TextPage[] {
  return context.pages.map(({ url, title, description, lang }) => ({
    ...common({ url, title, description, lang }),
    kind: "page",
  }));
}

/** Terms of one kind offered where search needs JavaScript; the indexes have them all. */
const SEARCH_TERMS = 24;

export function searchPage({ context, common }: ListTools): SearchPage {
  const { site } = context;
  const language = context.languageOf(site.lang);
  return {
    ...common({
      url: "/search/",
      title: language.say("search"),
      description: language.say("searchHint"),
      lang: site.lang,
      isIndexed: false,
    }),
    kind: "search",
    indexes: indexLinks(context),
    ...strongestTerms(context, SEARCH_TERMS),
  };
}

export function notFoundPage({ context, common }: ListTools): NotFoundPage {
  const { site } = context;
  const language = context.languageOf(site.lang);
  return {
    ...common({
      url: "/404.html",
      title: language.say("notFoundTitle"),
      description: language.say("notFoundLede"),
      lang: site.lang,
      isRoot: true,
      isIndexed: false,
    }),
    kind: "notFound",
    indexes: indexLinks(context),
  };
}

/** One page per old address; an old address that is in use by a page is left to that page. */
export function redirectPages(
  { context, common }: ListTools,
  used: ReadonlySet<string>,
): readonly RedirectPage[] {
  const language = context.languageOf(context.site.lang);
  const taken = new Set(used);
  const moved = [
    ...context.articles.map(({ article, url }) => ({
      former: article.frontMatter.redirectFrom,
      target: url,
    })),
    ...context.benefits.flatMap(({ formerUrls = [], hasPage, url }) =>
      hasPage ? [{ former: formerUrls, target: url }] : [],
    ),
  ];
  return moved.flatMap(({ former, target }) =>
    former
      .filter((from) => !taken.has(from) && taken.add(from))
      .map((from) => ({
        ...common({
          url: from,
          title: language.say("movedTitle"),
          description: "",
          lang: context.site.lang,
          isRoot: true,
          isIndexed: false,
        }),
        kind: "redirect" as const,
        target,
      })),
  );
}
