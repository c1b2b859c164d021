import { relative, sep } from "node:path";
import { fieldLineOf, type OpenedArticle, type ReadResult, readArticle } from "../article/read.ts";
import { checkReferences } from "../article/references.ts";
import type { Article, ReadTitle } from "../article/types.ts";
import type { Corpus, LeftOut, PlainPage, Stage } from "../corpus/corpus.ts";
import { isFuture, openCorpus, runStages } from "../corpus/state.ts";
import type { Person, Site, Topic } from "../corpus/types.ts";
import type { CollectionItem, TemplateData } from "../eleventy.ts";
import { damageProblem } from "../files/kept.ts";
import { ContentError, compareText, type Problem } from "../problem.ts";
import { cleanText } from "../text.ts";
import { INHERITED } from "./data-files.ts";
import {
  findDuplicatePaths,
  findUnfilledPaths,
  type PathClaim,
  TEMPLATE,
  unfilledPath,
} from "./duplicates.ts";
import { foldWarnings } from "./fold.ts";
import type { WrittenPage } from "./guard.ts";
import { bodyLineOf, headerLine } from "./header-line.ts";
import type { Layouts } from "./layouts.ts";
import { leftOutHtml } from "./left-out-html.ts";
import { openPlaceProblems } from "./open-places.ts";
import { type ArticleSettings, fieldsOf } from "./options.ts";
import { toOutputFile, toPermalink } from "./permalink.ts";
import type { Readings } from "./readings.ts";
import { announceDecided, announceGathered, areFaultsTold, areTextsKept } from "./watchers.ts";

/** An article file of this build. */
export type OpenedFile = OpenedArticle & {
  readonly id: string;
  /** A name for the bytes of the file; none for one that was not read. */
  readonly hash?: string;
};

/** One build, from reading to deciding. */
export interface Build {
  /** Folders of articles, relative to the project. */
  readonly roots: readonly string[];
  /** Asked before each page is written. @throws {ContentError} for one that may not be */
  readonly guard: (page: WrittenPage) => void;
  /** By path relative to the project. */
  readonly opened: Map<string, OpenedFile>;
  readonly byId: Map<string, OpenedFile>;
  /** On somebody else's site: the merged data of every template so far, by path relative to the project. */
  readonly met: Map<string, TemplateData>;
  readonly articles: { readonly article: Article; readonly isHidden: boolean }[];
  readonly leftOut: LeftOut[];
  /** Pages that are no articles and no part of this build yet. */
  readonly draftPages: PlainPage[];
  /** By path, the front matter fields of an article that could not be read and count as absent. */
  readonly faulty: Map<string, ReadonlySet<string>>;
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
  /** What Eleventy took of each article from us, and from nobody else. */
  readonly delivered: Map<string, OpenedFile>;
  readonly layouts: Layouts;
  /** What is wrong with the headers of pages that are no articles, by path, as they were last read. */
  readonly pageProblems: Map<string, readonly Problem[]>;
  /** How what was read becomes a corpus, where it is not as on a site of ours. */
  gather?: (build: Build, items: readonly CollectionItem[], site: Site) => Corpus;
  readTitle?: ReadTitle;
  titleVersion?: () => string;
  readonly readings: Readings;
  build: Build | null;
}

/** What a model was made of, and the model. */
interface KnownModel {
  readonly raw: string;
  readonly body: string;
  /** Inherited front matter, the site's options and what titles are read with, as text. */
  readonly setting: string;
  readonly result: ReadResult;
}

