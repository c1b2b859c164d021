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
