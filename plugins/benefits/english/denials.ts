import type { Facts } from "../model.ts";
import { stancesOf } from "./stances.ts";
import type { Token } from "./tokens.ts";

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

/**
 * Facts by which an article itself denies or doubts what a clause says: the
 * clause's own verb, or the one that governs it. Who merely asks, hopes or quotes does neither.
 */
const DENIES = ["--verb not", "--governor not", "--verb fail", "--governor fail", "--no more than"];
const DOUBTS = ["--governor doubt", "--verb doubt"];
/**
 * Facts that may mean as much ("no technique", "a walk without a podcast"; a next
 * sentence that begins with "But no"): enough to keep quiet, too little to quote.
 */
const MAY_DENY = [
  "--subject not",
  "--next denies",
  "--governor scarce",
  "--verb scarce",
  "--after doubt",
  "-governor mixed",
];
/** Only of its subject is something denied. */
const OF_SUBJECT = ["+doer is the subject", "+doer stands for it", "+subject in sentence"];
const NOT_ITS_WORD = [
  "--question",
  "--told by somebody",
  "--inverted condition",
  "--governor hope",
  "--object is a modifier",
  "--object of another",
];

/** Whether something in or beside a clause may take its claim back: then no other sentence's word on it is enough. */
export function mayBeDenied(facts: Facts): boolean {
  return readDenial(facts) !== null || (isOfSubject(facts) && hasAny(facts, MAY_DENY));
}

/** How the facts of a clause speak against its claim; null where the article does not deny it itself. */
export function readDenial(facts: Facts): "denied" | "doubted" | null {
  if (!isOfSubject(facts)) return null;
  const isDoubted = hasAny(facts, DOUBTS);
  if (hasAny(facts, DENIES)) return isDoubted ? "doubted" : "denied";
  return isDoubted ? "doubted" : null;
}

function isOfSubject(facts: Facts): boolean {
  return hasAny(facts, OF_SUBJECT) && !hasAny(facts, NOT_ITS_WORD);
}

function hasAny(facts: Facts, names: readonly string[]): boolean {
  return names.some((name) => facts[name] !== undefined);
}
