import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { DateTime } from "luxon";
import { fieldLineOf, openArticle } from "../article/read.ts";
import type { TitleFacts } from "../article/types.ts";
import { parseYaml } from "../article/yaml.ts";
import type { Corpus, Stage } from "../corpus/corpus.ts";
import { type Reference, readPeople, readTopics } from "../corpus/reference.ts";
import { parseSite } from "../corpus/site.ts";
import type { Site, Topic } from "../corpus/types.ts";
import type { BuildEvent, CollectionItem, EleventyConfig } from "../eleventy.ts";
import { parseOptions } from "../options.ts";
import type { Problem } from "../problem.ts";
import {
  type Build,
  decideOnce,
  type OpenedFile,
  projectPath,
  type Registration,
  takeTemplate,
} from "./build.ts";
import { ARTICLE_OPTIONS, type ArticleOptions, type ArticleSettings, OPTION_NAMES } from "./options.ts";
import { amendMarkdown, type RenderFacts } from "./render.ts";
import { shieldFrontMatter } from "./shield.ts";
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
  /** Body of an article's file and the 1-based line on which it starts. @throws {Error} for an unknown id */
  sourceOf(id: string): { readonly body: string; readonly bodyLine: number };
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

const hosts = new WeakMap<EleventyConfig, ArticleHost>();
/** Names of folders that hold articles when the owner names none. */
const USUAL_FOLDERS = ["articles", "posts", "blog"];
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
  config.setFrontMatterParsingOptions(frontMatterEngines(registration));
  config.on("eleventy.before", (event) => {
    announceReading();
    registration.build = beginBuild(event, options, site);
  });
  config.addPreprocessor("vervain-article", "*", function readModel(data, content) {
    return takeTemplate(current(), data, content, registration);
  });
  config.amendLibrary("md", (md) =>
    amendMarkdown(md, (env) => renderFacts(registration.build, env), options.trustsHtml),
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

/** What the Markdown of the page in `env` (its data) is rendered with; null for pages that are no article. */
function renderFacts(build: Build | null, env: unknown): RenderFacts | null {
  const inputPath = (env as { readonly page?: { readonly inputPath?: string } } | undefined)?.page?.inputPath;
  const opened = inputPath === undefined ? undefined : build?.opened.get(projectPath(inputPath));
  const record = opened && build?.corpus?.records.get(opened.id);
  if (!opened || !record) return null;
  const anchors = new Set(record.benefits.map(({ anchor }) => anchor));
  const blockIds = new Map(
    record.article.blocks.flatMap(({ anchor }, index) =>
      anchors.has(anchor) ? [[index, anchor] as const] : [],
    ),
  );
  return { article: record.article, blockIds, bodyLine: opened.bodyLine };
}

// Eleventy stops at the first header that it cannot read, with a stack. Ours were
// read beforehand; here it is handed only what it can bear.
function frontMatterEngines(registration: Registration): object {
  const yaml = (raw: string): Readonly<Record<string, unknown>> => {
    const { site, build, options } = registration;
    const opened = build?.headers.get(raw.trim());
    if (opened)
      return shieldFrontMatter(opened.data, {
        timeZone: site.timeZone,
        isOwnSite: options.isOwnSite,
      });
    const parsed = parseYaml(raw, { keepsDates: true });
    return "fault" in parsed
      ? { vervainFault: { fault: parsed.fault, line: parsed.line + (/^\r?\n/.test(raw) ? 0 : 1) } }
      : parsed.data;
  };
  const refuse = (language: string) => () => ({
    vervainFault: { fault: `${language} front matter is not run`, line: 1 },
  });
  const engines = {
    yaml,
    javascript: refuse("JavaScript"),
    js: refuse("JavaScript"),
    node: refuse("JavaScript"),
    coffee: refuse("CoffeeScript"),
  };
  return { engines, excerpt: forgetBytes };
}

/**
 * gray-matter keeps each file a second time, as bytes that nobody reads. It
 * calls this when it has read a file; an excerpt is not made.
 */
function forgetBytes(file: { orig?: unknown }): void {
  file.orig = undefined;
}

function beginBuild({ directories, runMode }: BuildEvent, options: ArticleSettings, site: Site): Build {
  const problems: Problem[] = [];
  const opened = new Map<string, OpenedFile>();
  const headers = new Map<string, OpenedFile>();
  const byId = new Map<string, OpenedFile>();
  for (const { path, id } of listArticles(directories.input, options.folders, problems)) {
    const file = projectPath(path);
    const result = openArticle(readFileSync(path), file);
    if ("problem" in result) problems.push(result.problem);
    const entry = "problem" in result ? unreadable(file, id) : { ...result, id };
    opened.set(file, entry);
    headers.set(entry.raw.trim(), entry);
    byId.set(id, entry);
  }
  const reference = <Entry>(
    name: string,
    read: (source: string, file: string) => Reference<Entry>,
  ): ReadonlyMap<string, Entry> => {
    const { entries, problems: found } = readReference(directories.data, name, read);
    problems.push(...found);
    return entries;
  };
  return {
    opened,
    headers,
    byId,
    articles: [],
    leftOut: [],
    problems,
    now: options.now ?? (DateTime.now().setZone(site.timeZone).toISO() as string),
    showsHidden: options.drafts ?? runMode !== "build",
    isRepeated: runMode !== "build",
    people: reference("people", readPeople),
    therapies: reference("therapies", readTopics),
    conditions: reference("conditions", readTopics),
    deciding: null,
    corpus: null,
  };
}

/** Stands for a file that could not be opened, so that Eleventy passes it by. */
function unreadable(file: string, id: string): OpenedFile {
  return { file, id, raw: `\u0000${file}`, data: { vervainUnreadable: true }, body: "", bodyLine: 1 };
}

function listArticles(
  input: string,
  folders: ArticleSettings["folders"],
  problems: Problem[],
): { path: string; id: string }[] {
  const chosen =
    folders === undefined
      ? USUAL_FOLDERS.map((name) => join(input, name)).filter((path) => existsSync(path))
      : [folders].flat();
  return chosen.flatMap((folder) => {
    const root = resolve(folder);
    if (!existsSync(root))
      throw new RangeError(`article: folders: expected a folder that exists, received "${folder}".`);
    const inside = realpathSync(root) + sep;
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(?:md|markdown)$/i.test(name))
      .sort()
      .flatMap((name) => {
        const path = join(root, name);
        if (statSync(path).isFile() && realpathSync(path).startsWith(inside))
          return [
            {
              path,
              id: name
                .split(sep)
                .join("/")
                .replace(/\.[a-z]+$/i, ""),
            },
          ];
        problems.push({
          file: projectPath(path),
          line: 0,
          field: "file",
          message: "expected a file in this folder, received a link or a device. Copy the file here.",
          severity: "error",
        });
        return [];
      });
  });
}

function readReference<Entry>(
  folder: string,
  name: string,
  read: (source: string, file: string) => Reference<Entry>,
): Reference<Entry> {
  const path = ["json", "yaml", "yml"]
    .map((ending) => join(folder, `${name}.${ending}`))
    .find((candidate) => existsSync(candidate));
  return path ? read(readFileSync(path, "utf8"), projectPath(path)) : { entries: new Map(), problems: [] };
}
