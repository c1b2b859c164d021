import { compareProblems, type Problem } from "../problem.ts";

/** One warning in place of many that say the same of one field in many files: the first, with how many follow. */
export function foldWarnings(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem[]>();
  const kept: Problem[] = [];
  for (const problem of [...problems].sort(compareProblems)) {
    if (problem.severity !== "warning") {
      kept.push(problem);
      continue;
    }
    const key = `${problem.field}\n${problem.message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    const also =
      others.length === 0
        ? ""
        : ` So ${others.length === 1 ? "does 1 other" : `do ${others.length} others`}.`;
    kept.push({ ...first, message: first.message + also });
  }
  return kept;
}
