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
import { PAGE_FAMILIES, SITE_FILES } from "../page/families.ts";
import type { Problem } from "../problem.ts";
import { keptRenames, moveOf, parseRenames, type Rename } from "../renames.ts";
import { watchTarget } from "../watch-target.ts";
import type { ArticleMarks } from "./article-marks.ts";
import { currentViews } from "./current-views.ts";
import type { ViewsOptions } from "./decide.ts";
import { addFilters } from "./filters.ts";
import { lodgeLayouts } from "./guest-layouts.ts";
import { siteImages } from "./images.ts";
import { keptNames } from "./kept-names.ts";
import { movedMessage, shadowLayouts } from "./layouts.ts";
import { amendThemeMarkdown } from "./markdown.ts";
import { marksOf } from "./marks.ts";
import { THEME_OPTIONS, type ThemeOptions } from "./options.ts";
import { hasSecurityText } from "./site-files.ts";
import { addGuestPages, addOwnPages, addPages, placeThemePages } from "./templates.ts";
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
  addPages(host, without, lodged ? addGuestPages(config, host, lodged, disk) : addOwnPages(config, host));
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
