import { readFileSync } from "node:fs";
import { type Finding, formatFinding } from "../check/index.ts";
import { checkSettingsOf } from "../check/plugin.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { folderOf, outOfFolder } from "../corpus/site-folder.ts";
import { compareProblems, formatProblem, type Problem, type Severity } from "../problem.ts";
import { pageReviewOf } from "../review/given.ts";
import { checkFolder } from "./check.ts";

/** One line of the report on built pages. */
export interface BuiltLine {
  readonly severity: Severity;
  readonly line: string;
}

/**
 * Rules that can only speak of an author's words on pages of ours: a title
 * "null", prose with braces, 10,000 headings. A reader loses nothing by them.
 */
const OF_WORDS = {
  leak: "warning",
  "page-leak": "warning",
  encoding: "warning",
  "graph-size": "warning",
} as const;

/**
 * 1-based line on which a file writes an address, alone or between quotes and
 * brackets; null where it stands nowhere or a template made it.
 */
function lineOf(file: string, written: string | undefined, folder: string): number | null {
  if (written === undefined || written.trim() === "") return null;
  const lines = readFileSync(file, "utf8").split("\n");
  // On the page it may stand in the site's folder, which its writer left out.
  const forms = [written, outOfFolder(written, folder) ?? written];
  const at = lines.findIndex((line) => addressesIn(line).some((address) => forms.includes(address)));
  return at < 0 ? null : at + 1;
}

/** Whatever in a line of an article may be an address. */
function addressesIn(line: string): readonly string[] {
  return line.split(/[\s"'()<>=\]]+/).map((part) => part.replaceAll("&amp;", "&"));
}

/** Article files by the page that is made of them ("rest/index.html"). */
function sourcesOf({ records }: Corpus): ReadonlyMap<string, string> {
  return new Map(
    [...records.values()].map(({ url, article }) => [
      `${url.slice(1)}${url.endsWith("/") ? "index.html" : ""}`,
      article.file,
    ]),
  );
}

/** The finding in a line, behind the file that the page is made of where there is one. */
function withSource(finding: Finding, sources: ReadonlyMap<string, string>, folder: string): string {
  const source = sources.get(finding.page);
  const line = formatFinding(finding);
  if (source === undefined) return line;
  const at = lineOf(source, finding.written, folder);
  return at === null ? `${source}: ${line}` : `${source}:${at}: ${line}`;
}

/**
 * What the checks find on the pages as they were written, and what the review
 * of articles finds missing on them. Each page is read once.
 */
export function findBuilt(
  folder: string,
  corpus: Corpus | null,
): { readonly lines: readonly BuiltLine[]; readonly pageCount: number } {
  const sources = corpus === null ? new Map<string, string>() : sourcesOf(corpus);
  const siteFolder = corpus === null ? "" : folderOf(corpus.site.url);
  const settings = (corpus && checkSettingsOf(corpus)) ?? {};
  const review = corpus && pageReviewOf(corpus);
  const problems: Problem[] = [];
  const { findings, pageCount } = checkFolder(
    folder,
    {},
    {
      ...settings,
      levels: { ...OF_WORDS, ...(corpus && checkSettingsOf(corpus)?.levels) },
      onPage: (page) => void problems.push(...(review?.(page) ?? [])),
    },
  );
  const lines = [
    ...findings.map((finding) => ({
      severity: finding.severity,
      line: withSource(finding, sources, siteFolder),
    })),
    ...problems
      .sort(compareProblems)
      .map((problem) => ({ severity: problem.severity, line: formatProblem(problem) })),
  ];
  return { lines, pageCount };
}
