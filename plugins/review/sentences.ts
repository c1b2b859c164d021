/** Ends of a sentence, with the marks that may close behind it. */
const END = /[.!?…。！？]+["'”’)\]]{0,3}(?=\s|$)/g;
/** Words whose full stop ends no sentence though a capital may follow. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "dr mr mrs ms prof st fig figs no nos vol al vs e.g i.e cf u.s u.k approx ca dept jr sr".split(" "),
);
const LONGEST_ABBREVIATION = 6;
const STARTS_LOWER = /^\s+["'“‘(]?[a-z]/;

/** Cuts running text into sentences, in order; abbreviations, initials and decimals end none. Linear. */
export function splitSentences(text: string): string[] {
  return text.split("\n").flatMap(splitLine);
}

function splitLine(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of line.matchAll(END)) {
    const end = match.index + match[0].length;
    if (end < line.length && !isEnd(line, match.index, end)) continue;
    sentences.push(line.slice(start, end).trim());
    start = end;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== "");
}

function isEnd(text: string, at: number, end: number): boolean {
  if (STARTS_LOWER.test(text.slice(end, end + 4))) return false;
  if (text[at] !== "." || text[at + 1] === ".") return true;
  const before = text.slice(Math.max(0, at - LONGEST_ABBREVIATION - 1), at);
  const word = before.slice(before.search(/[^\s("“]*$/)).toLowerCase();
  const isInitial = word.length === 1 && /[A-Z]/.test(text[at - 1] ?? "");
  return !isInitial && !ABBREVIATIONS.has(word);
}
