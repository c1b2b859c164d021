import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ArticleHost, type ArticleOptions, article } from "../article/plugin.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { feedHtml, jsonFeed, latestChange } from "./feed-html.ts";
import { openLanguages } from "./languages.ts";
import { shadowLayouts, THEME_FOLDER } from "./layouts.ts";
import { type ArticleMarks, amendThemeMarkdown } from "./markdown.ts";
import { marksOf } from "./marks.ts";
import { PAGE_FAMILIES, SITE_FILES, TEMPLATE_ENDINGS } from "./pages.ts";
import { siteFile } from "./site-files.ts";
import { buildViews } from "./view/build.ts";
import type { CardView } from "./view/parts.ts";
import type { ArticlePage, PageView, TextPageInput, Views } from "./view/types.ts";
import { keepViews, viewsOf } from "./views-of.ts";

/** Options of {@link theme}. */
export interface ThemeOptions extends ArticleOptions {
  /**
   * Generated pages and files to leave out, by name (`{ matrix: false }`); a template of the same name in
   * the input folder (`matrix.njk`, `404.md`) leaves it out as well.
   */
  readonly pages?: Readonly<Record<string, boolean>>;
}

/** Articles in a feed. */
const FEED_LENGTH = 20;

/**
 * The theme: decides the view of every page before the first one renders, and
 * brings layouts, generated pages, feeds and the theme's Markdown marks. The
 * owner's `_includes/<path>` wins over the theme's file of the same path.
 */
export function theme(config: EleventyConfig, options: ThemeOptions = {}): void {
  const host = article(config, options);
  const without = leftOut(config, options.pages ?? {});
  shadowLayouts(config);
  addStage(config, host, without);
  addFilters(config, host);
  addPages(config, host, without);
  const marks = new WeakMap<PageView, ArticleMarks>();
  config.amendLibrary("md", (md) => amendThemeMarkdown(md, (env) => marksOfPage(host, env, marks)));
}

/** Names that the owner has switched off or replaced by a template of that name. */
function leftOut(config: EleventyConfig, pages: Readonly<Record<string, boolean>>): ReadonlySet<string> {
  const { input } = config.directories;
  const names = [...PAGE_FAMILIES, ...SITE_FILES].map(({ name }) => name);
  const unknown = Object.keys(pages).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`theme: pages: expected one of ${names.join(", ")}, received "${unknown}".`);
  const isReplaced = (name: string): boolean =>
    TEMPLATE_ENDINGS.some((ending) => existsSync(join(input, `${name}.${ending}`)));
  return new Set(names.filter((name) => pages[name] === false || isReplaced(name)));
}

function addStage(config: EleventyConfig, host: ArticleHost, without: ReadonlySet<string>): void {
  const folders = [THEME_FOLDER, config.directories.includes];
  const kinds = new Set(PAGE_FAMILIES.filter(({ name }) => without.has(name)).map(({ kind }) => kind));
  host.addStage({
    name: "theme",
    order: STAGE_ORDER.theme,
    run(corpus) {
      const { languageOf, untranslated } = openLanguages([...new Set(folders)]);
      const views = buildViews({
        site: corpus.site,
        people: [...corpus.people.values()],
        records: [...corpus.records.values()],
        benefits: corpus.benefits,
        topics: [...corpus.therapyEntries, ...corpus.conditionEntries],
        matrix: corpus.matrix,
        pages: textPages(corpus),
        comments: new Map(),
        languageOf,
        today: corpus.now.slice(0, 10),
        without: kinds,
        cardOf: (_url, record) => cardOf(corpus, record?.article.frontMatter.image ?? null),
      });
      keepViews(corpus, views);
      for (const lang of untranslated)
        corpus.problems.push({
          file: "site",
          line: 0,
          field: "lang",
          message: `expected texts in "${lang}", received none; English is used. Add _includes/texts/${lang}.json.`,
          severity: "warning",
        });
    },
  });
}

