import type { Token } from "./tokens.ts";

/** Verbs of inquiry, with what they ask after: "evaluated the effectiveness of spinal manipulation in treating pain". */
const INQUIRES =
  /^(?:evaluat|examin|explor|consider|investigat|assess|test|stud[iy]|analy[sz]|determin|compar|question)/;
const ASKED =
  /^(?:effects?|effectiveness|efficacy|impacts?|influence|role|use|usefulness|benefits?|value|potential|whether|how|if)$/;
/** Words from the verb of inquiry to what it asks after, and before what is asked in which it must stand. */
const ASKED_WITHIN = 4;
/** Doing that may fail, with "to" behind it: "aims to", "may be trying to", "dedicated to". */
const INTENDS =
  /^(?:try|tries|trying|tried|aims?|aiming|aimed|attempts?|attempting|strives?|striving|seeks?|seeking|dedicated|committed|hopes?|hoping|wants?|wanting|wish(?:es)?)$/;
/** "Ways to reduce stress" names what others do; with a verb of being before it, it says what the subject is. */
const MEANS = /^(?:ways?|how|tips?|steps|knowledge|strategies|techniques|methods|advice|ideas|tools)$/;
/** "It is important to keep a regular schedule" asks; "Vitamin D is essential to keep bones strong" says. */
const ADVISED =
  /^(?:important|essential|necessary|vital|crucial|best|better|advisable|recommended|wise|helpful|useful)$/;
const IS = /^(?:is|are|was|were|be|been|being|offers?|provides?|remains?|becomes?|as|'s)$/;

/**
 * Whether the clause before a claim's verb asks, intends or names means instead
 * of saying that something is so. Tokens `from`..`to`, `to` the verb of the claim.
 */
export function isUnasserted(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).map(({ start, end }) => text.slice(start, end).toLowerCase());
  if (isAsked(words) || endsIn(words, INTENDS) || isAdvised(words)) return true;
  return endsIn(words, MEANS) && !words.some(isBeing);
}

function isAsked(words: readonly string[]): boolean {
  return words.some(
    (word, at) =>
      INQUIRES.test(word) && words.slice(at + 1, at + 1 + ASKED_WITHIN).some((next) => ASKED.test(next)),
  );
}

/** "… aims to", "… dedicated to": what is named behind it, and behind an "and" after that, is not said to be so. */
function endsIn(words: readonly string[], kind: RegExp): boolean {
  return words.some((word, at) => kind.test(word) && words[at + 1] === "to");
}

/** "It is … important to", with "it" for what is to be done. */
function isAdvised(words: readonly string[]): boolean {
  const it = words.findIndex((word) => /^it(?:['’]s)?$/.test(word));
  return it >= 0 && endsIn(words.slice(it, it + ADVISED_WITHIN), ADVISED);
}

/** "It", its verb, an adverb or two, the word, "to". */
const ADVISED_WITHIN = 6;

function isBeing(word: string): boolean {
  return IS.test(word);
}

const LABORATORY = new Set("mouse mice rat rodent vitro petri".split(" "));

/** Whether a sentence tells what was seen in mice or in a dish, wherever it says so: tokens `from`..`to`. */
export function isSeenInLaboratory(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (LABORATORY.has((tokens[at] as Token).norm)) return true;
  return false;
}

const MODAL = /^(?:can|could|may|might|will|would|often|also|directly|then|usually|typically)$/;
const ACTS =
  /^(?:helps?|leads?|improves?|boosts?|supports?|reduces?|lowers?|eases?|enhances?|promotes?|increases?|makes?|keeps?|allows?|prevents?|relieves?|contributes?|strengthens?)$/;
/** Words behind what is named, up to the verb that it governs. */
const ACTS_WITHIN = 14;

/**
 * Whether what a claim names does something itself: "better sleep leads to a
 * better mood", "changes such as keeping a healthy weight can ease pain" say
 * nothing of what sleep or weight is brought about by. Tokens `from`..`to` are
 * the clause, `at`..`end` the claim with its verb.
 */
export function isDoer(
  text: string,
  tokens: readonly Token[],
  tagAt: (at: number) => string,
  [from, at, end, to]: readonly [number, number, number, number],
): boolean {
  const word = (index: number): string => text.slice(tokens[index]?.start, tokens[index]?.end).toLowerCase();
  for (let index = from; index < at; index++) if (isFiniteVerb(tagAt(index), word(index))) return false;
  if (isFiniteVerb(tagAt(at), word(at)) && !/ing$/.test(word(at))) return false;
  for (let index = end; index < Math.min(to, end + ACTS_WITHIN); index++) {
    if (ACTS.test(word(index))) return true;
    if (isFiniteVerb(tagAt(index), word(index)) && !MODAL.test(word(index))) return false;
  }
  return false;
}

/** A verb that is no participle: what stands before it is its doer. */
function isFiniteVerb(tag: string, word: string): boolean {
  return (tag === "VERB" || tag === "AUX") && !/(?:ing|ed)$/.test(word);
}
