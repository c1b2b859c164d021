import type { Facts } from "../model.ts";
import type { Token } from "../tokens.ts";
import { stancesOf } from "./stances.ts";

/** True where a word of a text may deny or doubt something. */
export function hasDenial(tokens: readonly Token[]): boolean {
  return tokens.some(({ norm }) =>
    stancesOf(norm).some(
      (stance) =>
        stance === "not" ||
        stance === "doubt" ||
        stance === "fail" ||
        stance === "mixed" ||
        stance === "scarce",
    ),
  );
}

/** Facts by which an article itself denies or doubts what a clause says; who merely asks, hopes or quotes does neither. */
const DENIES = [
  "--verb not",
  "--governor not",
  "--subject not",
  "--verb fail",
  "--governor fail",
  "--no more than",
  "--next denies",
];
const DOUBTS = [
  "--governor doubt",
  "--governor scarce",
  "--verb scarce",
  "--verb doubt",
  "--after doubt",
  "-governor mixed",
];
/** Only of its subject is something denied. */
const OF_SUBJECT = ["+doer is the subject", "+doer stands for it", "+subject in sentence"];
const NOT_ITS_WORD = ["--question", "--told by somebody", "--inverted condition", "--governor hope"];

/** How the facts of a clause speak against its claim; null where the article does not deny it itself. */
export function readDenial(facts: Facts): "denied" | "doubted" | null {
  const has = (names: readonly string[]): boolean => names.some((name) => facts[name] !== undefined);
  if (!has(OF_SUBJECT) || has(NOT_ITS_WORD)) return null;
  if (has(DENIES)) return has(DOUBTS) ? "doubted" : "denied";
  return has(DOUBTS) ? "doubted" : null;
}
