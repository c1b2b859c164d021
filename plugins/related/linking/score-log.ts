import { compareText, type Problem, quote } from "../../problem.ts";
import type { GraphScore } from "./graph-score.ts";

/** One day's score as it is kept. */
export interface LoggedScore extends GraphScore {
  /** YYYY-MM-DD. */
  readonly day: string;
}

const COLUMNS = [
  ["day", "day"],
  ["score", "score"],
  ["articles", "articleCount"],
  ["links", "linkCount"],
  ["orphans", "orphanCount"],
  ["dead ends", "deadEndCount"],
  ["reached", "reachedCount"],
  ["near", "nearCount"],
  ["spread", "spread"],
] as const satisfies readonly (readonly [string, keyof LoggedScore])[];
const HEAD = COLUMNS.map(([name]) => name).join(",");
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The kept scores, oldest first, or what is wrong with the file. */
export function readScores(
  text: string,
  file: string,
): readonly LoggedScore[] | { readonly problem: Problem } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const scores: LoggedScore[] = [];
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line === "") {
      if (at === 0 && line !== HEAD) return { problem: fault(file, 1, HEAD, line) };
      continue;
    }
    const cells = line.split(",");
    const [day = "", ...numbers] = cells;
    if (
      cells.length !== COLUMNS.length ||
      !DAY.test(day) ||
      numbers.some((cell) => !/^\d+(?:\.\d+)?$/.test(cell))
    )
      return { problem: fault(file, at + 1, "a day and eight numbers", line) };
    scores.push(
      Object.fromEntries(
        COLUMNS.map(([, field], column) => [field, field === "day" ? day : Number(cells[column])]),
      ) as unknown as LoggedScore,
    );
  }
  return scores.sort((a, b) => compareText(a.day, b.day));
}

/**
 * The file with a day's score in it: one line a day, the day's last; the text
 * as it was where nothing has changed since the line before.
 */
export function addScore(text: string, scores: readonly LoggedScore[], today: LoggedScore): string {
  const last = scores.findLast(({ day }) => day <= today.day);
  if (last !== undefined && lineOf({ ...last, day: "" }) === lineOf({ ...today, day: "" })) return text;
  const kept = [...scores.filter(({ day }) => day !== today.day), today];
  return `${[HEAD, ...kept.sort((a, b) => compareText(a.day, b.day)).map(lineOf)].join("\n")}\n`;
}

function lineOf(score: LoggedScore): string {
  return COLUMNS.map(([, field]) => String(score[field])).join(",");
}

function fault(file: string, line: number, expected: string, received: string): Problem {
  const message = `expected ${expected}, received ${quote(received)}. Mend the line, or delete the file to begin anew.`;
  return { file, line, field: "link scores", message, severity: "error" };
}
