import { fieldLineOf } from "../article/read.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { openCorpus, runStages } from "../corpus/state.ts";
import type { Site } from "../corpus/types.ts";
import type { CollectionItem } from "../eleventy.ts";
import { damageProblem } from "../files/kept.ts";
import { ContentError, compareText, type Problem } from "../problem.ts";
import { type Build, type OpenedFile, projectPath, type Registration } from "./build.ts";
import { findDuplicatePaths, findUnfilledPaths, type PathClaim } from "./duplicates.ts";
import { foldWarnings } from "./fold.ts";
import { headerLine } from "./header-line.ts";
import { toPermalink } from "./permalink.ts";
import { toPlainPage } from "./plain-pages.ts";
import { announceDecided, announceGathered, areFaultsTold, areTextsKept } from "./watchers.ts";

/**
 * The corpus of a build, decided when it is first asked for.
 *
 * @throws {ContentError} with every fault of the build, unless they are shown on the pages
 */
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
  { site, options, stages, pageProblems, readings, delivered, gather = gatherCorpus }: Registration,
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
  if (!build.isRepeated) forget(build, delivered);
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
function forget(build: Build, delivered: Registration["delivered"]): void {
  for (const [file, opened] of build.opened) build.opened.set(file, { ...opened, raw: "", body: "" });
  build.byId.clear();
  // Nothing is read after it: what was taken was compared with what was read.
  delivered.clear();
}
