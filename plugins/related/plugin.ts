import type { ArticleOptions } from "../article/options.ts";
import { article } from "../article/plugin.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { ArticleRecord, RelatedLink } from "../corpus/types.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { rankRelated } from "./rank.ts";
import type { RelatedDocument, RelatedOptions } from "./types.ts";

/** Options of {@link related}. */
export interface RelatedPluginOptions extends ArticleOptions {
  /** How articles are ranked; see `vervain/related`. */
  readonly related?: RelatedOptions;
}

/**
 * Decides which articles are offered beside each article, once, before the first
 * page renders. Templates ask the filter `alsoRead`:
 * `{% for link in page.url | alsoRead %}<a href="{{ link.url }}">{{ link.title }}</a>{% endfor %}`.
 */
export function related(config: EleventyConfig, options: RelatedPluginOptions = {}): void {
  const host = article(config, options);
  host.addStage({
    name: "related",
    order: STAGE_ORDER.related,
    run: (corpus) => rankCorpus(corpus, options.related ?? {}),
  });
  config.addFilter("alsoRead", (url: string) => linksAt(host.corpus(), url));
}

function rankCorpus(corpus: Corpus, options: RelatedOptions): void {
  const records = [...corpus.records.values()];
  const lists = rankRelated(records.map(toDocument), { lang: corpus.site.lang, now: corpus.now, ...options });
  for (const record of records) record.related = lists.get(record.article.id) ?? [];
}

function toDocument({ article, benefits }: ArticleRecord): RelatedDocument {
  const { frontMatter, titleFacts } = article;
  const { alsoRead } = frontMatter;
  return {
    id: article.id,
    title: article.title,
    text: textOf(article),
    tags: frontMatter.tags,
    date: frontMatter.date,
    lang: article.lang,
    benefits: [...new Set(benefits.flatMap(({ canonicals }) => canonicals))],
    therapies: titleFacts.therapies,
    conditions: titleFacts.conditions,
    pin: alsoRead.pin,
    exclude: alsoRead.exclude,
    none: alsoRead.none,
    hide: alsoRead.hide,
    sameTherapy: alsoRead.sameTherapy,
    count: alsoRead.count,
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

function linksAt(corpus: Corpus, url: string): readonly LinkView[] {
  const record = [...corpus.records.values()].find((candidate) => candidate.url === url);
  return (record?.related ?? []).flatMap((link) => {
    const target = corpus.records.get(link.id);
    return target ? [{ ...link, url: target.url, title: target.article.title }] : [];
  });
}
