import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type MarkdownIt from "markdown-it";
import { OPTION_NAMES } from "../build/options.ts";
import { type ArticleHost, article } from "../build/plugin.ts";
import { STAGE_ORDER } from "../corpus/corpus.ts";
import type { Disk } from "../disk.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { hostNames, pageEndings } from "../eleventy-names.ts";
import { readPlainFile, readTextFile } from "../files/plain-file.ts";
import { parseOptions } from "../options.ts";
import { requireConfig } from "../own-plugin.ts";
import { packageFolder } from "../package-folder.ts";
import { FEED_LENGTH, PAGE_FAMILIES, SITE_FILES } from "../page/families.ts";
import type { Views } from "../page/pages.ts";
import type { ArticlePage } from "../page/types.ts";
import { viewsOf } from "../page/views-of.ts";
import { type Problem, SetupError } from "../problem.ts";
import { keptRenames, moveOf, parseRenames, type Rename } from "../renames.ts";
import { watchTarget } from "../watch-target.ts";
import type { ArticleMarks } from "./article-marks.ts";
import type { ViewsOptions } from "./decide.ts";
import { feedHtml, jsonFeed, latestChange } from "./feed-html.ts";
import { type LodgedLayouts, lodgeLayouts } from "./guest-layouts.ts";
import { copiesTo, followAddresses, LAST } from "./guest-pages.ts";
import { siteImages } from "./images.ts";
import { keptNames } from "./kept-names.ts";
import { movedMessage, shadowLayouts } from "./layouts.ts";
import { amendThemeMarkdown } from "./markdown.ts";
import { marksOf } from "./marks.ts";
import { THEME_OPTIONS, type ThemeOptions } from "./options.ts";
import { hasSecurityText, siteFile } from "./site-files.ts";
import { sitemapParts } from "./sitemap.ts";
import { watchOverrides } from "./watch-overrides.ts";

export type { ThemeOptions } from "./options.ts";

/** Largest image that is measured, in bytes. */
const IMAGE_LIMIT = 100 * 1024 * 1024;

/**
 * The theme: decides the view of every page before the first one renders, and
 * brings layouts, generated pages, feeds and the theme's Markdown marks. The
 * owner's `_includes/<path>` wins over the theme's file of the same path.
 */
