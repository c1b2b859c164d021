import type { Facts } from "../model.ts";
import { cleanHeading } from "./candidate.ts";
import type { Group } from "./group.ts";
import { groupFacts } from "./group-facts.ts";
import { ownTexts } from "./own-text.ts";
import type { Reading } from "./reading.ts";
import { stemsOf } from "./stems.ts";

/** Words of an item, and of what is said before a row, that are looked at. */
const MOST_WORDS = 14;
/** Words of an item's own text that are. */
const MOST_OWN_WORDS = 20;

/** All that is known of a row: what it is like, and the words it is made of. */
export function rowFacts(reading: Reading, group: Group): Facts {
  return { ...groupFacts(reading, group), ...groupWords(reading, group) };
}

/**
 * The words of a row by where they stand, stemmed: "i …" the share of its items
 * that have the word, "f …" the share that begin with it, "x …" the share that
 * have it in their own text, "h …" 1 for a word of the heading right above, "b …"
 * for one at the end of what is said before. What they speak for is learnt from
 * rows of many articles, not written down. Words of titles were tried and left
 * out: they tell which article it is.
 */
function groupWords(reading: Reading, { items, home, before }: Group): Facts {
  const facts: Record<string, number> = {};
  const add = (name: string, share: number): void => {
    facts[name] = (facts[name] ?? 0) + share;
  };
  const wordsOf = (text: string, most?: number): string[] => stemsOf(reading.tokensOf(text), most);
  for (const item of items) {
    const words = wordsOf(item.candidate.heading, MOST_WORDS);
    for (const word of new Set(words)) add(`i ${word}`, 1 / items.length);
    if (words[0] !== undefined) add(`f ${words[0]}`, 1 / items.length);
    const [own = ""] = ownTexts(reading, item);
    for (const word of new Set(wordsOf(own, MOST_OWN_WORDS))) add(`x ${word}`, 1 / items.length);
  }
  if (home !== null && home.level > 0)
    for (const word of wordsOf(cleanHeading(home.heading).heading)) facts[`h ${word}`] = 1;
  if (before !== null) for (const word of wordsOf(before.text).slice(-MOST_WORDS)) facts[`b ${word}`] = 1;
  return facts;
}
