import { articlePage } from "./article.ts";
import { benefitPages } from "./benefit.ts";
import { commonBuilder, hasMatrix } from "./common.ts";
import { type ViewInput, viewContext } from "./context.ts";
import { entryBuilder } from "./entry.ts";
import { indexPages } from "./indexes.ts";
import { authorPages, authorsPages, homePages, type ListTools, tagPages, topicPages } from "./lists.ts";
import { matrixPage } from "./matrix.ts";
import { notFoundPage, redirectPages, searchPage, textPages } from "./standing.ts";
import type { PageCommon, PageKind, PageView, Views } from "./types.ts";

/**
 * Every page of a build, from the finished corpus. Same input, same views.
 * Kinds in `input.without` are left out, and nothing links to them.
 */
export function buildViews(input: ViewInput): Views {
  const context = viewContext(input);
  const tools: ListTools = { context, common: commonBuilder(context), entry: entryBuilder(context) };
  const authors = authorPages(tools);
  const pages: PageView[] = [
    ...context.articles.map((record) => articlePage(context, tools.common, record)),
    ...homePages(tools),
    ...benefitPages(tools),
    ...topicPages(tools),
    ...indexPages(tools),
    ...(hasMatrix(context) ? [matrixPage(tools)] : []),
    ...authors,
    ...authorsPages(tools, authors),
    ...tagPages(tools),
    ...textPages(tools),
    ...(context.site.features.search ? [searchPage(tools)] : []),
    notFoundPage(tools),
  ];
  const shown = pages.filter(({ kind }) => !context.without.has(kind));
  const used = new Set(shown.map(({ url }) => url));
  const { title, description, lang } = context.site;
  const site = tools.common({ url: "/", title, description, lang, isRoot: true });
  return viewsOf([...shown, ...redirectPages(tools, used)], site);
}

function viewsOf(pages: readonly PageView[], site: PageCommon): Views {
  const byKind = new Map<PageKind, PageView[]>();
  for (const page of pages) {
    const group = byKind.get(page.kind);
    if (group === undefined) byKind.set(page.kind, [page]);
    else group.push(page);
  }
  return {
    site,
    byUrl: new Map(pages.map((page) => [page.url, page])),
    ofKind: <Kind extends PageKind>(kind: Kind) => (byKind.get(kind) ?? []) as (PageView & { kind: Kind })[],
  };
}
