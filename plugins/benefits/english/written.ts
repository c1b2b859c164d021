import type { Token } from "./tokens.ts";

/** The commonest words of English that its neighbours do not share (in normal form). */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    "the of and to that it is for was with be are this have from or by not but what all were we when your can there their which she do " +
    "how if will up about many then them these so some would has more two could been who now than may you they its into our also other such help"
  ).split(" "),
);
/** Those of French, German, Spanish, Portuguese, Italian, Dutch and the Nordic languages that English does not share. */
const OTHER: ReadonlySet<string> = new Set(
  (
    "le la les des et est une du dans pour que qui sur au aux avec pas ce cette sont plus par ou il elle nou vou votre leur comme mai " +
    "der die und das den dem ist nicht ein eine einer mit von zu auf sich auch wird oder bei sind aber wie fur im zum zur " +
    "el los las y en un una con por para del se su como lo al o e da do em nao uma com os um " +
    "di che il della per sono non gli delle nel het een van voor zijn niet dat de op te aan och att som ett av og til det pa er"
  ).split(" "),
);
/** Words looked at; more would say the same. */
const LOOKED_AT = 400;
/** Texts with fewer words of another language do not tell: names and quotations. */
const ENOUGH = 5;

/** True unless a text is plainly written in another language: by its commonest words, or by its letters. */
export function isWrittenInEnglish(texts: Iterable<readonly Token[]>): boolean {
  let words = 0;
  let english = 0;
  let other = 0;
  let foreign = 0;
  for (const tokens of texts) {
    for (const { norm, isWord } of tokens) {
      if (!isWord) continue;
      words++;
      if (ENGLISH.has(norm)) english++;
      else if (OTHER.has(norm)) other++;
      if (norm.charCodeAt(0) > 0x24f) foreign++;
    }
    if (words >= LOOKED_AT) break;
  }
  return !(other >= ENOUGH && other > english * 2) && foreign * 2 <= words;
}
