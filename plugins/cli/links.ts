import { readFileSync } from "node:fs";
import { openArticle } from "../article/read.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { withCorpus } from "../engine/decided.ts";
import { compareText, formatProblem, type Problem } from "../problem.ts";
import { indexCorpus } from "../related/decide.ts";
import { type GraphScore, scoreGraph } from "../related/linking/graph-score.ts";
import { type LinkSuggestion, linkHelper } from "../related/linking/helper.ts";
import { linkingArticles } from "../related/linking/site-links.ts";
import { type TextGraph, textGraph } from "../related/linking/text-graph.ts";
import { findArticle, type OfferIndex } from "../related/offers.ts";
import { articleNotFound } from "./article-not-found.ts";
import { printLinks } from "./links-print.ts";
import { recordScore } from "./links-record.ts";
import { writeLinks } from "./links-write.ts";
import { endQuietly } from "./pipe.ts";

/** Options of `vervain links`. */
export interface LinksOptions {
  readonly config?: string;
  readonly json?: boolean;
  /** Ask about each suggestion and write those that are taken. */
  readonly write?: boolean;
  /** Ids of articles that the one named is to lead to, without asking. */
  readonly accept?: readonly string[];
  /** Put today's score into the file that keeps it. */
  readonly record?: boolean;
}

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
 * Suggests links between the articles of this project and scores those that
 * there are. Exit code 1 where no article is meant or something could not be written.
 *
 * @param article its id, path, file or title; "" for all
 */
export function linksCommand(article = "", options: LinksOptions = {}): Promise<number> {
  endQuietly(process.stdout);
  return withCorpus(options.config, async (corpus) => {
    const problems: Problem[] = [];
    const found = findLinks(corpus, article, problems);
    const { accept = [], write = false, json = false, record = false } = options;
    if (found !== null) {
      if (write || accept.length > 0)
        await writeLinks(found, article === "" ? null : article, accept, problems);
      else printLinks(found, { isJson: json, isWhole: article === "" });
      if (record) problems.push(...recordScore(found.score, corpus.now, corpus.site.timeZone));
    }
    for (const problem of problems) console.error(formatProblem(problem));
    return problems.length > 0 ? 1 : 0;
  });
}

/** Reads suggestions and score; null, and a problem, where no article is meant. */
export function findLinks(corpus: Corpus, article: string, problems: Problem[]): LinksFound | null {
  const index = indexCorpus(corpus);
  const id = article === "" ? null : findArticle(index, article);
  if (id !== null && typeof id !== "string") {
    problems.push(articleNotFound("links", article, id, index));
    return null;
  }
  return gatherLinks(corpus, index, id, readSource);
}

/** The Markdown of an article's file as it stands now. */
function readSource({ article: { file } }: { readonly article: { readonly file: string } }) {
  const opened = openArticle(readFileSync(file), file);
  if ("problem" in opened) throw new RangeError(formatProblem(opened.problem));
  return opened;
}

/** @param only id of the one article that is asked for; null: all */
export function gatherLinks(
  corpus: Corpus,
  index: OfferIndex,
  only: string | null,
  sourceOf: Parameters<typeof linkingArticles>[2],
): LinksFound {
  const graph = textGraph(corpus, index);
  const helper = linkHelper(linkingArticles(corpus, index, sourceOf));
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
