import { compareProblems, formatProblem, type Problem } from "../problem.ts";

/** Lines that are said of the files just saved, or at the beginning; more are counted. */
const LINE_LIMIT = 10;

/**
 * What the terminal says after a build while serving: a line for each fault of
 * the files just saved, errors first, and one line for all others. At the
 * beginning nothing was saved: errors stand for it.
 *
 * @param changed paths relative to the project; none: the first build
 */
export function serveLines(problems: readonly Problem[], changed: readonly string[]): readonly string[] {
  const faults = problems
    .filter(({ severity }) => severity !== "note")
    .sort((a, b) => Number(a.severity !== "error") - Number(b.severity !== "error") || compareProblems(a, b));
  const isFirst = changed.length === 0;
  const own = faults.filter(({ file, severity }) =>
    isFirst ? severity === "error" : changed.includes(file),
  );
  const told = own.slice(0, LINE_LIMIT);
  const isTold = new Set(told);
  const mended = isFirst
    ? []
    : changed.filter((path) => /\.(?:md|markdown)$/i.test(path) && faults.every(({ file }) => file !== path));
  const hasOthers = !isFirst && own.length === told.length;
  return [
    ...told.map((problem) => `${problem.severity} ${formatProblem(problem)}`),
    ...mended.map((path) => `${path}: nothing to mend`),
    ...restLine(
      faults.filter((problem) => !isTold.has(problem)),
      hasOthers ? "other " : "",
    ),
  ];
}

function restLine(faults: readonly Problem[], other: string): readonly string[] {
  if (faults.length === 0) return [];
  const errorCount = faults.filter(({ severity }) => severity === "error").length;
  const counts = [counted(errorCount, "error"), counted(faults.length - errorCount, "warning")].filter(
    (text) => text !== "",
  );
  const files = counted(new Set(faults.map(({ file }) => file)).size, `${other}file`);
  return [`${counts.join(" and ")} in ${files} (the desk shows them all)`];
}

function counted(count: number, what: string): string {
  return count === 0 ? "" : `${count} ${what}${count === 1 ? "" : "s"}`;
}
