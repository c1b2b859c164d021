import type { ArticleOptions } from "../build/options.ts";
import { type ArticleHost, article } from "../build/plugin.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { ArticleRecord, Reason, RelatedLink } from "../corpus/types.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { readCache, writeCache } from "./cache-file.ts";
import { checkLinks } from "./links.ts";
import { indexOffers, type OfferIndex, resolveNames, resolveOffers } from "./offers.ts";
import { planReading } from "./placement.ts";
import { rankRelated, rankRemembering } from "./rank.ts";
import type { RankedLists, RelatedDocument, RelatedOptions } from "./types.ts";

/** Options of {@link related}. */
export interface RelatedPluginOptions extends ArticleOptions {
  readonly related?: RelatedOptions & {
    /** Boxes placed in an article whose author wrote no "Also Read" line: 0, 1 or 2. Default 1. */
    readonly callouts?: number;
    /** File that remembers the ranking between builds, from 2,000 articles on; false: every build ranks anew. Default ".cache/vervain/related". */
    readonly cache?: string | false;
  };
}

const CACHE_FILE = ".cache/vervain/related";
/** Fewer articles are ranked sooner than their cache is written: 1,000 take 0.2 s. */
const CACHE_FROM = 2000;

/** What the last build ranked, for commands that explain it. */
export interface RankedCorpus {
  readonly documents: readonly RelatedDocument[];
  readonly options: RelatedOptions;
}

const ranked = new WeakMap<Corpus, () => RankedCorpus>();

/** The documents of a build and the options they were ranked with; null where the plugin is not used. */
export function rankedOf(corpus: Corpus): RankedCorpus | null {
  return ranked.get(corpus)?.() ?? null;
}

/**
 * Decides which articles are offered beside each article, once, before the first
 * page renders; finds the articles that authors' own "Also Read" lines mean; and
 * reports links that lead nowhere. Templates ask the filter `alsoRead`:
 * `{% for link in page.url | alsoRead %}<a href="{{ link.url }}">{{ link.title }}</a>{% endfor %}`.
 */
export function related(config: EleventyConfig, options: RelatedPluginOptions = {}): void {
  const host = article(config, options);
  const { callouts = 1, cache = CACHE_FILE, ...ranking } = options.related ?? {};
  let index: OfferIndex;
  host.addStage({
    name: "related",
    order: STAGE_ORDER.related,
    run: (corpus) => {
      index = indexCorpus(corpus);
      // The author's own offers are taken out of the list later: ask for as many more.
      const documents = prepareDocuments(
        corpus,
        index,
        host,
        (record) => (ownCount(record) ?? ranking.count ?? 5) + offeredIds(record).size + 2,
      );
      const settings = { lang: corpus.site.lang, now: corpus.now, ...ranking };
      const lists = rank(corpus, documents, settings, cache);
      ranked.set(corpus, () => ({
        documents: prepareDocuments(corpus, index, host, ownCount),
        options: settings,
      }));
      for (const record of corpus.records.values())
        plan(corpus, record, lists, { callouts, count: ranking.count ?? 5 });
    },
  });
  host.addStage({
    name: "links",
    order: STAGE_ORDER.links,
    run: (corpus) => {
      const targets = { addresses: index.addresses, articles: corpus.records, otherPaths: corpus.paths };
      for (const id of corpus.records.keys()) corpus.problems.push(...checkLinks(id, targets));
    },
  });
  config.addFilter("alsoRead", (url: string) => linksAt(host.corpus(), url));
  config.addShortcode("alsoRead", (name: string) => boxFor(host.corpus(), index, name));
}

function indexCorpus({ records, site }: Corpus): OfferIndex {
  const entries = [...records.values()].map(({ article: { id, file, title, frontMatter }, url }) => ({
    id,
    file,
    title,
    url,
    redirectFrom: frontMatter.redirectFrom,
  }));
  return indexOffers(entries, { origin: site.url });
}

/** Articles as the ranking reads them, with what their authors offer, pin and exclude made ids. */
function prepareDocuments(
  corpus: Corpus,
  index: OfferIndex,
  host: ArticleHost,
  countOf: (record: ArticleRecord) => number | null,
): RelatedDocument[] {
  return [...corpus.records.values()].map((record) => {
    const { offers, problems } = resolveOffers(record.article, record.url, index);
    record.offers = offers;
    corpus.problems.push(...problems);
    const names = (field: "pin" | "exclude"): readonly string[] => {
      const written = record.article.frontMatter.alsoRead[field];
      if (written.length === 0) return written;
      const line = host.lineOf(record.article.id, `alsoRead.${field}`);
      const resolved = resolveNames(written, record.article, record.url, index, {
        field: `alsoRead.${field}`,
        line,
      });
      corpus.problems.push(...resolved.problems);
      return resolved.ids;
    };
    return toDocument(record, names("pin"), names("exclude"), countOf(record));
  });
}

