import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { DateTime } from "luxon";
import type { Corpus, PlainPage, Stage } from "../corpus/corpus.ts";
import { type Reference, readPeople, readTopics } from "../corpus/reference.ts";
import { parseSite, type SiteOptions } from "../corpus/site.ts";
import { decide, isFuture } from "../corpus/state.ts";
import type { Person, Site, Topic } from "../corpus/types.ts";
import { announce, announceDecided } from "../corpus/watchers.ts";
import type { BuildEvent, CollectionItem, EleventyConfig, TemplateData } from "../eleventy.ts";
import { findDuplicatePaths, type PathClaim } from "./duplicates.ts";
import { toOutputFile, toPermalink } from "./permalink.ts";
import { ContentError, type Problem } from "./problem.ts";
import { fieldLineOf, type OpenedArticle, openArticle, type ReadResult, readArticle } from "./read.ts";
import { checkReferences } from "./references.ts";
import { shieldFrontMatter } from "./shield.ts";
import type { Article, TitleFacts } from "./types.ts";
import { parseYaml } from "./yaml.ts";

/** Options that every Vervain plugin shares. */
export interface ArticleOptions {
  /** Folders that hold articles, relative to the project; default: `articles`, `posts` and `blog` in the input folder. */
  readonly folders?: string | readonly string[];
  readonly site?: SiteOptions;
  /**
   * True on a site that is Vervain's from the ground up: permalinks come from file names, `tags` are topics
   * and not Eleventy collections, prose is not run through a template engine. Default false.
   */
  readonly isOwnSite?: boolean;
  /** Show drafts and articles dated in the future; default: only while serving. */
  readonly drafts?: boolean;
  /** Phrases that offer other articles, beside the known English ones ("Lees ook"). */
  readonly alsoReadPhrases?: readonly string[];
  /** Reading speed, words per minute. */
  readonly wordsPerMinute?: number;
  /** The build's time, ISO 8601; default: the clock. */
  readonly now?: string;
}

/** What capabilities hold of the build they belong to. */
export interface ArticleHost {
  /** Adds a step of deciding; see STAGE_ORDER. */
  addStage(stage: Stage): void;
  /** Sets how titles are read; the benefits plugin brings the lexicon. */
  readTitlesBy(reader: (title: string) => TitleFacts): void;
  /** The decided corpus. @throws {Error} before collections are built */
  corpus(): Corpus;
  /** Decides the corpus once per build; every collection of ours awaits it. */
  decided(items: readonly CollectionItem[]): Promise<Corpus>;
  /** Id of the article in a source file; null for other files. */
  idOf(inputPath: string): string | null;
  readonly site: Site;
}

type OpenedFile = OpenedArticle & { readonly id: string };

/** One build, from reading to deciding. */
interface Build {
  /** By path relative to the project. */
  readonly opened: ReadonlyMap<string, OpenedFile>;
  /** Front matter of articles, as text: by it the front matter reader knows them. */
  readonly headers: ReadonlyMap<string, OpenedFile>;
  readonly articles: { readonly article: Article; readonly isHidden: boolean }[];
  readonly problems: Problem[];
  readonly now: string;
  readonly showsHidden: boolean;
  readonly people: ReadonlyMap<string, Person>;
  readonly therapies: ReadonlyMap<string, Topic>;
  readonly conditions: ReadonlyMap<string, Topic>;
  deciding: Promise<Corpus> | null;
  corpus: Corpus | null;
}

/** What one configuration registers. */
interface Registration {
  readonly site: Site;
  readonly options: ArticleOptions;
  readonly stages: Stage[];
  readTitle?: (title: string) => TitleFacts;
  build: Build | null;
}

const hosts = new WeakMap<EleventyConfig, ArticleHost>();
/** Models by path: a file that reads the same in the next build of this process is not parsed again. */
const models = new Map<string, { readonly key: string; readonly result: ReadResult }>();

/** Names of folders that hold articles when the owner names none. */
const USUAL_FOLDERS = ["articles", "posts", "blog"];
/** Front matter that a folder's data file may give for all of its articles. */
const INHERITED = ["author", "authors", "lang", "reviewedBy", "sponsor", "madeWithAi"] as const;

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
  const registration: Registration = { site: parseSite(options.site), options, stages: [], build: null };
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
    announce("reading");
    registration.build = beginBuild(event, options, site);
  });
  config.addPreprocessor("vervain-article", "*", function readModel(data) {
    return takeTemplate(current(), data, registration);
  });
  const decided = (items: readonly CollectionItem[]): Promise<Corpus> =>
    decideOnce(current(), items, registration);
  config.addCollection("vervainArticles", async (api) => [...(await decided(api.getAll())).records.values()]);
  return {
    site,
    addStage: (stage) => stages.push(stage),
    readTitlesBy: (reader) => {
      registration.readTitle = reader;
    },
    corpus: () => {
      const { corpus } = current();
      if (!corpus) throw new Error("article: the corpus is asked for before collections are built.");
      return corpus;
    },
    decided,
    idOf: (inputPath) => registration.build?.opened.get(projectPath(inputPath))?.id ?? null,
  };
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
        isOwnSite: options.isOwnSite ?? false,
      });
    const parsed = parseYaml(raw, { keepsDates: true });
    return "fault" in parsed ? { vervainFault: { fault: parsed.fault, line: parsed.line + 1 } } : parsed.data;
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
  return { engines };
}

