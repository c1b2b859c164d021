import type { OpenedArticle } from "../article/read.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { ArticleRecord } from "../corpus/types.ts";
import type { Linking } from "../desk/types.ts";
import { indexCorpus } from "../related/decide.ts";
import { wordWhy } from "../related/linking/why.ts";
import { type ArticleLinks, gatherLinks } from "./links-found.ts";
import type { ServeState } from "./serve-state.ts";

/** Articles that are looked through for the desk, at most: those that lead nowhere first. */
const LOOKED_THROUGH = 200;

const known = new WeakMap<Corpus, Linking>();

/** Score and suggestions for the desk, once a build. */
export function linkingOf(corpus: Corpus, sources: ServeState["sources"]): Linking {
  const before = known.get(corpus);
  if (before) return before;
  const found = gatherLinks(corpus, indexCorpus(corpus), { most: LOOKED_THROUGH }, sourceIn(sources));
  const linking = {
    score: found.score.score,
    suggestions: found.articles.flatMap(({ suggestions }) =>
      suggestions.map((one) => ({ ...one, why: wordWhy(one.why, one.phrase) })),
    ),
  };
  known.set(corpus, linking);
  return linking;
}

/** What could be set in one article, whose file was opened for it. */
export function suggestionsOf(
  id: string,
  corpus: Corpus,
  opened: OpenedArticle,
): ArticleLinks["suggestions"] {
  const { articles } = gatherLinks(corpus, indexCorpus(corpus), { only: id }, () => opened);
  return articles[0]?.suggestions ?? [];
}

/** Fences before and behind the front matter, and the line after them. */
const LINES_BESIDE = 3;

function sourceIn(sources: ServeState["sources"]) {
  return ({ article: { file } }: ArticleRecord) => {
    const { raw = "", body = "" } = sources.get(file) ?? {};
    return { body, bodyLine: raw.split("\n").length - 1 + LINES_BESIDE };
  };
}
