import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { projectPath } from "../build/build.ts";
import type { PageGuard, Sources } from "../build/watchers.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { eleventyPackage } from "../eleventy-package.ts";
import type { Page } from "../engine/internals.ts";
import { keptPages } from "../engine/kept-pages.ts";
import type { PageKeeper } from "../engine/taken.ts";
import { codeVersion } from "../files/code-version.ts";
import { openKept } from "../files/kept.ts";
import { sha256 } from "../files/sha256.ts";
import { FEED_LENGTH } from "../page/families.ts";
import { pageKeys } from "../page/page-keys.ts";
import { viewsOf } from "../page/views-of.ts";

/** Where is kept which pages were made of what. */
const FOLDER = ".cache/vervain/pages";

/** What a build knows when all is decided. */
export interface DecidedBuild {
  readonly corpus: Corpus;
  readonly sources: Sources;
  /** Null on somebody else's site. */
  readonly guard: PageGuard | null;
  /** All that stands in the configuration, as text; null where code of the owner's does. */
  readonly configured: string | null;
  /** A name for the files that pages are made of, as they were before any was read; null where code of the owner's is among them. */
  readonly inputs: () => string | null;
  readonly folders: { readonly output: string; readonly staging: string };
  /** Makes a folder in the new site. */
  readonly makeFolder: (path: string) => void;
}

/** Pages that are taken over from the last site. */
export interface PageKeeping extends PageKeeper {
  /** To be called with the address of a page that is to be made each time. */
  said(url: string): void;
  /** To be called once the new site is in its place. */
  save(): void;
}

/** What is known of a page before it is made. */
interface PageState {
  readonly path: string;
  readonly key: string;
  readonly taken: ReturnType<PageKeeper["take"]>;
}

/**
 * Decides which pages need not be made, because the last build made them of the
 * same. Null where that cannot be known: where code runs that is not Vervain's
 * (in the configuration, in templates, in data, in Markdown that a template
 * engine reads first), on somebody else's site, and from Vervain's sources.
 */
export function keepPages(build: DecidedBuild): PageKeeping | null {
  const { corpus, guard, configured, folders } = build;
  const [code, views] = [codeVersion(), viewsOf(corpus)];
  if (code === null || views === null || guard === null || configured === null) return null;
  const [inputs, texts] = [build.inputs(), plainTexts(corpus)];
  if (inputs === null || texts === null) return null;
  const common = [code, eleventyPackage().version, configured, inputs, decidedText(corpus)];
  const keyOf = pageKeys(views, corpus, {
    common: sha256(common.join("\n")),
    hashOf: (file) => build.sources.get(file)?.hash ?? texts.get(file) ?? null,
  });
  const kept = keptPages(openKept(FOLDER, code), folders, build.makeFolder);
  const inFeed = new Set([...corpus.records.values()].slice(0, FEED_LENGTH).map(({ url }) => url));
  const isOurs = makers(corpus);
  const states = new Map<string, PageState | null>();
  const said = new Set<string>();
  const decide = ({ url, outputPath, inputPath = "", data }: Page): PageState | null => {
    if (typeof url !== "string" || typeof outputPath !== "string") return null;
    const path = relative(folders.staging, outputPath).split(sep).join("/");
    const ofView = path.startsWith("..") || !isOurs({ data, inputPath }, url) ? null : keyOf(url);
    if (ofView === null) return null;
    const key = sha256(JSON.stringify([ofView, inputPath, path, data.layout, data.templateEngineOverride]));
    if (!kept.take(path, key)) return { path, key, taken: null };
    const file = projectPath(inputPath);
    guard({ file, outputPath, isArticle: build.sources.has(file) });
    return { path, key, taken: inFeed.has(url) ? "page" : "whole" };
  };
  const stateOf = (page: Page): PageState | null => {
    const place = String(page.outputPath);
    const state = states.get(place) ?? decide(page);
    states.set(place, state);
    return state;
  };
  return {
    take: (page) => stateOf(page)?.taken ?? null,
    made: (page, content) => {
      const state = stateOf(page);
      if (state !== null && typeof content === "string" && !said.has(String(page.url)))
        kept.made(state.path, state.key, content);
    },
    said: (url) => void said.add(url),
    save: () => kept.save(),
  };
}

/** What was decided for the whole site, as text: any page may show it, and link to any other. */
function decidedText(corpus: Corpus): string {
  const { site, people, therapies, conditions, pictures, paths, pages, records, now } = corpus;
  const files = [...records.values()].map(({ article, url }) => [article.file, url]);
  const maps = [people, therapies, conditions, pictures].map((map) => [...map]);
  const plain = pages.map(({ file, url }) => [file, url]);
  return JSON.stringify([site, maps, [...paths].sort(), files.sort(), plain, now.slice(0, 10)]);
}

/** Tells whether a page is made by a layout of the theme's, of what the key holds: an article, a text of the owner's or a page of a family. */
function makers({
  records,
  pages,
}: Corpus): (page: Pick<Page, "data" | "inputPath">, url: string) => boolean {
  const files = new Map([
    ...pages.filter(({ file }) => MARKDOWN.test(file)).map(({ file, url }) => [url, file] as const),
    ...[...records.values()].map(({ url, article }) => [url, article.file] as const),
  ]);
  return ({ data, inputPath = "" }, url) => {
    if (!/^layouts\/[\w-]+(?:\.njk)?$/.test(String(data.layout))) return false;
    const file = files.get(url);
    return file === undefined ? data.vervainUrl === url : file === projectPath(inputPath);
  };
}

const MARKDOWN = /\.(?:md|markdown)$/i;

/** Markdown with a template in it, or with a header that is a script. */
const TEMPLATED = /\{[{%#]|^---[^\S\n]*[^\s-]/;

/** Names for the bytes of the owner's pages in Markdown, by file; null where code may run in one. */
function plainTexts({ pages }: Corpus): ReadonlyMap<string, string> | null {
  const texts = pages
    .filter(({ file }) => MARKDOWN.test(file))
    .map(({ file }) => [file, readFileSync(file)] as const);
  if (texts.some(([, bytes]) => TEMPLATED.test(bytes.toString("latin1")))) return null;
  return new Map(texts.map(([file, bytes]) => [file, sha256(bytes)]));
}
