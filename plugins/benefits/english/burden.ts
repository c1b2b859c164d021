import type { Lexicon } from "../lexicon.ts";
import { illEnd } from "./ills.ts";
import type { Token } from "./tokens.ts";

/** Things that a heading blames, whatever they are called in the lexicon. */
const BLAMED = new Set(
  (
    "alcohol booze sugar soda smoking nicotine vaping cigarette tobacco sitting burnout loss lack deprivation deficiency overwork junk " +
    "pollution dehydration smog screen doomscrolling overeating binge withdrawal grief loneliness crash trauma noise jetlag snoring obesity"
  ).split(" "),
);
const DOES = new Set([
  "do",
  "does",
  "did",
  "affect",
  "affects",
  "harm",
  "hurt",
  "damage",
  "change",
  "impact",
]);
/** Furthest word of a heading at which its verb is looked for. */
const VERB_WITHIN = 9;

/**
 * True where a heading asks or tells what a burden does: "What Stress Does to
 * the Body", "How does anxiety affect digestion?", "Effects of Sleep Loss",
 * "Your Brain on Sugar". What follows is harm, however it sounds.
 */
export function tellsOfBurden(tokens: readonly Token[], lexicon: Lexicon): boolean {
  const words = tokens.filter(({ isWord }) => isWord);
  return words.some((_, at) => isToldAt(words, at, lexicon));
}

function isToldAt(words: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const { norm } = words[at] as Token;
  if (norm === "what" || norm === "how") return doesHarm(words, at, lexicon);
  if ((norm === "effect" || norm === "impact" || norm === "toll") && words[at + 1]?.norm === "of")
    return startsWithBurden(words, at + 2, lexicon);
  // "Your brain on stress": nothing else stands in the heading.
  return norm === "on" && at >= 2 && isBody(words, at) && isBurden(words, at + 1, words.length, lexicon);
}

function isBody(words: readonly Token[], at: number): boolean {
  return /^(?:brain|body|gut|skin|heart|liver)$/.test(words[at - 1]?.norm ?? "");
}

function doesHarm(words: readonly Token[], question: number, lexicon: Lexicon): boolean {
  const isAsked = DOES.has(words[question + 1]?.norm ?? "") || words[question + 1]?.norm === "can";
  const from = question + (isAsked ? 2 : 1);
  for (let at = from + 1; at < Math.min(words.length, from + VERB_WITHIN); at++) {
    if (!DOES.has((words[at] as Token).norm)) continue;
    const isFor = words[at + 1]?.norm === "for";
    return !isFor && isBurden(words, from, at, lexicon);
  }
  return false;
}

/** True where the last words of `from` to `to` name a burden: "chronic stress", "sleep loss"; not "stress relief". */
function isBurden(words: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  if (to <= from || isTherapy(words, from, to, lexicon)) return false;
  if (BLAMED.has((words[to - 1] as Token).norm)) return true;
  for (let at = from; at < to; at++) if (burdenEnd(words, at, lexicon) === to) return true;
  return false;
}

function startsWithBurden(words: readonly Token[], from: number, lexicon: Lexicon): boolean {
  for (let at = from; at < Math.min(words.length, from + 3); at++) {
    if (lexicon.therapies.match(words, at)) return false;
    const end = BLAMED.has((words[at] as Token).norm) ? at + 1 : burdenEnd(words, at, lexicon);
    if (end > 0) return end >= words.length || /^(?:on|in|and|to|for)$/.test((words[end] as Token).norm);
  }
  return false;
}

/** Where the name of a burden that starts at `at` ends; 0 where none does. */
function burdenEnd(words: readonly Token[], at: number, lexicon: Lexicon): number {
  const match = lexicon.meanings.match(words, at);
  const naming = match?.value.naming;
  if (!match || !naming) return 0;
  const end = illEnd(naming, words, at, match.end, words.length);
  if (end > 0) return end;
  if (naming.says !== null || naming.isLoose) return 0;
  const { nature, isBadRaised } = naming.target;
  return naming.isTrouble || nature === "burden" || isBadRaised ? match.end : 0;
}

/** "What cupping does to pain": a therapy is the subject. */
function isTherapy(words: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  for (let at = from; at < to; at++) {
    if (lexicon.therapies.match(words, at)?.end === to) return true;
  }
  return false;
}
