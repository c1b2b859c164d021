import { DateTime } from "luxon";
import { fieldLineOf } from "../article/read.ts";
import type { TitleFacts } from "../article/types.ts";
import type { Corpus, Stage } from "../corpus/corpus.ts";
import { parseSite } from "../corpus/site.ts";
import type { Site, Topic } from "../corpus/types.ts";
import type { CollectionItem, EleventyConfig, PageData } from "../eleventy.ts";
import { parseOptions } from "../options.ts";
import { ContentError } from "../problem.ts";
import { beginBuild } from "./begin.ts";
import {
  type Build,
  decideOnce,
  isArticlePath,
  isUnreadable,
  projectPath,
  type Registration,
  takeTemplate,
} from "./build.ts";
import { type EleventyEndings, TEMPLATE_ENDINGS } from "./folder-files.ts";
import { layoutsOf } from "./layouts.ts";
import { ARTICLE_OPTIONS, type ArticleOptions, fieldsOf, OPTION_NAMES } from "./options.ts";
import { takePage } from "./own-pages.ts";
import { amendMarkdown, type RenderFacts } from "./render.ts";
import { scopeOptions, type TakenFile } from "./scoped-options.ts";
import { shieldFrontMatter } from "./shield.ts";
import { linkedFile, linkTexts } from "./text-links.ts";
import { announceReading } from "./watchers.ts";

export type { ArticleOptions } from "./options.ts";

/** What capabilities hold of the build they belong to. */
export interface ArticleHost {
  /** Adds a step of deciding; see STAGE_ORDER. */
  addStage(stage: Stage): void;
  /** Sets how titles are read, and with what (another object: titles are read anew while serving). */
  readTitlesBy(reader: (title: string) => TitleFacts, version: () => unknown): void;
  /** Therapies and conditions that are known beside the site's own data, which wins. Call it in `eleventy.before`. */
  know(topics: {
    readonly therapies: ReadonlyMap<string, Topic>;
    readonly conditions: ReadonlyMap<string, Topic>;
  }): void;
  /** The decided corpus. @throws {Error} before collections are built */
  corpus(): Corpus;
  /** Decides the corpus once per build; every collection of ours awaits it. */
  decided(items: readonly CollectionItem[]): Promise<Corpus>;
  /**
   * Body of an article's file, the 1-based line on which it starts, and its front matter as parsed.
   *
   * @throws {Error} for an unknown id
   */
  sourceOf(id: string): {
    readonly body: string;
    readonly bodyLine: number;
    readonly data: Readonly<Record<string, unknown>>;
  };
  /** 1-based line of a front matter field ("benefits.drop") in the article's file; 1 where it is not written there. */
  lineOf(id: string, field: string): number;
  /** 1-based line on which the body of a source file starts; 1 for files that hold no article. */
  bodyLineOf(file: string): number;
  /** Parts of a page that a plugin draws in the place of others that could: "also-read" is the theme's. */
  readonly drawn: Set<string>;
  /** Id of the article in a source file; null for other files. */
  idOf(inputPath: string): string | null;
  readonly site: Site;
}

/** What editors leave among articles; Eleventy would publish it, or stop at a link to nothing. */
const HIDDEN = ["**/.*.md", "**/.*.markdown", "**/.*/**/*.md", "**/.*/**/*.markdown"];

const hosts = new WeakMap<EleventyConfig, ArticleHost>();
/**
 * Reads every article once, before Eleventy does, and decides the corpus before
 * the first page renders. The first plugin to call it sets the options; the
 * others share its host.
 *
 * @throws {ContentError} from the first collection, with every fault of the build
 */
export function article(config: EleventyConfig, options: ArticleOptions = {}): ArticleHost {
  const known = hosts.get(config);
  if (known) return known;
  const parsed = parseOptions("article", ARTICLE_OPTIONS, options, OPTION_NAMES);
  const registration: Registration = {
    site: parseSite(parsed.site),
    options: parsed,
    stages: [],
    delivered: new Map(),
    // An owner's own templates name layouts in more ways than ours do.
    layouts: parsed.isOwnSite ? layoutsOf(config) : { has: () => true, hint: () => "" },
    pageProblems: new Map(),
    build: null,
  };
  const host = createHost(config, registration);
  hosts.set(config, host);
  return host;
}

function createHost(config: EleventyConfig, registration: Registration): ArticleHost {
  const { site, options, stages } = registration;
  const current = (): Build => {
    if (!registration.build) throw new Error("article: the build has not begun.");
    return registration.build;
  };
  if (options.isOwnSite) for (const glob of HIDDEN) config.ignores.add(glob);
  scopeFrontMatter(
    config,
    (path) => takeFile(registration, path) ?? takePage(registration, config.directories, path),
  );
  config.on("eleventy.before", (event) => {
    announceReading();
    const now = options.now ?? (DateTime.now().setZone(site.timeZone).toISO() as string);
    registration.build = beginBuild(event, { options, endings: endingsOf(config), now });
  });
  config.addPreprocessor("vervain-article", "*", function readModel(data, content) {
    return takeTemplate(current(), data, content, registration);
  });
  config.addTransform("vervain-guard", function guard(content) {
    guardPage(registration, this.page);
    return content;
  });
  config.amendLibrary("md", (md) =>
    amendMarkdown(
      md,
      (env) => renderFacts(registration.build, env),
      options.trustsHtml,
      (env) => isContent(registration, env),
      options.isOwnSite,
    ),
  );
  if (options.isOwnSite)
    config.amendLibrary("md", (md) =>
      linkTexts(md, (env, href) => textAddress(registration.build, env, href, config.directories.input)),
    );
  const decided = (items: readonly CollectionItem[]): Promise<Corpus> =>
    decideOnce(current(), items, registration);
  config.addCollection("vervainArticles", async (api) => [...(await decided(api.getAll())).records.values()]);
  return {
    site,
    addStage: (stage) => stages.push(stage),
    readTitlesBy: (reader, version) => {
      registration.readTitle = reader;
      registration.titleVersion = version;
    },
    know: ({ therapies, conditions }) => {
      const build = current();
      build.therapies = new Map([...therapies, ...build.therapies]);
      build.conditions = new Map([...conditions, ...build.conditions]);
    },
    corpus: () => {
      const { corpus } = current();
      if (!corpus) throw new Error("article: the corpus is asked for before collections are built.");
      return corpus;
    },
    decided,
    sourceOf: (id) => {
      const opened = current().byId.get(id);
      if (!opened) throw new Error(`article: ${id}: there is no such article.`);
      return opened;
    },
    lineOf: (id, field) => {
      const opened = current().byId.get(id);
      return opened ? fieldLineOf(opened, field.split(".")) : 1;
    },
    bodyLineOf: (file) => registration.build?.opened.get(file)?.bodyLine ?? 1,
    drawn: new Set(),
    idOf: (inputPath) => registration.build?.opened.get(projectPath(inputPath))?.id ?? null,
  };
}

