import type { ArticleRecord } from "../corpus/types.ts";
import type { Crumb, PersonView } from "../page/parts.ts";
import { personView } from "../page/person.ts";
import { presentedBenefits } from "../page/presented.ts";
import type { SchemaCorpus } from "./context.ts";
import type { ArticleFacts, TopicFact } from "./facts.ts";

/** Parts of an article that a layout may or may not show. */
export interface ShownParts {
  /** Names of the authors. Default true. */
  readonly author?: boolean;
  /** Job titles and letters after the names. Default false. */
  readonly credentials?: boolean;
  /** Dates of publishing and of the last change. Default true. */
  readonly dates?: boolean;
  /** "Reviewed by", the reviewer's name and the date. Default false. */
  readonly reviewer?: boolean;
  /** The image of the front matter, with its caption and credit. Default false. */
  readonly image?: boolean;
  /** The list of sources, linked. Default false. */
  readonly sources?: boolean;
  /** The list of related articles, linked. Default false. */
  readonly related?: boolean;
  /** "Also Read" lines of the text as links. Default false. */
  readonly offers?: boolean;
  /** Tags, by name. Default false. */
  readonly tags?: boolean;
  /** Reading time in minutes. Default false. */
  readonly readingTime?: boolean;
  /** Who paid for the article. Default false. */
  readonly sponsor?: boolean;
  /** Headings and benefits carry the ids of the article model: sections, questions and the list of benefits. Default false. */
  readonly anchors?: boolean;
}

/** Where things have pages of their own on this site; null where they have none. */
export interface OwnPages {
  readonly person?: (id: string) => string | null;
  readonly therapy?: (id: string) => string | null;
  readonly condition?: (id: string) => string | null;
  readonly benefit?: (canonical: string) => string | null;
}

export interface ArticleFactsOptions {
  /** What the site's layout shows beside title and text. What is not shown is not said. */
  readonly shows?: ShownParts;
  readonly pages?: OwnPages;
  /** The steps the layout shows, from home to the article. Default none. */
  readonly breadcrumb?: readonly Crumb[];
}

/**
 * What a site's own layout shows of an article, for {@link toGraph}: the reduced
 * view of a site that does not use the theme.
 */
export function articleFacts(
  record: ArticleRecord,
  corpus: SchemaCorpus,
  { shows = {}, pages = {}, breadcrumb = [] }: ArticleFactsOptions = {},
): ArticleFacts {
  const { article, url } = record;
  const { frontMatter } = article;
  const { author = true, dates = true } = shows;
  const ids = (key: "therapies" | "conditions") => new Set([...frontMatter[key], ...article.titleFacts[key]]);
  return {
    kind: "article",
    id: article.id,
    url,
    canonical: corpus.site.url + encodeURI(url),
    title: article.title,
    description: frontMatter.description ?? "",
    lang: article.lang,
    breadcrumb,
    lede: "",
    keyFacts: [],
    authors: author ? frontMatter.authors.flatMap((id) => personAt(corpus, id, shows, pages) ?? []) : [],
    ...(shows.reviewer === true
      ? reviewOf(record, corpus, shows, pages)
      : { reviewer: null, reviewed: null }),
    published: dates ? { iso: frontMatter.date } : null,
    updated: dates && frontMatter.updated !== null ? { iso: frontMatter.updated } : null,
    minutes: shows.readingTime === true ? article.minutes : 0,
    wordCount: article.wordCount,
    sponsor: shows.sponsor === true ? frontMatter.sponsor : null,
    benefits: shows.anchors === true ? benefitsOf(record, pages) : [],
    therapies: topicsAt(corpus.therapies, ids("therapies"), pages.therapy),
    conditions: topicsAt(corpus.conditions, ids("conditions"), pages.condition),
    tags: shows.tags === true ? frontMatter.tags.map((text) => ({ text })) : [],
    image:
      shows.image === true && frontMatter.image !== null
        ? { ...frontMatter.image, width: null, height: null }
        : null,
    offered:
      shows.offers === true ? record.offers.flatMap(({ id }) => corpus.records.get(id ?? "") ?? []) : [],
    related: shows.related === true ? record.related.flatMap(({ id }) => corpus.records.get(id) ?? []) : [],
    sources: shows.sources === true ? frontMatter.sources : [],
    comments: [],
    commentCount: 0,
    texts: {},
    hasAnchors: shows.anchors === true,
  };
}

function reviewOf({ article }: ArticleRecord, corpus: SchemaCorpus, shows: ShownParts, pages: OwnPages) {
  const { reviewedBy, reviewed } = article.frontMatter;
  if (reviewedBy === null || reviewed === null) return { reviewer: null, reviewed: null };
  return { reviewer: personAt(corpus, reviewedBy, shows, pages), reviewed: { iso: reviewed } };
}

function personAt(
  { people }: SchemaCorpus,
  id: string,
  { credentials = false }: ShownParts,
  { person: pageOf }: OwnPages,
): PersonView | null {
  const person = people.get(id);
  if (person === undefined) return null;
  const shown = credentials ? {} : { jobTitle: null, honorificSuffix: null };
  return { ...personView(person), ...shown, url: pageOf?.(id) ?? "" };
}

/** Those that have pages; the others are found in the text by the graph itself. */
function topicsAt(
  topics: SchemaCorpus["therapies"],
  ids: ReadonlySet<string>,
  pageOf: ((id: string) => string | null) | undefined,
): readonly TopicFact[] {
  return [...ids].flatMap((id) => {
    const url = pageOf?.(id) ?? "";
    const text = topics.get(id)?.label;
    return url === "" || text === undefined ? [] : [{ id, url, text }];
  });
}

function benefitsOf(record: ArticleRecord, { benefit: pageOf }: OwnPages): ArticleFacts["benefits"] {
  return presentedBenefits(record).map(({ number, benefit: { canonicals, heading, anchor } }) => {
    const [id = ""] = canonicals;
    const url = pageOf?.(id) ?? "";
    const text = heading ?? "";
    return {
      heading: text,
      anchor,
      number,
      term: url === "" ? null : { id, url, text, articleCount: -1, countText: "" },
    };
  });
}
