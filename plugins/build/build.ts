import { relative, sep } from "node:path";
import { fieldLineOf, type OpenedArticle, type ReadResult, readArticle } from "../article/read.ts";
import { checkReferences } from "../article/references.ts";
import type { Article, TitleFacts } from "../article/types.ts";
import type { Corpus, LeftOut, PlainPage, Stage } from "../corpus/corpus.ts";
import { isFuture, openCorpus, runStages } from "../corpus/state.ts";
import type { Person, Site, Topic } from "../corpus/types.ts";
import type { CollectionItem, TemplateData } from "../eleventy.ts";
import { ContentError, type Problem } from "../problem.ts";
import { findDuplicatePaths, type PathClaim } from "./duplicates.ts";
import type { ArticleSettings } from "./options.ts";
import { toOutputFile, toPermalink } from "./permalink.ts";
import { announceDecided, announceGathered, areTextsKept } from "./watchers.ts";

/** An article file of this build. */
export type OpenedFile = OpenedArticle & { readonly id: string };

/** One build, from reading to deciding. */
export interface Build {
  /** By path relative to the project. */
  readonly opened: Map<string, OpenedFile>;
  readonly byId: Map<string, OpenedFile>;
  /** Front matter of articles, as text: by it the front matter reader knows them. */
  readonly headers: Map<string, OpenedFile>;
  readonly articles: { readonly article: Article; readonly isHidden: boolean }[];
  readonly leftOut: LeftOut[];
  readonly problems: Problem[];
  readonly now: string;
  readonly showsHidden: boolean;
  /** True while serving: what one build made may serve the next. */
  readonly isRepeated: boolean;
  readonly people: ReadonlyMap<string, Person>;
  therapies: ReadonlyMap<string, Topic>;
  conditions: ReadonlyMap<string, Topic>;
  deciding: Promise<Corpus> | null;
  corpus: Corpus | null;
}

/** What one configuration registers. */
export interface Registration {
  readonly site: Site;
  readonly options: ArticleSettings;
  readonly stages: Stage[];
  readTitle?: (title: string) => TitleFacts;
  titleVersion?: () => unknown;
  build: Build | null;
}

/** What a model was made of, and the model. */
interface KnownModel {
  readonly raw: string;
  readonly body: string;
  /** Inherited front matter and the site's options, as text. */
  readonly setting: string;
  /** What titles were read with. */
  readonly titleVersion: unknown;
  readonly result: ReadResult;
}

/** Models by path, while serving: a file that reads the same in the next build is not parsed again. */
const models = new Map<string, KnownModel>();

/** Front matter that a folder's data file may give for all of its articles. */
const INHERITED = ["author", "authors", "lang", "reviewedBy", "sponsor", "madeWithAi"] as const;

/**
 * Reads the model of an article; `false` tells Eleventy to leave the template
 * out, a text to take it for `content`.
 */
export function takeTemplate(
  build: Build,
  data: TemplateData,
  content: string,
  registration: Registration,
): string | false | undefined {
  const file = projectPath(data.page.inputPath);
  const opened = build.opened.get(file);
  if (!opened) return takeOther(build, data, file);
  if (opened.raw.startsWith("\u0000")) return leaveOut(build, opened, "faulty");
  const { article, problems } = readModel(build, opened, data, registration);
  build.problems.push(...problems);
  if (!article) return leaveOut(build, opened, "faulty");
  const lineOf = (path: readonly (string | number)[]): number => fieldLineOf(opened, path);
  build.problems.push(...checkReferences(article, build, lineOf));
  const { draft, date, permalink } = article.frontMatter;
  const isHidden = draft || isFuture(date, build.now);
  if (isHidden && !build.showsHidden) return leaveOut(build, opened, draft ? "draft" : "future", permalink);
  build.articles.push({ article, isHidden });
  if (registration.options.isOwnSite) data.permalink = toOutputFile(permalink ?? toPermalink(opened.id));
  // The same text in the copy that we hold anyway: Eleventy's own can go.
  return content === opened.body ? opened.body : undefined;
}

/** Notes an article that this build does not show, for those that name it. */
function leaveOut(
  { leftOut }: Build,
  { id, file, data }: OpenedFile,
  why: LeftOut["why"],
  permalink: string | null = null,
): false {
  const title = typeof data.title === "string" ? data.title : "";
  leftOut.push({ id, file, title, url: permalink ?? toPermalink(id), why });
  return false;
}

function takeOther(build: Build, data: TemplateData, file: string): false | undefined {
  const found = data.vervainFault as { fault: string; line: number } | undefined;
  if (!found) return undefined;
  const message = `expected YAML, received a fault (${found.fault}). Quote values that contain a colon.`;
  build.problems.push({ file, line: found.line, field: "front matter", message, severity: "error" });
  return false;
}

function readModel(
  build: Build,
  opened: OpenedFile,
  data: TemplateData,
  { site, options, readTitle, titleVersion: versionOf }: Registration,
): ReadResult {
  const defaults = Object.fromEntries(
    INHERITED.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]),
  );
  const setting = JSON.stringify([defaults, site.timeZone, site.lang]);
  const { raw, body, file } = opened;
  const titleVersion = versionOf?.();
  const known = models.get(file);
  const isSame = known?.raw === raw && known.body === body && known.setting === setting;
  if (isSame && known.titleVersion === titleVersion) return known.result;
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
  if (build.isRepeated) models.set(file, { raw, body, setting, titleVersion, result });
  return result;
}

export function decideOnce(
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
  announceGathered(items);
  const corpus = gatherCorpus(build, items, site);
  await runStages(corpus, stages, !build.isRepeated && !areTextsKept());
  const errors = corpus.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new ContentError(corpus.problems);
  build.corpus = corpus;
  if (!build.isRepeated) forget(build);
  announceDecided(corpus);
  return corpus;
}

function gatherCorpus(build: Build, items: readonly CollectionItem[], site: Site): Corpus {
  const urls = new Map(items.map((item) => [projectPath(item.inputPath), item.url || ""]));
  const claims = items.flatMap((item): PathClaim[] => {
    const file = projectPath(item.inputPath);
    const opened = build.opened.get(file);
    const line = opened && "permalink" in opened.data ? fieldLineOf(opened, ["permalink"]) : 0;
    return item.url ? [{ url: item.url, file, line }] : [];
  });
  claims.sort((a, b) => (a.file < b.file ? -1 : 1));
  return openCorpus({
    site,
    now: build.now,
    people: build.people,
    therapies: build.therapies,
    conditions: build.conditions,
    articles: build.articles.splice(0).map(({ article, isHidden }) => ({
      article,
      isHidden,
      url: urls.get(article.file) ?? toPermalink(article.id),
    })),
    leftOut: build.leftOut,
    pages: items
      .filter((item) => item.url && !build.opened.has(projectPath(item.inputPath)))
      .map(toPlainPage),
    problems: [...build.problems, ...findDuplicatePaths(claims)],
  });
}

/** Lets go of what only deciding needed: a large site renders in half the memory. */
function forget(build: Build): void {
  build.headers.clear();
  for (const [file, opened] of build.opened) build.opened.set(file, { ...opened, raw: "", body: "" });
  build.byId.clear();
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
export function projectPath(path: string): string {
  return relative(".", path).split(sep).join("/");
}
