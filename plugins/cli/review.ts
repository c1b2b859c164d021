import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { DateTime } from "luxon";
import pc from "picocolors";
import { type Reference, readPeople } from "../corpus/reference.ts";
import type { Person } from "../corpus/types.ts";
import { compareProblems, formatProblem, type Problem, quote } from "../problem.ts";
import { nextLock } from "../review/freshness.ts";
import { requireRuleLevels } from "../review/levels.ts";
import { toProblem } from "../review/problems.ts";
import { toReport } from "../review/report.ts";
import type { Report } from "../review/report-data.ts";
import { ruleSet } from "../review/rule-set.ts";
import { reviewSite, type SiteReview } from "../review/site.ts";
import type { FreshnessLock, ReviewOptions, SiteArticle } from "../review/types.ts";
import { type ConfiguredOptions, readConfigured } from "./configured.ts";
import { lexiconFolder, loadLexicon } from "./lexicon.ts";
import { listArticles, readReviewed } from "./review-files.ts";

/** Options of `vervain review`, as the command line gives them. */
export interface ReviewCommandOptions extends ConfiguredOptions {
  /** Print the editor's report as one JSON object. */
  readonly json?: boolean;
  /** File for the editor's report as HTML. */
  readonly html?: string;
  /** Print notes too; errors and warnings always show. */
  readonly notes?: boolean;
  /** Drafts and articles dated in the future too, when a folder is given; a file named is always reviewed. */
  readonly drafts?: boolean;
  /** Levels by rule: "jargon=off,sources=warning". */
  readonly rules?: string;
  /** File that remembers each text's hash and date, for `fresh-date`. */
  readonly lock?: string;
  /** Take every date as right and write the lock anew. */
  readonly accept?: boolean;
  /** Day of the review, `YYYY-MM-DD`; default today. */
  readonly now?: string;
}

/** Where the lock lies when none is named. */
const LOCK_FILE = join(".vervain", "freshness.json");

/**
 * Reviews articles (files, or folders with all their articles) and prints every open point with file, line, words,
 * reason and remedy. Exit code 1 when there is an error or a file cannot be read.
 */
export async function reviewCommand(
  files: readonly string[],
  options: ReviewCommandOptions = {},
): Promise<number> {
  const problems: Problem[] = [];
  const configured = await readConfigured(options);
  const { site, data, extractionRules: ownRules } = configured;
  const rules = withLevels(configured.review, options.rules);
  const now = nowOf(options.now, site.timeZone);
  if (files.length === 0)
    problems.push(fault("review", "files", "expected at least one file or folder, received none."));
  const lexicon = loadLexicon(lexiconFolder(configured), problems);
  const paths = files.flatMap((file) => listArticles(file, problems));
  const articles = paths.flatMap(
    (path) => readReviewed(path, lexicon, { ...site, now, ownRules }, problems) ?? [],
  );
  const people = peopleOf(data, problems);
  const lockFile = options.lock ?? configured.lock ?? LOCK_FILE;
  const lock = readLock(lockFile, problems);
  const review = reviewSite(
    { articles, pages: null, file: data, lock },
    { ...rules, now, people, reviewMonths: site.reviewMonths },
    { withHidden: options.drafts ?? files.every((file) => /\.(?:md|markdown)$/i.test(file)) },
  );
  if (lock !== null || options.accept) writeLock(lockFile, articles, lock, options.accept ?? false);
  const { report, json, html } = toReport(review, articles, { now, reviewMonths: site.reviewMonths });
  if (options.html !== undefined) writeFileSync(options.html, html);
  if (options.json) process.stdout.write(json);
  else print(review, report, options.notes ?? false);
  for (const problem of problems.sort(compareProblems))
    console.error(`${pc.red("error")} ${formatProblem(problem)}`);
  return problems.length > 0 || report.counts.error > 0 ? 1 : 0;
}

/** The site's rules with the levels of "jargon=off,sources=warning" over its own. @throws {RangeError} for a rule or level that does not exist */
function withLevels(review: ReviewOptions, text: string | undefined): ReviewOptions {
  const pairs = (text ?? "")
    .split(",")
    .flatMap((pair) => (pair.trim() === "" ? [] : [pair.split("=").map((part) => part.trim())]));
  const rules = Object.fromEntries(pairs.map(([name = "", level = ""]) => [name, level]));
  requireRuleLevels("review", rules, ruleSet(review).names);
  return { ...review, rules: { ...review.rules, ...(rules as ReviewOptions["rules"]) } };
}

/** @throws {RangeError} for what is no day */
function nowOf(day: string | undefined, zone: string): string {
  const now = day === undefined ? DateTime.now().setZone(zone) : DateTime.fromISO(day, { zone }).endOf("day");
  if (!now.isValid)
    throw new RangeError(`review: --now: expected a day such as 2026-05-01, received ${quote(day)}.`);
  return now.toISO() as string;
}

function peopleOf(data: string, problems: Problem[]): ReadonlyMap<string, Person> {
  const path = ["json", "yaml", "yml"]
    .map((ending) => join(data, `people.${ending}`))
    .find((file) => existsSync(file));
  const read: Reference<Person> = path
    ? readPeople(readFileSync(path, "utf8"), path.split(sep).join("/"))
    : { entries: new Map(), problems: [] };
  problems.push(...read.problems);
  return read.entries;
}

function readLock(file: string, problems: Problem[]): FreshnessLock | null {
  if (!existsSync(file)) return null;
  try {
    const lock: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (typeof lock === "object" && lock !== null && !Array.isArray(lock)) return lock as FreshnessLock;
    throw new Error("it holds no object");
  } catch (error) {
    problems.push(
      fault(
        file,
        "lock",
        `expected JSON written by vervain review, received a fault (${(error as Error).message}).`,
      ),
    );
    return null;
  }
}

function writeLock(
  file: string,
  articles: readonly SiteArticle[],
  lock: FreshnessLock | null,
  accept: boolean,
): void {
  const reviewed = nextLock(
    articles.map(({ article }) => article),
    lock ?? {},
    accept,
  );
  // A review of one file must not forget the others.
  const all = { ...lock, ...reviewed };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify(sorted, null, 2)}\n`;
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}

function print(
  { articles, site }: SiteReview,
  { counts, overdueCount, silencedCount }: Report,
  withNotes: boolean,
): void {
  const findings = [...site, ...[...articles.values()].flatMap((review) => review.findings)];
  for (const finding of findings) {
    if (finding.level === "note" && !withNotes) continue;
    const color = finding.level === "error" ? pc.red : finding.level === "warning" ? pc.yellow : pc.dim;
    console.log(`${color(finding.level)} ${formatProblem(toProblem(finding))}`);
  }
  const hidden = counts.note > 0 && !withNotes ? " (--notes shows them)" : "";
  const levels = [
    countOf(counts.error, "error"),
    countOf(counts.warning, "warning"),
    countOf(counts.note, "note"),
  ];
  console.log(
    `${countOf(articles.size, "article")} reviewed: ${levels.join(", ")}${hidden}; ${countOf(overdueCount, "review")} overdue, ${silencedCount} silenced.`,
  );
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function fault(file: string, field: string, message: string): Problem {
  return {
    file: relative(".", file).split(sep).join("/") || file,
    line: 0,
    field,
    message,
    severity: "error",
  };
}