function rank(
  corpus: Corpus,
  documents: readonly RelatedDocument[],
  options: RelatedOptions,
  cache: string | false,
): RankedLists {
  if (cache === false || documents.length < CACHE_FROM) return rankRelated(documents, options);
  const known = readCache(cache);
  if (known.problem) corpus.problems.push(known.problem);
  const { lists, memory } = rankRemembering(documents, options, known.memory);
  const written = writeCache(cache, memory);
  if (written) corpus.problems.push(written);
  return lists;
}

function offeredIds({ offers }: ArticleRecord): ReadonlySet<string> {
  return new Set(offers.flatMap(({ id }) => id ?? []));
}

function ownCount({ article }: ArticleRecord): number | null {
  return article.frontMatter.alsoRead.count;
}

function plan(
  corpus: Corpus,
  record: ArticleRecord,
  lists: RankedLists,
  { callouts, count }: { callouts: number; count: number },
): void {
  const { article: model, offers } = record;
  const ranked = lists.get(model.id) ?? [];
  const reasonsOf = (id: string): readonly Reason[] => ranked.find((link) => link.id === id)?.reasons ?? [];
  const { none, count: own } = model.frontMatter.alsoRead;
  const planned = planReading(model, offers, ranked, {
    callouts: none ? 0 : callouts,
    count: own ?? count,
    titleOf: (id) => corpus.records.get(id)?.article.title ?? "",
  });
  record.offers = offers.map((offer) => {
    const { line, phrase, title, id, by, closeness } = offer;
    return id === null ? offer : { line, phrase, title, id, by, closeness, reasons: reasonsOf(id) };
  });
  record.callouts = planned.callouts.map((callout) => ({ ...callout, reasons: reasonsOf(callout.id) }));
  record.related = planned.list;
}

function toDocument(
  { article, benefits }: ArticleRecord,
  pin: readonly string[],
  exclude: readonly string[],
  count: number | null,
): RelatedDocument {
  const { frontMatter, titleFacts } = article;
  const { none, hide, sameTherapy } = frontMatter.alsoRead;
  return {
    id: article.id,
    title: article.title,
    // Put together when it is read, and not kept: all texts at once are as large as the articles.
    get text() {
      return textOf(article);
    },
    tags: frontMatter.tags,
    date: frontMatter.date,
    lang: article.lang,
    benefits: [...new Set(benefits.flatMap(({ canonicals }) => canonicals))],
    therapies: titleFacts.therapies,
    conditions: titleFacts.conditions,
    pin,
    exclude,
    none,
    hide,
    sameTherapy,
    count,
  };
}

/** Headings and blocks in document order. */
function textOf({ sections, blocks, frontMatter }: ArticleRecord["article"]): string {
  const parts = [frontMatter.description ?? ""];
  for (const section of sections) {
    parts.push(section.heading);
    for (const block of blocks.slice(...section.blocks)) if (block.kind !== "code") parts.push(block.text);
  }
  return parts.join("\n");
}

/** A related article as a template prints it. */
export interface LinkView extends RelatedLink {
  readonly url: string;
  readonly title: string;
}

/**
 * A box placed by hand: `{% alsoRead "massage-for-insomnia" %}`, by id, path or title.
 *
 * @throws {RangeError} for a name that is no article's, with the nearest titles
 */
function boxFor({ records }: Corpus, index: OfferIndex, name: string): string {
  const { ids, problems } = resolveNames([name], { id: "", file: "alsoRead" }, "/", index, {
    field: "shortcode",
    line: 0,
  });
  const record = records.get(ids[0] ?? "");
  if (!record)
    throw new RangeError(`alsoRead: ${problems[0]?.message ?? `expected an article, received "${name}".`}`);
  return `<p class="also"><b>Also read</b><a href="${escapeText(record.url)}">${escapeText(record.article.title)}</a></p>`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };

function escapeText(text: string): string {
  return text.replace(/[&<"]/g, (character) => ESCAPES[character] as string);
}

function linksAt(corpus: Corpus, url: string): readonly LinkView[] {
  const record = [...corpus.records.values()].find((candidate) => candidate.url === url);
  return (record?.related ?? []).flatMap((link) => {
    const target = corpus.records.get(link.id);
    return target ? [{ ...link, url: target.url, title: target.article.title }] : [];
  });
}