export function theme(config: EleventyConfig, options: ThemeOptions = {}): void {
  requireConfig("theme", config);
  const { pages } = parseOptions("theme", THEME_OPTIONS, options, OPTION_NAMES);
  const host = article(config, options);
  const folder = packageFolder("_includes");
  const { input, includes } = config.directories;
  const renames = parseRenames(readFileSync(join(folder, "renames.json"), "utf8"));
  const moves = keptRenames(renames, packageVersion());
  const names = keptNames(moves, (path) => existsSync(join(includes, path)));
  const without = leftOut(config, host, pages, moves);
  const lodged = host.isGuest
    ? lodgeLayouts(config, folder, { ...disk, text: (path) => readFileSync(path, "utf8") }, names)
    : null;
  const images = siteImages(input, disk);
  const decide: ViewsOptions = {
    textFolders: [...new Set([folder, join(includes)])],
    commentFolder: join(input, "comments"),
    redirectFile: join(config.directories.data, "redirects.json"),
    inputFolder: join(input).replace(/^\.?\/*|\/+$/g, ""),
    without: new Set(PAGE_FAMILIES.filter(({ name }) => without.has(name)).map(({ kind }) => kind)),
    withoutFiles: without,
    images,
    disk,
    overrides: [
      ...(lodged?.problems ??
        shadowLayouts(config, folder, disk, { names, renames: keptOnly(renames, moves) })),
      ...movedPages(input, moves, renames),
    ],
    paths: lodged === null ? { lineOf: host.lineOf, without } : null,
  };
  host.addStage({
    name: "theme",
    order: STAGE_ORDER.theme,
    isTextless: true,
    run: async (corpus) => (await import("./decide.ts")).decideViews(corpus, decide),
  });
  config.on("eleventy.before", () => images.forget());
  config.addWatchTarget(watchTarget(decide.commentFolder, "**/*.json"));
  watchOverrides(config, {
    isGuest: host.isGuest,
    disk,
    endings: pageEndings(),
    pageFiles: () => pageNames().flatMap((name) => pageFile(input, `pages/${name}`) ?? []),
    trigger: hostNames().configs.find((name) => existsSync(name)) ?? "package.json",
  });
  if (lodged === null) host.drawn.add("also-read");
  else placeThemePages(config, host, lodged);
  addFilters(config, host);
  addPages(host, without, lodged ? addGuestPages(config, host, lodged) : addOwnPages(config, host));
  // Text is marked as the theme prints it where the theme prints it.
  const isMarked = (env: unknown): boolean =>
    lodged === null || lodged.isThemes((env as { readonly layout?: unknown } | undefined)?.layout);
  config.amendLibrary("md", (md: MarkdownIt) =>
    amendThemeMarkdown(md, (env) => (isMarked(env) ? marksOfPage(host, env) : null), images.sizeOf),
  );
}

const disk: Disk = {
  exists: existsSync,
  read: (path) => {
    const read = readTextFile(path, path, { inside: rootOf(path) });
    return read === null ? null : "text" in read ? read.text : read.problem;
  },
  bytes: (path) => {
    const read = readPlainFile(path, { inside: ".", limitBytes: IMAGE_LIMIT });
    return read === null || "fault" in read ? null : read.bytes;
  },
  list: (folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: "utf8" })
          .map((name) => name.split(sep).join("/"))
          .sort()
      : [],
};

/** The project, but for the theme's own files, which may lie elsewhere. */
function rootOf(path: string): string {
  const theme = packageFolder("_includes");
  return path.startsWith(theme) ? theme : ".";
}

/** Names that the owner has switched off or replaced by a template of that name. */
function leftOut(
  { directories: { input } }: EleventyConfig,
  { site }: ArticleHost,
  pages: Readonly<Record<string, boolean | undefined>>,
  moves: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const names = pageNames();
  const olds = keptNames(moves, () => false);
  const isReplaced = (name: string): boolean =>
    [`pages/${name}`, ...olds.oldOf(`pages/${name}`)].some((path) => pageFile(input, path) !== null);
  const hasBrand = site.brand.brand !== null || site.brand.link !== null;
  return new Set(
    names.filter(
      (name) =>
        pages[name] === false ||
        isReplaced(name) ||
        (name.startsWith("feed-") && !site.features.feeds) ||
        (name === "brand" && !hasBrand) ||
        (name === "security" && !hasSecurityText(site)),
    ),
  );
}

function pageNames(): readonly string[] {
  return [...PAGE_FAMILIES, ...SITE_FILES].map(({ name }) => name);
}

/** The owner's template in the place of a generated page; null: none. @param path "pages/NAME" */
function pageFile(input: string, path: string): string | null {
  const files = pageEndings().map((ending) => join(input, `${path.slice("pages/".length)}.${ending}`));
  return files.find((file) => existsSync(file)) ?? null;
}

/** Templates of the owner's in the place of a page that has another name now. */
function movedPages(
  input: string,
  moves: ReadonlyMap<string, string>,
  renames: readonly Rename[],
): readonly Problem[] {
  return [...moves.keys()].flatMap((path): Problem[] => {
    const [file, move] = [path.startsWith("pages/") ? pageFile(input, path) : null, moveOf(path, renames)];
    return file === null || move === undefined
      ? []
      : [{ file, line: 0, field: "theme", message: movedMessage(move, renames), severity: "warning" }];
  });
}

function keptOnly(renames: readonly Rename[], moves: ReadonlyMap<string, string>): readonly Rename[] {
  return renames.filter(({ from }) => moves.has(from));
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packageFolder("package.json"), "utf8")) as { version: string };
  return version;
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
      throw new SetupError(
        `theme: ${url}: expected a page with a title and a layout of the theme, received one without a view.`,
      );
    return view;
  });
  const articleAt = (url: string): ArticlePage => {
    const view = currentViews(host).byUrl.get(url);
    if (view?.kind !== "article") throw new Error(`theme: feed: expected an article, received ${url}.`);
    return view;
  };
  config.addNunjucksGlobal("vervainSite", () => currentViews(host).site);
  config.addFilter("vervainFile", (url: string) => siteFile(url, host.site, currentViews(host)));
  const isPage = (path: string): boolean => host.corpus().paths.has(path);
  config.addFilter("vervainFeed", (html: string, url: string) => feedHtml(html, articleAt(url), isPage));
  config.addFilter("vervainUpdated", (items: readonly FeedItem[]) =>
    latestChange(items.map(({ url }) => articleAt(url))),
  );
  config.addFilter("vervainJsonFeed", (items: readonly FeedItem[]) =>
    jsonFeed(
      items.map(({ url, templateContent }) => ({ page: articleAt(url), html: templateContent })),
      currentViews(host).site,
      isPage,
    ),
  );
}

interface FeedItem {
  readonly url: string;
  readonly templateContent: string;
}

/** A template of the theme's that makes a page for each of some addresses. */
interface ThemeTemplate {
  readonly name: string;
  readonly content: string;
  readonly layout?: string;
  /** The addresses, once all is decided. */
  readonly urls: (views: Views) => readonly string[];
}

