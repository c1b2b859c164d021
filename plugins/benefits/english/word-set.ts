/** Words apart by blanks, as a set. */
export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** "Not only", "not just": what such a word follows turns nothing down. */
export const MERELY: ReadonlySet<string> = setOf("only just merely simply");
