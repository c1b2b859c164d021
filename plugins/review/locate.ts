import type { Marks } from "./marks.ts";

/** Lines of one paragraph that are searched for the words. */
const SEARCHED_LINES = 40;
const ENOUGH_CHARACTERS = 24;

/** The line of a wrapped paragraph on which `words` start; `line` (its first) where the source does not tell. */
export function locate({ lines, firstLine }: Marks, words: string, line: number): number {
  if (line === 0 || lines.length === 0) return line;
  const start = line - firstLine;
  const wanted = startOf(words);
  if (wanted === "" || start < 0) return line;
  for (let at = start; at < Math.min(lines.length, start + SEARCHED_LINES); at++) {
    const text = lines[at] as string;
    if (at > start && text.trim() === "") break;
    if (text.slice(0, 10_000).replaceAll("’", "'").includes(wanted)) return at + 1 + firstLine - 1;
  }
  return line;
}

/** First words, whole, at most 24 characters: enough to find the place, short enough to stand on one line. */
function startOf(words: string): string {
  if (words.length <= ENOUGH_CHARACTERS) return words.trim();
  const cut = words.slice(0, ENOUGH_CHARACTERS);
  const space = cut.lastIndexOf(" ");
  return space > 0 ? cut.slice(0, space) : cut;
}
