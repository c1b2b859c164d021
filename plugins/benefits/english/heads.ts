import type { Token } from "./tokens.ts";

/** Marks that part a heading into pieces, each with a head of its own ("Honey: Benefits"). */
const PARTS = new Set([":", "|", "–", "—", "-", "?", ".", "!", "…", "(", ")", ";"]);
/** Words behind which a phrase tells more of what stands before it. */
const OPENERS = new Set(
  (
    "of for in on with without from by during after before behind against about into via through per over under within " +
    "between among amid across at as like than beyond around to that which who whose when if because while until whether"
  ).split(" "),
);
/** Nouns that say nothing until their of-phrase does: "effects of lack of sleep" is about lack of sleep. */
const LIGHT = new Set("effect impact kind type sort part form result power".split(" "));
/** Nouns that only hold what their of-phrase names: a "Summary of Benefits" is about benefits. */
const HOLDERS = new Set("summary list overview recap rundown roundup table range".split(" "));
/** Verbs by which a finding is told: who tells it is not what the heading is about. */
const TELLS = new Set(
  "show shows showed shown suggest suggests find finds found prove proves say says confirm confirms reveal reveals indicate indicates".split(
    " ",
  ),
);

/**
 * For each word of a heading, whether it stands at the head: before the first
 * "of", "for", "to" … of its piece, and not in front of a verb of telling.
 * In "Benefits of this breathing technique" the head is *benefits*, in "Studies
 * show that it eases pain" there is none before *it*.
 */
export function headWords(tokens: readonly Token[]): readonly boolean[] {
  const isHead: boolean[] = [];
  let isOpen = true;
  let words = 0;
  for (const [at, { norm, isWord }] of tokens.entries()) {
    if (!isWord) {
      if (PARTS.has(norm)) {
        isOpen = true;
        words = 0;
      }
      isHead.push(isOpen);
      continue;
    }
    const isLight = norm === "of" && (LIGHT.has(tokens[at - 1]?.norm ?? "") || isHolder(tokens, at - 1));
    if (isOpen && words > 0 && OPENERS.has(norm) && !isLight) isOpen = false;
    if (isOpen && words > 0 && words <= 3 && TELLS.has(norm) && at + 1 < tokens.length) {
      for (let back = at - words; back <= at; back++) isHead[back] = false;
      isHead.push(false);
      words++;
      continue;
    }
    isHead.push(isOpen);
    words++;
  }
  return isHead;
}

/** "Summary" of "Summary of Massage Benefits". */
export function isHolder(tokens: readonly Token[], at: number): boolean {
  return HOLDERS.has(tokens[at]?.norm ?? "") && tokens[at + 1]?.norm === "of";
}
