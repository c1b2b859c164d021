import type { Token } from "../tokens.ts";

/** The commonest words of English that its neighbours do not share (written in normal form). */
const COMMON: ReadonlySet<string> = new Set(
  (
    "the of and to that is it for was with be are this have from or by not but what all were we when your can there their which she do " +
    "how if will up about many then them these so some would has more two could been who now than may you they its into our also other such help"
  ).split(" "),
);
/** Texts of fewer words do not tell. */
const ENOUGH = 25;
/** Words looked at; more would say the same. */
const LOOKED_AT = 400;
/** English prose has some 40 % of them, a list of names 15; French, German, Spanish or Dutch under 5. */
const SHARE = 0.09;

/** True unless a text of some length is plainly written in another language. */
export function isWrittenInEnglish(texts: Iterable<readonly Token[]>): boolean {
  let words = 0;
  let common = 0;
  for (const tokens of texts) {
    for (const { norm, isWord } of tokens) {
      if (!isWord) continue;
      words++;
      if (COMMON.has(norm)) common++;
    }
    if (words >= LOOKED_AT) break;
  }
  return words < ENOUGH || common >= words * SHARE;
}
