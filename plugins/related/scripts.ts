/** Character classes by which text is cut into words: a table of all 16-bit code units, made once. */

/** Between words. */
export const SEPARATOR = 0;
/** Part of a word in a script that puts spaces between words. */
export const LETTER = 1;
/** Part of a word in a script without spaces (Han, kana, Thai, Lao, Khmer, Burmese). */
export const UNSPACED = 2;

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED_CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let kinds: Uint8Array | null = null;

/** The class of every code unit. Surrogates are separators: emoji are no words. */
export function characterKinds(): Uint8Array {
  kinds ??= Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(code));
  return kinds;
}

function kindOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return SEPARATOR;
  const character = String.fromCharCode(code);
  if (!WORD_CHARACTER.test(character)) return SEPARATOR;
  return code > 0x7f && UNSPACED_CHARACTER.test(character) ? UNSPACED : LETTER;
}
