import type { Corpus } from "../corpus/corpus.ts";
import type { ArticleRecord, RelatedLink } from "../corpus/types.ts";
import { type Problem, quote } from "../problem.ts";
import { explainedBy } from "./later.ts";
import { indexOffers, type OfferIndex, resolveNames, resolveOffers } from "./offers.ts";
import { type Callout, placeBoxes, wordReader } from "./placement.ts";
import { primaryLanguage } from "./site.ts";
import type { BoxChooser, RankedLink, RankedLists, RelatedDocument } from "./types.ts";

/** Articles of the corpus made findable by id, address and title. */
export function indexCorpus({ records, leftOut, site }: Corpus): OfferIndex {
  const entries = [...records.values()].map(({ article: { id, file, title, frontMatter }, url }) => ({
    id,
    file,
    title,
    url,
    redirectFrom: frontMatter.redirectFrom,
  }));
  return indexOffers(entries, { origin: site.url, leftOut });
}

/** What is needed to read what authors offer. */
export interface ReadingRules {
  /** 1-based line of a front matter field in the article's file. */
  readonly lineOf: (id: string, field: string) => number;
  readonly linksLines: boolean;
}

/**
 * Articles as the ranking reads them, with what their authors offer, pin and
 * exclude made ids. Puts the offers into the records and what is wrong with any
 * of it into the problems.
 *
 * @param linksLines whether a line is made a link where it stands; otherwise what it offers leads the list
 */
export function documentsOf(
  corpus: Corpus,
  index: OfferIndex,
  { lineOf, linksLines }: ReadingRules,
): RelatedDocument[] {
  return [...corpus.records.values()].map((record) => {
    const { article, url } = record;
    const { offers, problems } = resolveOffers(article, url, index);
    record.offers = offers;
    corpus.problems.push(...problems);
    const idsIn = (field: "pin" | "exclude"): readonly string[] => {
      const written = article.frontMatter.alsoRead[field];
      if (written.length === 0) return written;
      const name = `alsoRead.${field}`;
      const line = lineOf(article.id, name);
      const resolved = resolveNames(written, article, url, index, { field: name, line });
      corpus.problems.push(...resolved.problems);
      return resolved.ids;
    };
    const { inText, listed } = offersOf(record, linksLines);
    const pin = [...new Set([...idsIn("pin"), ...listed])];
    const document = toDocument(record, { pin, exclude: idsIn("exclude"), offered: inText });
    corpus.problems.push(...contradictions(document, record, corpus, lineOf));
    return document;
  });
}

/** Wishes of one article that cannot both be met. */
function contradictions(
  { id, pin, exclude }: RelatedDocument,
  { article }: ArticleRecord,
  { records }: Corpus,
  lineOf: (id: string, field: string) => number,
): Problem[] {
  const fault = (field: "pin" | "exclude", message: string): Problem => {
    const name = `alsoRead.${field}`;
    return { file: article.file, line: lineOf(id, name), field: name, message, severity: "error" };
  };
  const both = (exclude ?? []).filter((other) => pin?.includes(other));
  const hidden = (pin ?? []).filter((other) => records.get(other)?.article.frontMatter.alsoRead.hide);
  const lang = primaryLanguage(article.lang);
  const foreign = (pin ?? []).filter(
    (other) => primaryLanguage(records.get(other)?.article.lang ?? lang) !== lang,
  );
  const isIdle = article.frontMatter.alsoRead.none && (pin ?? []).length > 0;
  return [
    ...both.map((other) =>
      fault(
        "exclude",
        `expected articles that alsoRead.pin does not list, received ${quote(other)}. Remove it from one of the two.`,
      ),
    ),
    ...hidden.map((other) =>
      fault(
        "pin",
        `expected articles that may be recommended, received ${quote(other)}, whose alsoRead.hide keeps it out of every list. Remove the pin or the hide.`,
      ),
    ),
    ...foreign.map((other) =>
      fault(
        "pin",
        `expected articles in "${lang}", received ${quote(other)} in another language. Offer it by a line in the text: lists keep to one language.`,
      ),
    ),
    ...(isIdle
      ? [fault("pin", "expected none where alsoRead.none is true, received a list. Remove one of the two.")]
      : []),
  ];
}

