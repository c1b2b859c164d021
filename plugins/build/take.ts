import { fieldLineOf, type ReadResult, readArticle } from "../article/read.ts";
import { checkReferences } from "../article/references.ts";
import type { LeftOut } from "../corpus/corpus.ts";
import { isFuture } from "../corpus/state.ts";
import type { TemplateData } from "../eleventy.ts";
import {
  type Build,
  isArticlePath,
  isUnreadable,
  type OpenedFile,
  projectPath,
  type Registration,
} from "./build.ts";
import { INHERITED } from "./data-files.ts";
import { TEMPLATE, unfilledPath } from "./duplicates.ts";
import { bodyLineOf } from "./header-line.ts";
import { leftOutHtml } from "./left-out-html.ts";
import { openPlaceProblems } from "./open-places.ts";
import { fieldsOf } from "./options.ts";
import { toOutputFile, toPermalink } from "./permalink.ts";
import { toDraftPage } from "./plain-pages.ts";

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