/** Models by path, while serving: a file that reads the same in the next build is not parsed again. */
const models = new Map<string, KnownModel>();

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
  if (!opened && !isArticlePath(file, build.roots)) return takePlainPage(build, data, content, registration);
  const fault = opened ? strayReading(opened, registration.delivered.get(file)) : BEHIND_LINK;
  if (fault !== null)
    build.problems.push({ file, line: 0, field: "file", message: fault, severity: "error" });
  if (!opened) return false;
  if (fault !== null || isUnreadable(opened)) return leaveOut(build, opened, "faulty");
  const { article, faulty, problems } = readModel(build, opened, data, registration);
  build.problems.push(...problems);
  if (faulty.size > 0) build.faulty.set(file, faulty);
  const { isOwnSite } = registration.options;
  if (!registration.options.trustsHtml) build.problems.push(...leftOutHtml(opened));
  const lineOf = (path: readonly (string | number)[]): number => fieldLineOf(opened, path);
  build.problems.push(...checkReferences(article, build, lineOf));
  const { draft, date, permalink } = article.frontMatter;
  const isHidden = draft || isFuture(date, build.now);
  if (isHidden && !build.showsHidden) return leaveOut(build, opened, draft ? "draft" : "future", permalink);
  if (isOwnSite && !draft) build.problems.push(...openPlaceProblems(opened.body, file, opened.bodyLine));
  build.articles.push({ article, isHidden });
  if (isOwnSite) {
    const isTemplate = permalink !== null && TEMPLATE.test(permalink);
    if (isTemplate) build.problems.push(unfilledPath(permalink, file, lineOf(["permalink"])));
    data.permalink = toOutputFile(
      isTemplate ? toPermalink(opened.id) : (permalink ?? toPermalink(opened.id)),
    );
  }
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

const BEHIND_LINK =
  "expected a file in this folder, received one behind a link, or one that came after all were read. Copy the file here, or build again.";

/** What keeps an article out: Eleventy holds another reading of it than ours. Null when it is ours. */
function strayReading(opened: OpenedFile, delivered: OpenedFile | undefined): string | null {
  if (isUnreadable(opened)) return null;
  if (delivered?.raw === opened.raw && delivered.body === opened.body) return null;
  return "expected front matter that Vervain alone reads, received what another plugin made of it. The article is left out: it could run code. Remove what sets `frontMatterParsingOptions` by itself.";
}

/** Whether a path is that of an article: Markdown in a folder of articles. */
export function isArticlePath(file: string, roots: readonly string[]): boolean {
  return /\.(?:md|markdown)$/i.test(file) && roots.some((root) => file.startsWith(`${root}/`));
}

/** True for what stands for a file that could not be opened. */
export function isUnreadable({ raw }: OpenedFile): boolean {
  return raw.startsWith("\u0000");
}

/** Leaves out a page that is no article and, as a draft of an own site, is treated as drafts of articles are. */
function takePlainPage(
  build: Build,
  data: TemplateData,
  content: string,
  { options }: Registration,
): false | undefined {
  if (!options.isOwnSite) return undefined;
  const { inputPath } = data.page;
  if (data.draft === true) {
    if (!build.showsHidden) build.draftPages.push(toDraftPage(data));
    return build.showsHidden ? undefined : false;
  }
  if (typeof content === "string" && /\.(?:md|markdown)$/i.test(inputPath))
    build.problems.push(...openPlaceProblems(content, projectPath(inputPath), bodyLineOf(inputPath)));
  return undefined;
}

function readModel(
  build: Build,
  opened: OpenedFile,
  data: TemplateData,
  { site, options, layouts, readTitle, titleVersion, readings }: Registration,
): ReadResult {
  const defaults = Object.fromEntries(
    INHERITED.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]),
  );
  const { id, raw, body, file } = opened;
  const { alsoReadPhrases, wordsPerMinute } = options;
  const { layout } = opened.data;
  const header = [
    fieldsOf(options),
    layout === undefined || layouts.has(String(layout)),
    layout === undefined || layouts.hint(String(layout)),
  ];
  const setting = JSON.stringify([
    id,
    defaults,
    [site.timeZone, site.lang],
    header,
    [alsoReadPhrases, wordsPerMinute],
    titleVersion?.(),
  ]);
  const known = models.get(file);
  if (known?.raw === raw && known.body === body && known.setting === setting) return known.result;
  const kept = readings.recallModel(file, setting);
  const result =
    kept ??
    readArticle(opened, {
      id,
      timeZone: site.timeZone,
      lang: site.lang,
      defaults,
      readTitle,
      fields: fieldsOf(options),
      layouts,
      alsoReadPhrases,
      wordsPerMinute,
    });
  if (kept === null) readings.rememberModel(file, setting, result);
  if (build.isRepeated) models.set(file, { raw, body, setting, result });
  return result;
}

export function decideOnce(
  build: Build,
  items: readonly CollectionItem[],
  registration: Registration,
): Promise<Corpus> {
  build.deciding ??= decideNow(build, items, registration);
  return build.deciding;
}

