import type { ArticleRecord } from "../corpus/types.ts";
import type { PersonView } from "../page/parts.ts";
import { personView } from "../page/person.ts";
import { presentedBenefits } from "../page/presented.ts";
import type { SchemaCorpus } from "./context.ts";
import type { ArticleFacts, TopicFact } from "./facts.ts";
import type { ArticleFactsOptions, OwnPages, ShownParts } from "./options.ts";

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
  const { credentials = false, author = credentials, dates = false, topics = false } = shows;
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
    therapies: topics ? topicsAt(corpus.therapies, ids("therapies"), pages.therapy) : [],
    conditions: topics ? topicsAt(corpus.conditions, ids("conditions"), pages.condition) : [],
    isAboutHealth: record.benefits.length > 0,
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
