import { type Problem, quote } from "../problem.ts";
import type { Finding } from "./types.ts";

/** A finding as a problem of the build: `expected X, received Y. What to do. Why (source).` */
export function toProblem({ rule, level, file, line, words, expected, why, todo }: Finding): Problem {
  const received = words === "" ? "nothing" : quote(words);
  const message = `expected ${expected}, received ${received}. ${todo} Why: ${why}.`;
  return { file, line, field: rule, message, severity: level };
}
