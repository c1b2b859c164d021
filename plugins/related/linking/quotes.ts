import type { Range } from "./types.ts";

/** Marks by which languages open words of others, and those that close them. */
const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
  '"': '"',
};

/** Longest quotation, in characters: a mark that closes none by then was a slip. */
const LONGEST = 600;

/** Ranges of a text that stand in quotation marks, the marks with them, in order; a mark without its partner opens none. */
export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < text.length; at++) {
    const closing = PAIRS[text[at]!];
    if (closing === undefined) continue;
    const length = text.slice(at + 1, at + LONGEST).search(new RegExp(`[${closing}\n]`));
    const end = at + 1 + length;
    if (length < 0 || text[end] === "\n") continue;
    ranges.push({ start: at, end: end + 1 });
    at = end;
  }
  return ranges;
}
