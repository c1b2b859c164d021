import pc from "picocolors";
import type { Corpus } from "../corpus/corpus.ts";
import { formatProblem } from "../problem.ts";

/** What is said at the end of a build, less how long it took. */
export interface BuildSummary {
  /** Of every page as it was written; null where none was looked at. */
  readonly checked: CheckSummary | null;
  readonly warnings: readonly string[];
  /** "91 pages", "12 articles" and so on. */
  readonly counts: readonly string[];
  /** What waits for the writer; "" for nothing. */
  readonly waiting: string;
}

/** What was noticed in built pages, none of it an error. */
export interface CheckSummary {
  readonly pageCount: number;
  readonly warnings: readonly string[];
}

/** Warnings printed before the rest is only counted. */
const WARNING_LIMIT = 20;

export function summaryOf(
  corpus: Corpus | null,
  pageCount: number,
  checked: CheckSummary | null,
): BuildSummary {
  const warnings = corpus?.problems.filter(({ severity }) => severity === "warning") ?? [];
  const linkCount = [...(corpus?.records.values() ?? [])].reduce(
    (sum, record) => sum + record.related.length,
    0,
  );
  return {
    checked,
    warnings: warnings.map(formatProblem),
    counts: [
      counted(pageCount, "page"),
      counted(corpus?.records.size ?? 0, "article"),
      counted(corpus?.benefits.length ?? 0, "benefit"),
      counted(linkCount, "Also Read link"),
      counted(warnings.length, "warning"),
    ],
    waiting: waitingText(corpus),
  };
}

/** How a build ended, beside what it says. */
export interface Ending {
  /** The folder, as the owner named it. */
  readonly shown: string;
  readonly ms: number;
  readonly isVerbose: boolean;
  /** True: nothing was made, because the site that is there is the one that would be. */
  readonly isUnchanged: boolean;
}

export function printSummary(
  { warnings, counts, waiting }: BuildSummary,
  { shown, ms, isVerbose, isUnchanged }: Ending,
): void {
  const told = isVerbose ? warnings : warnings.slice(0, WARNING_LIMIT);
  for (const warning of told) console.log(`${pc.yellow("warning")} ${warning}`);
  if (told.length < warnings.length)
    console.log(`… and ${warnings.length - told.length} more warnings (--verbose shows all)`);
  const parts = [...counts, ...(isUnchanged ? ["as it was"] : []), `${(ms / 1000).toFixed(2)} s`];
  console.log(`${pc.green("built")} ${shown.replace(/^\.\//, "")} · ${parts.join(" · ")}`);
  if (waiting !== "") console.log(waiting);
}

/** Says what is wrong with the pages as they were written. */
export function printChecked(
  { pageCount, warnings }: CheckSummary,
  errors: readonly string[],
  isVerbose: boolean,
): void {
  for (const line of errors) console.error(`${pc.red("error")} ${line}`);
  for (const line of isVerbose ? warnings : warnings.slice(0, WARNING_LIMIT))
    console.log(`${pc.yellow("warning")} ${line}`);
  console.log(
    `checked ${counted(pageCount, "page")} · ${counted(errors.length, "error")} · ${counted(warnings.length, "warning")}`,
  );
}

/** "1 page", "2 pages". */
function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** "12 proposals wait in 5 articles", and how to answer them; "" where none does. */
function waitingText(corpus: Corpus | null): string {
  const waiting = [...(corpus?.records.values() ?? [])].filter(({ proposals }) => proposals.length > 0);
  const count = waiting.reduce((sum, { proposals }) => sum + proposals.length, 0);
  if (count === 0) return "";
  const files = waiting.length === 1 ? (waiting[0]?.article.file ?? "") : "";
  const hint = `vervain benefits --confirm${files === "" ? "" : ` ${files}`}`;
  return `${counted(count, "proposal")} ${count === 1 ? "waits" : "wait"} in ${counted(waiting.length, "article")}: no page shows them until you say so (${hint})`;
}