async function decideNow(
  build: Build,
  items: readonly CollectionItem[],
  { site, options, stages, pageProblems, readings, gather = gatherCorpus }: Registration,
): Promise<Corpus> {
  announceGathered(items);
  for (const { inputPath } of items) build.problems.push(...(pageProblems.get(projectPath(inputPath)) ?? []));
  const corpus = gather(build, items, site);
  const isTold = new Set(corpus.problems);
  await runStages(corpus, stages, !build.isRepeated && !areTextsKept());
  readings.save();
  const damage = damageProblem(readings.damaged());
  if (damage !== null) corpus.problems.push(damage);
  const problems = corpus.problems.filter((problem) => isTold.has(problem) || !followsFault(problem, build));
  corpus.problems.splice(0, corpus.problems.length, ...problems);
  const errors = corpus.problems.filter(({ severity }) => severity === "error");
  const isShown = build.isRepeated && areFaultsTold();
  if (errors.length > 0 && !isShown) throw new ContentError(corpus.problems);
  build.corpus = corpus;
  if (!build.isRepeated) forget(build);
  announceDecided(corpus, build.opened, options.isOwnSite ? build.guard : null);
  return corpus;
}

/**
 * Whether a stage says of an article what may only come of a field that could
 * not be read: all but an error, which stands however that field is mended, and
 * what it says of the field itself.
 */
function followsFault({ file, field, severity }: Problem, { faulty }: Build): boolean {
  const fields = faulty.get(file);
  if (fields === undefined) return false;
  return severity !== "error" || fields.has(field.split(".", 1)[0] as string);
}

function gatherCorpus(build: Build, items: readonly CollectionItem[], site: Site): Corpus {
  const urls = new Map(items.map((item) => [projectPath(item.inputPath), item.url || ""]));
  const claims = items.flatMap((item): PathClaim[] => {
    const file = projectPath(item.inputPath);
    return item.url ? [{ url: item.url, file, line: permalinkLine(build.opened.get(file), item) }] : [];
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
    draftPages: build.draftPages.sort((a, b) => compareText(a.file, b.file)),
    pages: items
      .filter((item) => item.url && !build.opened.has(projectPath(item.inputPath)))
      .map(toPlainPage)
      // Eleventy gives them in the order in which they happened to be read.
      .sort((a, b) => compareText(a.file, b.file) || compareText(a.url, b.url)),
    problems: [
      ...toldProblems(build, build.problems),
      ...findUnfilledPaths(claims),
      ...findDuplicatePaths(claims),
    ],
  });
}

/** Where each article shows what is wrong with it, nothing is folded into another's. */
export function toldProblems({ isRepeated }: Build, problems: readonly Problem[]): readonly Problem[] {
  return isRepeated && areFaultsTold() ? problems : foldWarnings(problems);
}

/** Line of `permalink` in an article's or page's file; 0 where it is not written there. */
function permalinkLine(opened: OpenedFile | undefined, { data, inputPath }: CollectionItem): number {
  if (opened) return "permalink" in opened.data ? fieldLineOf(opened, ["permalink"]) : 0;
  return typeof data.permalink === "string" ? headerLine(inputPath, "permalink") : 0;
}

/** Lets go of what only deciding needed: a large site renders in half the memory. */
function forget(build: Build): void {
  for (const [file, opened] of build.opened) build.opened.set(file, { ...opened, raw: "", body: "" });
  build.byId.clear();
}

function toPlainPage({ inputPath, url, data }: CollectionItem): PlainPage {
  return plainPage(inputPath, url || "", data);
}

/** With the path at which it will stand, as far as its header says so. */
function toDraftPage(data: TemplateData): PlainPage {
  const { permalink, page } = data;
  const isPath = typeof permalink === "string" && permalink.startsWith("/");
  return plainPage(page.inputPath, isPath ? permalink : `${page.filePathStem}/`, data);
}

function plainPage(inputPath: string, url: string, data: TemplateData): PlainPage {
  const { title, description } = data;
  return {
    file: projectPath(inputPath),
    url,
    title: typeof title === "string" ? cleanText(title) : "",
    description: typeof description === "string" ? cleanText(description) : null,
    data,
  };
}

/** Path as the writer knows it: relative to the project, with "/". */
export function projectPath(path: string): string {
  return relative(".", path).split(sep).join("/");
}
