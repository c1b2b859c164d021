/** Scripts written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Finds names in texts as whole words ("tea" is not in "team"), whatever their case. */
export function nameFinder(names: readonly string[]): (text: string) => boolean {
  const spaced = names.filter((name) => !UNSPACED.test(name)).map(wordsOf);
  const unspaced = names.filter((name) => UNSPACED.test(name));
  return (text) => {
    const words = wordsOf(text);
    return spaced.some((name) => words.includes(name)) || unspaced.some((name) => text.includes(name));
  };
}

/** Words with a space on either side of each. */
function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()} `;
}