/** Where the articles that lines offer are linked: in the text, or at the head of the list. */
function offersOf(
  { offers, article }: ArticleRecord,
  linksLines: boolean,
): { readonly inText: readonly string[]; readonly listed: readonly string[] } {
  // What the author linked is a link already.
  const isLink = ({ by }: ArticleRecord["offers"][number]): boolean =>
    linksLines || by === "url" || by === "path";
  const ids = (linked: boolean): readonly string[] =>
    offers.flatMap((offer) => (offer.id !== null && isLink(offer) === linked ? [offer.id] : []));
  return { inText: ids(true), listed: article.frontMatter.alsoRead.none ? [] : ids(false) };
}

function toDocument(
  { article, benefits }: ArticleRecord,
  { pin, exclude, offered }: Pick<Required<RelatedDocument>, "pin" | "exclude" | "offered">,
): RelatedDocument {
  const { frontMatter, titleFacts } = article;
  const { none, hide, sameTherapy, count } = frontMatter.alsoRead;
  const given = new Set([...frontMatter.therapies, ...frontMatter.conditions]);
  const document: Omit<RelatedDocument, "text"> = {
    id: article.id,
    title: article.title,
    headings: article.sections.flatMap(({ heading, level }) => (level > 0 ? [heading] : [])),
    levels: article.sections.flatMap(({ level }) => (level > 0 ? [level] : [])),
    tags: frontMatter.tags,
    date: frontMatter.date,
    lang: article.lang,
    // What stands in a sentence by the way is no reason to read on.
    benefits: [...new Set(benefits.flatMap(({ kind, canonicals }) => (kind === "prose" ? [] : canonicals)))],
    therapies: titleFacts.therapies,
    conditions: titleFacts.conditions,
    titled: [...titleFacts.therapies, ...titleFacts.conditions].filter((id) => !given.has(id)),
    pin,
    exclude,
    offered,
    none,
    hide,
    sameTherapy,
    count,
  };
  return Object.defineProperties(document as RelatedDocument, { [OF]: { value: article }, text: TEXT });
}

/** The article of a document. */
const OF = Symbol("vervain.article");

/**
 * Put together when it is read, and not kept: all texts at once are as large as
 * the articles. One getter for all: with one of its own, V8 keeps each document
 * as a table.
 */
const TEXT: PropertyDescriptor & ThisType<{ readonly [OF]: ArticleRecord["article"] }> = {
  enumerable: true,
  get() {
    return textOf(this[OF]);
  },
};

/** Headings and blocks in document order. */
function textOf({ sections, blocks, frontMatter }: ArticleRecord["article"]): string {
  const parts = [frontMatter.description ?? ""];
  for (const section of sections) {
    parts.push(section.heading);
    for (const block of blocks.slice(...section.blocks)) if (block.kind !== "code") parts.push(block.text);
  }
  return parts.join("\n");
}

/** What every article's page links, by article: its list and the boxes in its text. */
export interface Reading {
  readonly lists: RankedLists;
  readonly boxes: ReadonlyMap<string, readonly Callout[]>;
}

/**
 * Decides what every article's page links: boxes and the list.
 *
 * @param most boxes in one article
 */
export function decideReading(
  corpus: Corpus,
  most: number,
  rank: (boxes: BoxChooser) => RankedLists,
): Reading {
  const boxes = new Map<string, readonly Callout[]>();
  const titleOf = (id: string): string => corpus.records.get(id)?.article.title ?? "";
  const read = wordReader();
  const lists = rank({
    most,
    choose: (id, first) => {
      const callouts = placeBoxes(corpus.records.get(id)!.article, first, { most, titleOf, read });
      boxes.set(id, callouts);
      return callouts.map((callout) => callout.id);
    },
  });
  return { lists, boxes };
}

/** Puts what was decided, and the author's lines, into the records as it is; nothing is decided after it. */
export function keepReading(corpus: Corpus, { lists, boxes }: Reading): void {
  for (const record of corpus.records.values()) {
    const { id } = record.article;
    keep(record, lists.get(id) ?? [], boxes.get(id) ?? []);
  }
}

/** Reasons are passed on unread: some are found only when they are asked for. */
function keep(record: ArticleRecord, links: readonly RankedLink[], placed: readonly Callout[]): void {
  const linkTo = (id: string): RankedLink | undefined => links.find((link) => link.id === id);
  record.offers = record.offers.map((offer) => {
    const { line, phrase, title, id, by, closeness } = offer;
    if (id === null) return offer;
    return explainedBy({ line, phrase, title, id, by, closeness }, linkTo(id));
  });
  record.callouts = placed.map(({ section, id }) => explainedBy({ section, id }, linkTo(id)));
  record.related = links.flatMap((link): RelatedLink[] =>
    link.place === "list" ? [explainedBy({ id: link.id, score: link.score }, link)] : [],
  );
}