type AddPages = (template: ThemeTemplate) => void;

/** On a site of ours a page stands where the theme puts it. */
function addOwnPages(config: EleventyConfig, host: ArticleHost): AddPages {
  return ({ name, content, layout, urls }) => {
    const collection = `vervain:${name}`;
    // Addresses, not views: Eleventy copies what it pages over for every page.
    config.addCollection(collection, async (api) => {
      await host.decided(api.getAll());
      return urls(currentViews(host));
    });
    config.addTemplate(`${name}.njk`, content, {
      ...(layout === undefined ? {} : { layout }),
      pagination: { data: `collections.${collection}`, size: 1, alias: "vervainUrl" },
      permalink: addressOf,
      eleventyExcludeFromCollections: true,
    });
  };
}

/** A function, because Eleventy compiles a text anew for each page: a tenth of a second for 1,000 articles. */
function addressOf({ vervainUrl }: { readonly vervainUrl?: unknown }): string {
  return String(vervainUrl);
}

/** On another's only where nothing else does, which is known when all their pages have their addresses. */
function addGuestPages(config: EleventyConfig, host: ArticleHost, { layoutOf }: LodgedLayouts): AddPages {
  const addresses = followAddresses(config, (url) => isCopied(config, url));
  return ({ name, content, layout, urls }) => {
    const before = (): readonly string[] => urls(currentViews(host)).filter(addresses.isFree);
    config.addTemplate(`vervain/${name}.njk`, content, {
      ...(layout === undefined ? {} : { layout: layoutOf(layout) }),
      vervainUrls: [""],
      pagination: { data: "vervainUrls", size: 1, alias: "vervainUrl", before },
      permalink: addressOf,
      eleventyExcludeFromCollections: true,
      ...LAST,
    });
  };
}

/** On another's site the theme's own pages, and those that ask for its layouts, are put into the site's folder whole. */
function placeThemePages(config: EleventyConfig, { placer }: ArticleHost, { isThemes }: LodgedLayouts): void {
  const ours = new Set<string>();
  config.addPreprocessor("vervain-theme-pages", "*", function noteLayout({ layout, page }) {
    if (isThemes(layout)) ours.add(page.inputPath);
    else ours.delete(page.inputPath);
  });
  config.addTransform("vervain-folder", function placePage(content) {
    const { inputPath, outputPath } = this.page;
    const isOurs = outputPath !== false && outputPath.endsWith(".html") && ours.has(inputPath);
    return isOurs ? placer.html(content) : content;
  });
}

/** Whether the owner copies a file to an address as it is. */
function isCopied({ passthroughCopies = {}, directories }: EleventyConfig, url: string): boolean {
  const path = url.endsWith("/") ? `${url}index.html` : url;
  return Object.entries(passthroughCopies).some(([from, { outputPath }]) =>
    copiesTo(path, { from, to: outputPath, input: directories.input, disk }),
  );
}

function addPages(host: ArticleHost, without: ReadonlySet<string>, add: AddPages): void {
  for (const { kind, name, layout } of PAGE_FAMILIES) {
    if (without.has(name)) continue;
    const urls: ThemeTemplate["urls"] = ({ byUrl }) =>
      byUrl.outlines.flatMap((page) => (page.kind === kind ? [page.url] : []));
    add({ name, content: " ", layout, urls });
  }
  host.names.addCollection("vervain:feed", async (api) => {
    const items = api.getAll();
    const { records } = await host.decided(items);
    const byUrl = new Map(items.map((item) => [item.url, item]));
    return [...records.values()].slice(0, FEED_LENGTH).flatMap(({ url }) => byUrl.get(url) ?? []);
  });
  const content = "{{ page.url | vervainFile | safe }}";
  if (!without.has("sitemap"))
    add({ name: "sitemaps", content, urls: ({ byUrl }) => sitemapParts(byUrl.outlines) });
  for (const { name, url, layout } of SITE_FILES) {
    if (without.has(name)) continue;
    const urls = (): readonly string[] => [url];
    add(layout === null ? { name, content, urls } : { name, content: " ", layout, urls });
  }
}

/** The marks of the article that is rendered; its Markdown is rendered once. */
function marksOfPage(host: ArticleHost, env: unknown): ArticleMarks | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  const id = inputPath === undefined ? null : host.idOf(inputPath);
  const record = id === null ? undefined : host.corpus().records.get(id);
  if (record === undefined) return null;
  const { byUrl, citations } = currentViews(host);
  const page = byUrl.get(record.url);
  return page?.kind === "article" ? marksOf(page, record, citations) : null;
}
