import type { Article } from "../article/types.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { once } from "../once.ts";
import type { Taken } from "../options.ts";
import type { Problem } from "../problem.ts";
import { SetupError } from "../problem.ts";
import { boxHtml } from "./box.ts";
import { readCache, writeCache } from "./cache-file.ts";
import {
  decideReading,
  documentsOf,
  indexCorpus,
  keepReading,
  type Reading,
  type ReadingRules,
} from "./decide.ts";
import { resolveOptions } from "./defaults.ts";
import { checkLinks } from "./links.ts";
import type { RelatedMemory } from "./memory.ts";
import { type OfferIndex, resolveNames } from "./offers.ts";
import type { RELATED_OPTIONS } from "./options.ts";
import { rankRelated, rankRemembering } from "./rank.ts";
import type { NameTest, RankedLists, RelatedDocument, RelatedOptions } from "./types.ts";

/** Fewer articles are ranked sooner than their cache is written: 1,000 take 0.2 s. */
const CACHE_FROM = 2000;

/** What a build ranked and decided, for commands that explain it. */
export interface RankedCorpus {
  readonly documents: readonly RelatedDocument[];
  readonly options: RelatedOptions;
  /** What the pages link. */
  readonly lists: RankedLists;
  readonly index: OfferIndex;
}

/** What the last ranking of a process left for the next one. */
export interface HeldMemory {
  memory: RelatedMemory | null;
  /** The articles that it was made of, by id: the same object says the same. */
  articles: ReadonlyMap<string, Article>;
  /** What was decided, and what it was decided of beside the articles, as text. */
  decided: { readonly given: string; readonly reading: Reading } | null;
}

/** What articles are ranked and marked with. */
export interface LinkSetting extends Pick<RelatedSettings, "callouts" | "cache"> {
  /** Of builds that are repeated; null for one that is not. */
  readonly held: HeldMemory | null;
  readonly lineOf: ReadingRules["lineOf"];
  readonly isName: NameTest;
  /** Whether lines become links and boxes stand in the text. */
  readonly marksText: boolean;
  readonly ranking: Omit<RelatedSettings, "callouts" | "cache" | "inText">;
}

type RelatedSettings = NonNullable<Taken<typeof RELATED_OPTIONS>["related"]>;

/** What is asked of a build once its links are decided. */
export interface LinkLookups {
  /** Links in articles that lead nowhere, as far as paths are known by now. */
  deadLinks(): readonly Problem[];
  /**
   * A box placed by hand: `{% alsoRead "massage-for-insomnia" %}`, by id, path or title.
   *
   * @throws {RangeError} for a name that is no article's, with the nearest titles
   */
  boxFor(name: string): string;
}

/** Decides which articles are offered beside and in each article of a build. */
export function decideLinks(
  corpus: Corpus,
  { lineOf, marksText, callouts, cache, held, isName, ranking }: LinkSetting,
): { readonly ranked: RankedCorpus; readonly lookups: LinkLookups } {
  const index = indexCorpus(corpus);
  const documents = documentsOf(corpus, index, { lineOf, linksLines: marksText });
  const options = { lang: corpus.site.lang, now: corpus.now, isName, ...ranking };
  const most = marksText ? callouts : 0;
  const given = givenTo(documents, most, options);
  const reading =
    recallReading(corpus, given, held) ??
    decideReading(corpus, most, (boxes) => rank(corpus, documents, { ...options, boxes }, { cache, held }));
  if (held !== null) held.decided = { given, reading };
  keepReading(corpus, reading);
  return {
    ranked: { documents, options, lists: reading.lists, index },
    lookups: lookupsOf(corpus, index.addresses),
  };
}

/** What a decision depends on beside the articles themselves. */
function givenTo(documents: readonly RelatedDocument[], most: number, options: RelatedOptions): string {
  return JSON.stringify([
    most,
    resolveOptions(options),
    documents.map(({ id, benefits, pin, exclude, offered }) => [id, benefits, pin, exclude, offered]),
  ]);
}

/** What was decided before, where nothing is different by now that it was decided of. */
function recallReading({ records }: Corpus, given: string, held: HeldMemory | null): Reading | null {
  if (held === null || held.decided?.given !== given) return null;
  const isSame = [...records.values()].every(({ article }) => held.articles.get(article.id) === article);
  return isSame ? held.decided.reading : null;
}

/** Apart from the deciding, whose documents hold all texts; titles are indexed anew where a box is placed by hand. */
function lookupsOf(corpus: Corpus, addresses: OfferIndex["addresses"]): LinkLookups {
  const index = once(() => indexCorpus(corpus));
  return {
    deadLinks: () => {
      const targets = { addresses, articles: corpus.records, otherPaths: corpus.paths };
      return [...corpus.records.keys()].flatMap((id) => checkLinks(id, targets));
    },
    boxFor: (name) => boxFor(corpus, index(), name),
  };
}

function rank(
  corpus: Corpus,
  documents: readonly RelatedDocument[],
  options: RelatedOptions,
  { cache, held }: Pick<LinkSetting, "cache" | "held">,
): RankedLists {
  if (held !== null) {
    const articles = new Map(Array.from(corpus.records.values(), ({ article }) => [article.id, article]));
    const unchanged = new Set(documents.filter(({ id }) => held.articles.get(id) === articles.get(id)));
    // Only the pages that are looked at are made, and only they say why.
    const { lists, memory } = rankRemembering(documents, options, held.memory, unchanged, "later");
    held.memory = memory;
    held.articles = articles;
    return lists;
  }
  if (cache === false || documents.length < CACHE_FROM) return rankRelated(documents, options);
  const known = readCache(cache);
  if (known.problem) corpus.problems.push(known.problem);
  const { lists, memory } = rankRemembering(documents, options, known.memory);
  const written = writeCache(cache, memory);
  if (written) corpus.problems.push(written);
  return lists;
}

function boxFor({ records }: Corpus, index: OfferIndex, name: string): string {
  const { ids, problems } = resolveNames([name], { id: "", file: "alsoRead" }, "/", index, {
    field: "shortcode",
    line: 0,
  });
  const record = records.get(ids[0] ?? "");
  if (!record)
    throw new SetupError(`alsoRead: ${problems[0]?.message ?? `expected an article, received "${name}".`}`);
  return boxHtml({ url: record.url, title: record.article.title });
}
