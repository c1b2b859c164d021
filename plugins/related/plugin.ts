import type MarkdownIt from "markdown-it";
import { OPTION_NAMES } from "../build/options.ts";
import { type ArticleHost, article } from "../build/plugin.ts";
import { areTextsKept } from "../build/watchers.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { RelatedLink } from "../corpus/types.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { parseOptions, type Taken } from "../options.ts";
import { requireConfig } from "../own-plugin.ts";
import { amendReading, type ReadingMarks } from "./markdown.ts";
import type { WordTags } from "./nouns.ts";
import { RELATED_OPTIONS, type RelatedPluginOptions } from "./options.ts";
import type { HeldMemory, LinkLookups, RankedCorpus } from "./stage.ts";

export type { RelatedPluginOptions } from "./options.ts";

type RelatedSettings = NonNullable<Taken<typeof RELATED_OPTIONS>["related"]>;

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
  requireConfig("related", config);
  const parsed = parseOptions("related", RELATED_OPTIONS, options, OPTION_NAMES);
  const { callouts, cache, inText, ...ranking } = parsed.related ?? defaults();
  const host = article(config, options);
  const marksText = inText ?? (!host.isGuest || options.related?.callouts !== undefined);
  const memory: HeldMemory = { memory: null, articles: new Map(), decided: null };
  let isRepeated = false;
  config.on("eleventy.before", ({ runMode }) => {
    isRepeated = runMode !== "build";
  });
  let lookups: LinkLookups;
  host.addStage({
    name: "related",
    order: STAGE_ORDER.related,
    run: async (corpus) => {
      const [{ decideLinks }, { knownNouns }] = await Promise.all([
        import("./stage.ts"),
        import("./nouns.ts"),
      ]);
      const held = isRepeated ? memory : null;
      const nouns = knownNouns(host.recall(NOUNS) as WordTags | null);
      const decided = decideLinks(corpus, {
        ...{ lineOf: host.lineOf, marksText, callouts, cache, held, isName: nouns.isNoun, ranking },
      });
      const asked = nouns.asked();
      if (asked !== null) host.remember(NOUNS, asked);
      lookups = decided.lookups;
      if (areTextsKept()) ranked.set(corpus, decided.ranked);
    },
  });
  host.addStage({
    name: "links",
    order: STAGE_ORDER.links,
    isTextless: true,
    run: (corpus) => {
      // Somebody else's pages and ids are not all known before they are written; `vervain check` looks then.
      if (!host.isGuest) corpus.problems.push(...lookups.deadLinks());
    },
  });
  if (marksText) config.amendLibrary("md", (md: MarkdownIt) => amendReading(md, (env) => marksOf(host, env)));
  host.names.addFilter("alsoRead", (url: string) => linksAt(host.corpus(), url));
  host.names.addShortcode("alsoRead", (name: string) => host.placer.html(lookups.boxFor(name)));
}

/** Under which words are kept that the tagger was asked for. */
const NOUNS = "related nouns";

function defaults(): RelatedSettings {
  return parseOptions("related", RELATED_OPTIONS, { related: {} }).related as RelatedSettings;
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

function linksAt(corpus: Corpus, url: string): readonly LinkView[] {
  const record = [...corpus.records.values()].find((candidate) => candidate.url === url);
  return (record?.related ?? []).flatMap((link) => {
    const target = corpus.records.get(link.id);
    return target ? [{ ...link, url: target.url, title: target.article.title }] : [];
  });
}