/** An article anywhere, and every page of a site that is ours: on others the owner's templates go where they say. */
function guardPage({ build, options }: Registration, { inputPath, outputPath }: PageData): void {
  if (build === null || typeof outputPath !== "string") return;
  const file = projectPath(inputPath);
  const isArticle = isArticlePath(file, build.roots);
  if (isArticle || options.isOwnSite) build.guard({ file, outputPath, isArticle });
}

/** Whether a text is content: on a site that is ours all Markdown is, elsewhere what lies among articles. */
function isContent({ build, options }: Registration, env: unknown): boolean {
  if (options.isOwnSite) return true;
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  return inputPath !== undefined && build !== null && isArticlePath(projectPath(inputPath), build.roots);
}

/** What the Markdown of the page in `env` (its data) is rendered with; null for pages that are no article. */
function renderFacts(build: Build | null, env: unknown): RenderFacts | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  const opened = inputPath === undefined ? undefined : build?.opened.get(projectPath(inputPath));
  const record = opened && build?.corpus?.records.get(opened.id);
  if (!opened || !record) return null;
  const anchors = new Set([...record.benefits, ...record.against].map(({ anchor }) => anchor));
  const blockIds = new Map(
    record.article.blocks.flatMap(({ anchor }, index) =>
      anchors.has(anchor) ? [[index, anchor] as const] : [],
    ),
  );
  return { article: record.article, blockIds, bodyLine: opened.bodyLine };
}

/** Path on the site of the page that a link of the rendered page names by its file; null for a file that makes none. */
function textAddress(build: Build | null, env: unknown, href: string, input: string): string | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  if (inputPath === undefined || !build?.corpus) return null;
  const { file, rest } = linkedFile(href, projectPath(inputPath), projectPath(input));
  const opened = build.opened.get(file);
  const url =
    (opened && build.corpus.records.get(opened.id)?.url) ??
    build.corpus.pages.find((page) => page.file === file)?.url;
  return url ? encodeURI(url) + rest : null;
}

/** Scopes our reading of front matter to what `take` takes; the owner's options, set before or after, hold elsewhere. */
function scopeFrontMatter(config: EleventyConfig, take: (path: string) => TakenFile | null): void {
  let owners = config.frontMatterParsingOptions;
  const merge = config.setFrontMatterParsingOptions;
  config.setFrontMatterParsingOptions = (options) =>
    merge.call({ frontMatterParsingOptions: owners }, options);
  Object.defineProperty(config, "frontMatterParsingOptions", {
    get: () => scopeOptions(owners, take, wordYamlFault),
    set: (options: typeof owners) => {
      owners = options;
    },
    enumerable: true,
  });
}

/** What YAML in the header of an owner's own page threw, with file and line and without a stack. */
function wordYamlFault(error: unknown, path: string): unknown {
  const { reason, mark } = error as { readonly reason?: string; readonly mark?: { readonly line: number } };
  if (reason === undefined || mark === undefined) return error;
  const message = `expected YAML, received a fault (${reason}). Quote values that contain a colon.`;
  const file = projectPath(path);
  return new ContentError([{ file, line: mark.line + 1, field: "front matter", message, severity: "error" }]);
}

/**
 * What Eleventy gets of a file in a folder of articles: what we read, less what
 * could lead it; nothing of a file that we could not read. Null: not our business.
 */
function takeFile(
  { site, build, options, delivered, layouts }: Registration,
  path: string,
): TakenFile | null {
  const file = projectPath(path);
  if (build === null || !isArticlePath(file, build.roots)) return null;
  const opened = build.opened.get(file);
  if (opened === undefined || isUnreadable(opened)) return { data: {}, body: "" };
  delivered.set(file, opened);
  const data = shieldFrontMatter(opened.data, {
    timeZone: site.timeZone,
    isOwnSite: options.isOwnSite,
    fields: fieldsOf(options),
    hasLayout: layouts.has,
  });
  return { data, body: opened.body };
}

/** What Eleventy would take a file for, with all that plugins have added. */
function endingsOf({
  extensionMap,
  dataExtensions,
  dataFileSuffixesOverride,
}: EleventyConfig): EleventyEndings {
  return {
    templates: [
      ...TEMPLATE_ENDINGS,
      ...Array.from(extensionMap, ({ extension }) => extension).filter((ending) => ending !== "md"),
    ],
    dataSuffixes: Array.isArray(dataFileSuffixesOverride) ? dataFileSuffixesOverride : [".11tydata", ""],
    data: [...dataExtensions.keys()],
  };
}
