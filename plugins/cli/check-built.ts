import { formatFinding } from "../check/index.ts";
import { checkSettingsOf } from "../check/plugin.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { compareProblems, formatProblem, type Problem, type Severity } from "../problem.ts";
import { pageReviewOf } from "../review/plugin.ts";
import { checkFolder } from "./check.ts";

/** One line of the report on built pages. */
export interface BuiltLine {
  readonly severity: Severity;
  readonly line: string;
}

/**
 * What the checks find on the pages as they were written, and what the review
 * of articles finds missing on them. Each page is read once.
 */
export function findBuilt(
  folder: string,
  corpus: Corpus | null,
): { readonly lines: readonly BuiltLine[]; readonly pageCount: number } {
  const settings = (corpus && checkSettingsOf(corpus)) ?? {};
  const review = corpus && pageReviewOf(corpus);
  const problems: Problem[] = [];
  const { findings, pageCount } = checkFolder(
    folder,
    {},
    {
      ...settings,
      onPage: (page) => void problems.push(...(review?.(page) ?? [])),
    },
  );
  const lines = [
    ...findings.map((finding) => ({ severity: finding.severity, line: formatFinding(finding) })),
    ...problems
      .sort(compareProblems)
      .map((problem) => ({ severity: problem.severity, line: formatProblem(problem) })),
  ];
  return { lines, pageCount };
}
