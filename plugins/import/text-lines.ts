import { decodeTwice } from "./entities.ts";
import { escapeInline, folded } from "./escape.ts";
import { plainInline } from "./inline.ts";
import type { Inline, Piece } from "./pieces.ts";
import { typedLists } from "./typed-lists.ts";

/** One line of a text dump that holds words. */
export interface TextLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** Blank lines before it. */
  readonly gap: number;
}

/** A line that opens an item, which no line before it runs into. */
const ITEM = /^(?:[•●○▪■□▸►▶➤➢➔→✓✔✅☑·∙‣⁃❖◦*]|[-–—o]\s|\(?\d{1,3}[.)]\s)/u;
/** Columns at which text is wrapped by hand or by a mail program, and how many such lines show it. */
const WRAP_MINIMUM = 50;
const WRAP_MAXIMUM = 110;
const WRAPPED_LINES = 3;
/** A line drawn with characters: under a heading, or between two parts. */
const DRAWN = /^(?:={3,}|-{3,}|_{3,}|\*{3,}|~{3,}|—{3,}|(?:[-*_] ){2,}[-*_])$/;
/** Words that the writer made bold the Markdown way. */
const TYPED_BOLD = /\*\*([^*\s](?:[^*]{0,200}[^*\s])?)\*\*/g;

/** The lines of a dump that hold words. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let gap = 0;
  text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((raw, index) => {
    const words = folded(decodeTwice(raw));
    if (words === "") gap++;
    else {
      lines.push({ text: words, line: index + 1, gap });
      gap = 0;
    }
  });
  return lines;
}

/** Lines as pieces: wrapped lines joined, typed lists as lists, headings that are marked as headings. */
export function textPieces(lines: readonly TextLine[]): Piece[] {
  const joined = isWrapped(lines) ? joinWrapped(lines) : lines;
  return typedLists(joined.flatMap((line, index) => linePieces(line, joined[index + 1])));
}

/** True where lines with a neighbour below are full and run on: the text was broken at a fixed column. */
function isWrapped(lines: readonly TextLine[]): boolean {
  const inner = lines.filter((_line, index) => lines[index + 1]?.gap === 0);
  const full = inner.filter(({ text }) => text.length >= WRAP_MINIMUM);
  const open = full.filter(({ text }) => !/[.!?:;]["”’)]?$/.test(text));
  const isNarrow = lines.every(({ text }) => text.length <= WRAP_MAXIMUM);
  return (
    isNarrow &&
    full.length >= WRAPPED_LINES &&
    full.length >= inner.length * 0.6 &&
    open.length >= full.length * 0.5
  );
}

/** Each line that a full line runs into becomes part of it. */
function joinWrapped(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  lines.forEach((line, index) => {
    const runsOn =
      line.gap === 0 && (lines[index - 1]?.text.length ?? 0) >= WRAP_MINIMUM && !ITEM.test(line.text);
    if (runsOn && joined.length > 0)
      joined[joined.length - 1] = { ...joined.at(-1)!, text: `${joined.at(-1)!.text} ${line.text}` };
    else joined.push(line);
  });
  return joined;
}

function linePieces({ text, line, gap }: TextLine, next: TextLine | undefined): Piece[] {
  if (DRAWN.test(text)) return [];
  const marked = /^(#{1,6})\s+(\S.*)$/.exec(text);
  if (marked) return [heading(marked[1]!.length, marked[2]!.replace(/\s*#+$/, ""), line)];
  const isUnderlined = next?.gap === 0 && /^(?:={3,}|-{3,})$/.test(next.text) && text.length <= WRAP_MAXIMUM;
  if (isUnderlined) return [heading(next.text.startsWith("=") ? 1 : 2, text, line)];
  return [{ kind: "paragraph", lines: [typedInline(text)], line, gap }];
}

function heading(level: number, text: string, line: number): Piece {
  return { kind: "heading", level, inline: plainInline(text.replaceAll("**", "")), line };
}

/** A line of text with its typed bold as bold. */
function typedInline(text: string): Inline {
  if (!text.includes("**")) return plainInline(text);
  const parts = text.split(TYPED_BOLD);
  const md = parts
    .map((part, index) => (index % 2 === 1 ? `**${escapeInline(part)}**` : escapeInline(part)))
    .join("");
  return { md, text: parts.join(""), links: [] };
}