function beginBuild({ directories, runMode }: BuildEvent, options: ArticleOptions, site: Site): Build {
  const problems: Problem[] = [];
  const opened = new Map<string, OpenedFile>();
  const headers = new Map<string, OpenedFile>();
  for (const { path, id } of listArticles(directories.input, options.folders, problems)) {
    const file = projectPath(path);
    const result = openArticle(readFileSync(path), file);
    if ("problem" in result) problems.push(result.problem);
    const entry = "problem" in result ? unreadable(file, id) : { ...result, id };
    opened.set(file, entry);
    headers.set(entry.raw.trim(), entry);
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
    articles: [],
    problems,
    now: options.now ?? (DateTime.now().setZone(site.timeZone).toISO() as string),
    showsHidden: options.drafts ?? runMode !== "build",
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
  folders: ArticleOptions["folders"],
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

/** Reads the model of an article; `false` tells Eleventy to leave the template out. */
function takeTemplate(build: Build, data: TemplateData, registration: Registration): false | undefined {
  const file = projectPath(data.page.inputPath);
  const opened = build.opened.get(file);
  if (!opened) return takeOther(build, data, file);
  if (opened.raw.startsWith("\u0000")) return false;
  const { article, problems } = readModel(opened, data, registration);
  build.problems.push(...problems);
  if (!article) return false;
  const lineOf = (path: readonly (string | number)[]): number => fieldLineOf(opened, path);
  const known = {
    people: new Set(build.people.keys()),
    therapies: new Set(build.therapies.keys()),
    conditions: new Set(build.conditions.keys()),
  };
  build.problems.push(...checkReferences(article, known, lineOf));
  const isHidden = article.frontMatter.draft || isFuture(article.frontMatter.date, build.now);
  if (isHidden && !build.showsHidden) return false;
  build.articles.push({ article, isHidden });
  if (registration.options.isOwnSite)
    data.permalink = toOutputFile(article.frontMatter.permalink ?? toPermalink(opened.id));
  return undefined;
}

function takeOther(build: Build, data: TemplateData, file: string): false | undefined {
  const found = data.vervainFault as { fault: string; line: number } | undefined;
  if (!found) return undefined;
  const message = `expected YAML, received a fault (${found.fault}). Quote values that contain a colon.`;
  build.problems.push({ file, line: found.line, field: "front matter", message, severity: "error" });
  return false;
}

function readModel(
  opened: OpenedFile,
  data: TemplateData,
  { site, options, readTitle }: Registration,
): ReadResult {
  const defaults = Object.fromEntries(
    INHERITED.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]),
  );
  const key = JSON.stringify([opened.raw, opened.body, defaults, site.timeZone, site.lang]);
  const known = models.get(opened.file);
  if (known?.key === key) return known.result;
  const { alsoReadPhrases, wordsPerMinute } = options;
  const result = readArticle(opened, {
    id: opened.id,
    timeZone: site.timeZone,
    lang: site.lang,
    defaults,
    readTitle,
    alsoReadPhrases,
    wordsPerMinute,
  });
  models.set(opened.file, { key, result });
  return result;
}

function decideOnce(
  build: Build,
  items: readonly CollectionItem[],
  { site, stages }: Registration,
): Promise<Corpus> {
  build.deciding ??= decideNow(build, items, site, stages);
  return build.deciding;
}

async function decideNow(
  build: Build,
  items: readonly CollectionItem[],
  site: Site,
  stages: readonly Stage[],
): Promise<Corpus> {
  const urls = new Map(items.map((item) => [projectPath(item.inputPath), item.url || ""]));
  const claims = items.flatMap((item): PathClaim[] => {
    const file = projectPath(item.inputPath);
    const opened = build.opened.get(file);
    const line = opened && "permalink" in opened.data ? fieldLineOf(opened, ["permalink"]) : 0;
    return item.url ? [{ url: item.url, file, line }] : [];
  });
  claims.sort((a, b) => (a.file < b.file ? -1 : 1));
  const corpus = await decide(
    {
      site,
      now: build.now,
      people: build.people,
      therapies: build.therapies,
      conditions: build.conditions,
      articles: build.articles.map(({ article, isHidden }) => ({
        article,
        isHidden,
        url: urls.get(article.file) ?? toPermalink(article.id),
      })),
      pages: items
        .filter((item) => item.url && !build.opened.has(projectPath(item.inputPath)))
        .map(toPlainPage),
      problems: [...build.problems, ...findDuplicatePaths(claims)],
    },
    stages,
  );
  const errors = corpus.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new ContentError(corpus.problems);
  build.corpus = corpus;
  announceDecided(corpus);
  return corpus;
}

function toPlainPage(item: CollectionItem): PlainPage {
  const { title, description } = item.data;
  return {
    file: projectPath(item.inputPath),
    url: item.url || "",
    title: typeof title === "string" ? title : "",
    description: typeof description === "string" ? description : null,
    data: item.data,
  };
}

/** Path as the writer knows it: relative to the project, with "/". */
function projectPath(path: string): string {
  return relative(".", path).split(sep).join("/");
}
