import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DateTime } from "luxon";
import { decodeText } from "../files/decode.ts";
import { readPlainFile } from "../files/plain-file.ts";
import type { Problem } from "../problem.ts";
import type { GraphScore } from "../related/linking/graph-score.ts";
import { addScore, readScores } from "../related/linking/score-log.ts";
import { createFile, replaceFile } from "./write-file.ts";

/** Where the scores of a site are kept, for its owner to commit. */
export const SCORES_FILE = ".vervain/links.csv";

/** Puts today's score into {@link SCORES_FILE}; problems where that cannot be, and then nothing is written. */
export function recordScore(score: GraphScore, now: string, zone: string): readonly Problem[] {
  const fail = (message: string): readonly Problem[] => [
    { file: SCORES_FILE, line: 0, field: "link scores", message, severity: "error" },
  ];
  const read = readPlainFile(SCORES_FILE, { inside: "." });
  if (read !== null && "fault" in read)
    return fail("expected a plain file of the project. Nothing was written.");
  const decoded = read === null ? { text: "" } : decodeText(read.bytes);
  if ("expected" in decoded)
    return fail(`${decoded.expected}, received ${decoded.received}. Nothing was written.`);
  const scores = read === null ? [] : readScores(decoded.text, SCORES_FILE);
  if ("problem" in scores) return [scores.problem];
  const day = DateTime.fromISO(now, { zone }).toISODate() ?? now.slice(0, 10);
  const text = addScore(decoded.text, scores, { day, ...score });
  if (text === decoded.text) return [];
  mkdirSync(dirname(SCORES_FILE), { recursive: true });
  const isDone = read === null ? createFile(SCORES_FILE, text) : replaceFile(SCORES_FILE, read.bytes, text);
  return isDone
    ? []
    : fail("expected the file as it was read, received one that was saved meanwhile. Try again.");
}
