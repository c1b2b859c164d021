import { compareProblems, formatProblem, type Problem } from "../problem.ts";

/** Lines that a guest says unasked; `vervain build` says all. */
const MOST = 12;

/**
 * What is said in somebody else's build, once: what fails first, the same thing of many files as
 * one line with their number, at most a dozen lines.
 *
 * @param taken names that the owner has, so that ours have the prefix alone
 */
export function guestReport(problems: readonly Problem[], taken: readonly string[]): readonly string[] {
  const order = { error: 0, warning: 1, note: 2 } as const;
  const groups = new Map<string, Problem[]>();
  const sorted = [...problems].sort((a, b) => order[a.severity] - order[b.severity] || compareProblems(a, b));
  for (const problem of sorted) {
    const key = `${problem.severity} ${problem.field} ${withoutValue(problem.message)}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  const lines = [
    ...taken.map((name) => `${name}: yours stays; ours has the prefix "vervain" alone.`),
    ...[...groups.values()].map(([first, ...others]) => {
      const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
      return `${first?.severity} ${formatProblem(first as Problem)}${more}`;
    }),
  ];
  if (lines.length <= MOST) return lines;
  return [...lines.slice(0, MOST), `and ${lines.length - MOST} more; "npx vervain build" lists all.`];
}

/** The message without what it quotes: of many files that say the same each quotes its own. */
function withoutValue(message: string): string {
  return message.replace(/"[^"]*"/g, "").replace(/\d+/g, "");
}
