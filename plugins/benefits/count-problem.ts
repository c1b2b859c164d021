import type { Article } from "../article/types.ts";
import type { ArticleBenefit } from "../corpus/types.ts";
import type { Problem, Severity } from "../problem.ts";

/**
 * A problem where the article promises another number of benefits than it lists
 * ("9 Benefits of …" with eight); null where it keeps its promise or makes none.
 * What may be misread counts where the promise needs it, and else does not.
 *
 * @param benefits all that were found, those without a known target too
 * @param promisedCount what title or umbrella line promise; null for nothing
 * @param unsure those among them that wait because they may be misread
 * @param droppedCount others that are listed, of which the writer dropped what was read
 */
export function countProblem(
  { file }: Article,
  benefits: readonly ArticleBenefit[],
  promisedCount: number | null,
  severity: Severity = "warning",
  unsure: readonly ArticleBenefit[] = [],
  droppedCount = 0,
): Problem | null {
  if (promisedCount === null) return null;
  const listed = benefits
    .filter(({ kind, heading }) => kind !== "prose" && heading !== null)
    .sort((a, b) => a.line - b.line);
  const unsureLines = new Set(unsure.map(({ line }) => line));
  const sureCount = listed.filter(({ line }) => !unsureLines.has(line)).length;
  if (sureCount <= promisedCount && promisedCount <= listed.length + droppedCount) return null;
  const found = listed.map(({ heading, line }) => `${heading} (line ${line})`).join("; ");
  const received = `${listed.length}${found === "" ? "" : `: ${found}`}`;
  const message = `expected ${promisedCount} benefits as promised, received ${received}. Correct the number, or give each benefit a heading.`;
  return { file, line: titleLine(listed), field: "title", message, severity };
}

/** The title's line is not in the model; front matter opens on line 1 and the title follows. */
function titleLine(_listed: readonly ArticleBenefit[]): number {
  return 2;
}
