import type { Corpus } from "../corpus/corpus.ts";
import { compareText } from "../problem.ts";
import { type GraphScore, scoreGraph } from "../related/linking/graph-score.ts";
import { linkingArticles } from "../related/linking/site-links.ts";
import { linkSuggester } from "../related/linking/suggester.ts";
import { type TextGraph, textGraph } from "../related/linking/text-graph.ts";
import type { LinkSuggestion } from "../related/linking/types.ts";
import type { OfferIndex } from "../related/offers.ts";

/** What the command found. */
export interface LinksFound {
  readonly graph: TextGraph;
  readonly score: GraphScore;
  /** Articles with suggestions: those that lead nowhere, or to whose suggestions nobody leads, first; then by id. */
  readonly articles: readonly ArticleLinks[];
  readonly titleOf: (id: string) => string;
}

/** Suggestions for one article. */
export interface ArticleLinks {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly url: string;
  readonly suggestions: readonly (LinkSuggestion & { readonly url: string })[];
}

/**
 * Suggestions for the articles of a site, and what its links come to.
 *
 * @param only id of the one article that is asked for; null: all
 * @param sourceOf Markdown of an article's file as it stands
 */
export function gatherLinks(
  corpus: Corpus,
  index: OfferIndex,
  only: string | null,
  sourceOf: Parameters<typeof linkingArticles>[2],
): LinksFound {
  const graph = textGraph(corpus, index);
  const helper = linkSuggester(linkingArticles(corpus, index, sourceOf));
  const records = [...corpus.records.values()].filter(({ article }) => only === null || article.id === only);
  const articles = records.map(
    ({ article, url }): ArticleLinks => ({
      id: article.id,
      title: article.title,
      file: article.file,
      url,
      suggestions: helper
        .suggestFor(article.id)
        .map((suggestion) => ({ ...suggestion, url: corpus.records.get(suggestion.target)!.url })),
    }),
  );
  return {
    graph,
    score: scoreGraph(graph),
    articles: inOrder(articles, graph).filter(({ suggestions }) => only !== null || suggestions.length > 0),
    titleOf: (id) => corpus.records.get(id)?.article.title ?? id,
  };
}

function inOrder(articles: readonly ArticleLinks[], { deadEnds }: TextGraph): ArticleLinks[] {
  const dead = new Set(deadEnds);
  const needOf = ({ id, suggestions }: ArticleLinks): number =>
    (dead.has(id) ? 1 : 0) + suggestions.filter(({ why }) => why.isOrphan).length;
  return [...articles].sort((a, b) => needOf(b) - needOf(a) || compareText(a.id, b.id));
}
