import type { Corpus } from "../corpus/corpus.ts";
import type { ArticleRecord } from "../corpus/types.ts";
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

/** Which articles are looked through. */
interface Asked {
  /** The one that is asked for, by its id. */
  readonly only?: string | null;
  /** At most so many, those that lead nowhere first. */
  readonly most?: number;
}

/**
 * Suggestions for the articles of a site, and what its links come to.
 *
 * @param sourceOf Markdown of an article's file as it stands
 */
export function gatherLinks(
  corpus: Corpus,
  index: OfferIndex,
  asked: Asked,
  sourceOf: Parameters<typeof linkingArticles>[2],
): LinksFound {
  const graph = textGraph(corpus, index);
  const suggester = linkSuggester(linkingArticles(corpus, index, sourceOf));
  const articles = recordsIn(corpus, asked, graph).map(
    ({ article: { id, title, file }, url }): ArticleLinks => ({
      id,
      title,
      file,
      url,
      suggestions: suggester
        .suggestFor(id)
        .map((suggestion) => ({ ...suggestion, url: corpus.records.get(suggestion.target)!.url })),
    }),
  );
  const isAll = typeof asked.only !== "string";
  return {
    graph,
    score: scoreGraph(graph),
    articles: inOrder(articles, graph).filter(({ suggestions }) => !isAll || suggestions.length > 0),
    titleOf: (id) => corpus.records.get(id)?.article.title ?? id,
  };
}

function recordsIn(
  { records }: Corpus,
  { only = null, most = records.size }: Asked,
  { deadEnds }: TextGraph,
): readonly ArticleRecord[] {
  const dead = new Set(deadEnds);
  const all = [...records.values()].filter(({ article }) => only === null || article.id === only);
  const rank = ({ article }: ArticleRecord): number => (dead.has(article.id) ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}

function inOrder(articles: readonly ArticleLinks[], { deadEnds }: TextGraph): ArticleLinks[] {
  const dead = new Set(deadEnds);
  const needOf = ({ id, suggestions }: ArticleLinks): number =>
    (dead.has(id) ? 1 : 0) + suggestions.filter(({ why }) => why.isOrphan).length;
  return [...articles].sort((a, b) => needOf(b) - needOf(a) || compareText(a.id, b.id));
}