/** Markdown pages that say they are one: with a title, laid out by the theme. */
function textPages({ pages, site }: Corpus): readonly TextPageInput[] {
  return pages
    .filter(({ title, data }) => title !== "" && /^layouts\/page(?:\.njk)?$/.test(String(data.layout ?? "")))
    .map(({ url, title, description, data }) => ({
      url,
      title,
      description: description ?? "",
      lang: typeof data.lang === "string" ? data.lang : site.lang,
      footer: typeof data.footer === "number" ? data.footer : null,
    }));
}

function cardOf(
  { site }: Corpus,
  image: { readonly src: string; readonly alt: string } | null,
): CardView | null {
  if (image === null) return null;
  const url = image.src.startsWith("/") ? site.url + image.src : image.src;
  return { url, alt: image.alt, width: null, height: null };
}

function currentViews(host: ArticleHost): Views {
  const views = viewsOf(host.corpus());
  if (views === null) throw new Error("theme: the views are asked for before they are decided.");
  return views;
}

function addFilters(config: EleventyConfig, host: ArticleHost): void {
  config.addFilter("vervain", (url: string) => {
    const view = currentViews(host).byUrl.get(url);
    if (view === undefined)
      throw new Error(
        `theme: ${url}: expected a page with a title and a layout of the theme, received one without a view.`,
      );
    return view;
  });
  config.addFilter("vervainFile", (url: string) => siteFile(url, host.site, currentViews(host)));
  const articleAt = (url: string): ArticlePage => {
    const view = currentViews(host).byUrl.get(url);
    if (view?.kind !== "article") throw new Error(`theme: feed: expected an article, received ${url}.`);
    return view;
  };
  config.addFilter("vervainFeed", (html: string, url: string) => feedHtml(html, articleAt(url)));
  config.addFilter("vervainUpdated", (items: readonly { readonly url: string }[]) =>
    latestChange(items.map(({ url }) => articleAt(url))),
  );
  config.addFilter(
    "vervainJsonFeed",
    (items: readonly { readonly url: string; readonly templateContent: string }[]) =>
      jsonFeed(
        items.map(({ url, templateContent }) => ({ page: articleAt(url), html: templateContent })),
        currentViews(host).ofKind("notFound")[0] as PageView,
      ),
  );
}

function addPages(config: EleventyConfig, host: ArticleHost, without: ReadonlySet<string>): void {
  for (const { kind, name, layout } of PAGE_FAMILIES) {
    if (without.has(name)) continue;
    const collection = `vervain:${kind}`;
    // Addresses, not views: Eleventy copies what it pages over for every page.
    config.addCollection(collection, async (api) => {
      await host.decided(api.getAll());
      return currentViews(host)
        .ofKind(kind)
        .map(({ url }) => url);
    });
    config.addTemplate(`${name}.njk`, " ", {
      layout,
      pagination: { data: `collections.${collection}`, size: 1, alias: "vervainUrl" },
      permalink: "{{ vervainUrl }}",
      eleventyExcludeFromCollections: true,
    });
  }
  config.addCollection("vervain:feed", async (api) => {
    const items = api.getAll();
    const { records } = await host.decided(items);
    const byUrl = new Map(items.map((item) => [item.url, item]));
    return [...records.values()].slice(0, FEED_LENGTH).flatMap(({ url }) => byUrl.get(url) ?? []);
  });
  for (const { name, url, layout } of SITE_FILES) {
    if (without.has(name) || (url.startsWith("/feed") && !host.site.features.feeds)) continue;
    const content = layout === null ? "{{ page.url | vervainFile | safe }}" : " ";
    config.addTemplate(`${name}.njk`, content, {
      ...(layout === null ? {} : { layout }),
      permalink: url,
      eleventyExcludeFromCollections: true,
    });
  }
}

/** The marks of the article that is rendered, made once per view. */
function marksOfPage(
  host: ArticleHost,
  env: unknown,
  known: WeakMap<PageView, ArticleMarks>,
): ArticleMarks | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  const id = inputPath === undefined ? null : host.idOf(inputPath);
  const record = id === null ? undefined : host.corpus().records.get(id);
  const page = record && currentViews(host).byUrl.get(record.url);
  if (record === undefined || page?.kind !== "article") return null;
  const marks = known.get(page) ?? marksOf(page, record);
  known.set(page, marks);
  return marks;
}
