import type { Problem } from "../problem.ts";

/**
 * Problems without the open points that say of a line and field what an error
 * of the same file says already: an author nobody knows is no named author.
 */
export function toldOnce(problems: readonly Problem[]): readonly Problem[] {
  const placeOf = ({ file, line, field }: Problem): string => `${file}\0${line}\0${field}`;
  const errors = new Set(problems.filter(({ severity }) => severity === "error").map(placeOf));
  return problems.filter((problem) => problem.severity !== "warning" || !errors.has(placeOf(problem)));
}
