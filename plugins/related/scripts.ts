/** Character classes by which text is cut into words, by 16-bit code unit. */

/** Between words. */
export const SEPARATOR = 0;
/** Part of a word in a script that puts spaces between words. */
export const LETTER = 1;
/** Part of a word in a script without spaces (Han, kana, Thai, Lao, Khmer, Burmese). */
export const UNSPACED = 2;

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
// By the scripts a character is used with (UAX 24, section 3.2): the mark that lengthens kana is of none alone.
const UNSPACED_CHARACTER =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

const UNKNOWN = 255;
/** Classes found so far: a site uses a few hundred of the 65,536. */
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

/** The class of a code unit. Surrogates are separators: emoji are no words. */
export function kindOf(code: number): number {
  const known = kinds[code]!;
  return known === UNKNOWN ? classify(code) : known;
}

function classify(code: number): number {
  const character = String.fromCharCode(code);
  const isWord = (code < 0xd800 || code > 0xdfff) && WORD_CHARACTER.test(character);
  const kind = !isWord ? SEPARATOR : UNSPACED_CHARACTER.test(character) ? UNSPACED : LETTER;
  kinds[code] = kind;
  return kind;
}
