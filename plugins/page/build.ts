import { articlePlan } from "./article.ts";
import { benefitPages } from "./benefit.ts";
import { commonBuilder, hasMatrix } from "./common.ts";
import { type ViewInput, viewContext } from "./context.ts";
import { entryBuilder } from "./entry.ts";
import { indexPages } from "./indexes.ts";
import { authorPages, authorsPages, groupAuthors, homePages, type ListTools, tagPages } from "./lists.ts";
import { articlesMadeOf } from "./made-of.ts";
import { matrixPage } from "./matrix.ts";
import { openPages, type Views } from "./pages.ts";
import type { PagePlan } from "./plan.ts";
import { notFoundPage, redirectPages, searchPage, textPages } from "./standing.ts";
import { topicPages } from "./topic.ts";
import type { PageKind, PageView } from "./types.ts";

/**
 * Every page of a build, from the finished corpus. Same input, same views.
 * Kinds in `input.without` are left out, and nothing links to them.
 */
export function buildViews(input: ViewInput): Views {
  const context = viewContext(input);
  const made = new Set<string>();
  const common = commonBuilder(context, (path) => made.has(path) || (input.isThere ?? everywhere)(path));
  const tools: ListTools = { context, common, entry: entryBuilder(context) };
  const authors = groupAuthors(context);
  const madeOf = articlesMadeOf(tools);
  const plans: PagePlan[] = [
    ...context.articles.map((record) => articlePlan(tools, record, madeOf)),
    ...homePages(tools),
    ...benefitPages(tools),
    ...topicPages(tools),
    ...indexPages(tools),
    ...(hasMatrix(context) ? [matrixPage(tools)] : []),
    ...authorPages(tools, authors),
    ...authorsPages(tools, authors),
    ...tagPages(tools),
    ...textPages(tools),
    ...(context.site.features.search ? [searchPage(tools)] : []),
    notFoundPage(tools),
  ];
  const shown = plans.filter(({ kind }) => !context.without.has(kind));
  for (const { url } of shown) made.add(url);
  const { title, description, lang } = context.site;
  const byUrl = openPages([...shown, ...redirectPages(tools, made)]);
  return {
    site: tools.common({ url: "/", title, description, lang, isRoot: true }),
    byUrl,
    citations: context.citations,
    redirects: input.redirects ?? new Map(),
    ofKind: <Kind extends PageKind>(kind: Kind) =>
      byUrl.outlines.flatMap((outline) =>
        outline.kind === kind ? [byUrl.get(outline.url) as PageView & { kind: Kind }] : [],
      ),
  };
}

const everywhere = (): boolean => true;
