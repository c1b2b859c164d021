import type { Corpus } from "../../corpus/corpus.ts";
import type { ArticleRecord } from "../../corpus/types.ts";
import { articleAt, readInternalLink } from "../addresses.ts";
import { type OfferIndex, resolveNames } from "../offers.ts";
import type { LinkingArticle } from "./types.ts";

/** Finds the article that a link in another's text leads to; null where it leads to none, or to itself. */
export function linkReader(
  index: OfferIndex,
): (href: string, from: Pick<ArticleRecord, "article" | "url">) => string | null {
  return function leadsTo(href, { article, url }) {
    const link = readInternalLink(href, { url, file: article.file }, index.addresses);
    const id = link && !href.trim().startsWith("#") ? articleAt(index.addresses, link) : null;
    return id === article.id ? null : id;
  };
}

/** Ids of articles that an article's own words lead to: links of its text and its "Also Read" lines; each once, in their order. */
export function writtenLinks(
  record: ArticleRecord,
  leadsTo: ReturnType<typeof linkReader>,
): ReadonlySet<string> {
  const inText = record.article.blocks.flatMap(({ links }) =>
    links.flatMap(({ href }) => leadsTo(href, record) ?? []),
  );
  const offered = record.offers.flatMap(({ id }) => id ?? []);
  return new Set([...inText, ...offered].filter((id) => id !== record.article.id));
}

/**
 * The articles of a site as the link helper reads them.
 *
 * @param sourceOf Markdown of an article's file as it stands there
 */
export function linkingArticles(
  corpus: Corpus,
  index: OfferIndex,
  sourceOf: (record: ArticleRecord) => ReturnType<LinkingArticle["source"]>,
): LinkingArticle[] {
  const leadsTo = linkReader(index);
  return [...corpus.records.values()].map((record): LinkingArticle => {
    const { article, url, callouts, isHidden } = record;
    const { exclude, hide } = article.frontMatter.alsoRead;
    const boxes = callouts.map(({ id }) => id);
    return {
      article,
      source: () => sourceOf(record),
      linked: new Set([...writtenLinks(record, leadsTo), ...boxes]),
      leadsTo: (href) => leadsTo(href, record),
      excluded: new Set(resolveNames(exclude, article, url, index, { field: "exclude", line: 0 }).ids),
      isHidden: isHidden || hide,
    };
  });
}
