import type MarkdownIt from "markdown-it";
import { OPTION_NAMES } from "../build/options.ts";
import { type ArticleHost, article } from "../build/plugin.ts";
import { areTextsKept } from "../build/watchers.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { RelatedLink } from "../corpus/types.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { parseOptions, type Taken } from "../options.ts";
import { boxHtml } from "./box.ts";
import { readCache, writeCache } from "./cache-file.ts";
import { decideReading, documentsOf, indexCorpus } from "./decide.ts";
import { checkLinks } from "./links.ts";
import { amendReading, type ReadingMarks } from "./markdown.ts";
import { isNoun } from "./nouns.ts";
import { type OfferIndex, resolveNames } from "./offers.ts";
import { RELATED_OPTIONS, type RelatedPluginOptions } from "./options.ts";
import { rankRelated, rankRemembering } from "./rank.ts";
import type { RankedLists, RelatedDocument, RelatedOptions } from "./types.ts";

export type { RelatedPluginOptions } from "./options.ts";

/** Fewer articles are ranked sooner than their cache is written: 1,000 take 0.2 s. */
const CACHE_FROM = 2000;

const DEFAULTS = RELATED_OPTIONS.shape.related.parse({}) as NonNullable<
  Taken<typeof RELATED_OPTIONS>["related"]
>;

/** What a build ranked and decided, for commands that explain it. */
export interface RankedCorpus {
  readonly documents: readonly RelatedDocument[];
  readonly options: RelatedOptions;
  /** What the pages link. */
  readonly lists: RankedLists;
  readonly index: OfferIndex;
}

const ranked = new WeakMap<Corpus, RankedCorpus>();

/** What a build whose texts are kept ranked (see `BuildWatcher.keepsTexts`); null where the plugin is not used. */
export function rankedOf(corpus: Corpus): RankedCorpus | null {
  return ranked.get(corpus) ?? null;
}

/**
 * Decides which articles are offered beside each article, once, before the first
 * page renders; finds the articles that authors' own "Also Read" lines mean; and
 * reports links that lead nowhere. Templates ask the filter `alsoRead`:
 * `{% for link in page.url | alsoRead %}<a href="{{ link.url }}">{{ link.title }}</a>{% endfor %}`.
 * Authors' lines become links and boxes are set into the text, unless the theme draws both; on
 * somebody else's site only where its owner says `inText`, and lines lead the list instead.
 *
 * @throws {RangeError} for an option that there is not or out of range
 */
export function related(config: EleventyConfig, options: RelatedPluginOptions = {}): void {
  const parsed = parseOptions("related", RELATED_OPTIONS, options, OPTION_NAMES);
  const { callouts, cache, inText, ...ranking } = parsed.related ?? DEFAULTS;
  const host = article(config, options);
  const marksText = inText ?? (!host.isGuest || options.related?.callouts !== undefined);
  let index: OfferIndex;
  host.addStage({
    name: "related",
    order: STAGE_ORDER.related,
    run: (corpus) => {
      index = indexCorpus(corpus);
      const documents = documentsOf(corpus, index, { lineOf: host.lineOf, linksLines: marksText });
      const settings = { lang: corpus.site.lang, now: corpus.now, isName: isNoun, ...ranking };
      decideReading(corpus, marksText ? callouts : 0, (boxes) => {
        const lists = rank(corpus, documents, { ...settings, boxes }, cache);
        if (areTextsKept()) ranked.set(corpus, { documents, options: settings, lists, index });
        return lists;
      });
    },
  });
  host.addStage({
    name: "links",
    order: STAGE_ORDER.links,
    isTextless: true,
    run: (corpus) => {
      // Somebody else's pages and ids are not all known before they are written; `vervain check` looks then.
      if (host.isGuest) return;
      const targets = { addresses: index.addresses, articles: corpus.records, otherPaths: corpus.paths };
      for (const id of corpus.records.keys()) corpus.problems.push(...checkLinks(id, targets));
    },
  });
  if (marksText) config.amendLibrary("md", (md: MarkdownIt) => amendReading(md, (env) => marksOf(host, env)));
  host.names.addFilter("alsoRead", (url: string) => linksAt(host.corpus(), url));
  host.names.addShortcode("alsoRead", (name: string) => host.placer.html(boxFor(host.corpus(), index, name)));
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

/** What is marked in the article that is rendered; null for other pages, and where the theme draws it. */
function marksOf(host: ArticleHost, env: unknown): ReadingMarks | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  const id = inputPath === undefined || host.drawn.has("also-read") ? null : host.idOf(inputPath);
  if (id === null) return null;
  const { records } = host.corpus();
  const record = records.get(id);
  if (!record) return null;
  const linkTo: ReadingMarks["linkTo"] = (other) => {
    const target = records.get(other);
    return target ? { url: host.placer.address(target.url), title: target.article.title } : null;
  };
  return { record, linkTo, bodyLine: host.bodyLineOf(record.article.file) };
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
  return boxHtml({ url: record.url, title: record.article.title });
}

function linksAt(corpus: Corpus, url: string): readonly LinkView[] {
  const record = [...corpus.records.values()].find((candidate) => candidate.url === url);
  return (record?.related ?? []).flatMap((link) => {
    const target = corpus.records.get(link.id);
    return target ? [{ ...link, url: target.url, title: target.article.title }] : [];
  });
}
