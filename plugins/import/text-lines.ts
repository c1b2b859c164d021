import { decodeTwice } from "./entities.ts";
import { folded } from "./escape.ts";
import { plainInline } from "./inline.ts";
import type { Piece } from "./pieces.ts";
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
/** Columns at which text is wrapped by hand or by a mail program. */
const WRAP_MINIMUM = 50;
const WRAP_MAXIMUM = 110;

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

/** Lines as pieces: wrapped lines joined, bullets and runs of numbers as lists, marked headings as headings. */
export function textPieces(lines: readonly TextLine[]): Piece[] {
  return typedLists(unwrapped(lines).map(linePiece));
}

/**
 * Joins lines that were broken at a fixed column: neighbours without a blank
 * line between them, all but the last about equally long.
 */
function unwrapped(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const group of groups(lines)) {
    if (!isWrapped(group)) joined.push(...group);
    else joined.push(...joinWrapped(group));
  }
  return joined;
}

function groups(lines: readonly TextLine[]): TextLine[][] {
  const all: TextLine[][] = [];
  for (const line of lines) {
    if (line.gap > 0 || all.length === 0) all.push([line]);
    else all.at(-1)!.push(line);
  }
  return all;
}

function isWrapped(group: readonly TextLine[]): boolean {
  const inner = group.slice(0, -1).map(({ text }) => text.length);
  if (inner.length === 0) return false;
  const full = inner.filter((length) => length >= WRAP_MINIMUM && length <= WRAP_MAXIMUM).length;
  const open = group.slice(0, -1).filter(({ text }) => !/[.!?:;]["”’)]?$/.test(text)).length;
  return (
    full >= inner.length * 0.8 &&
    open >= inner.length * 0.6 &&
    group.every(({ text }) => text.length <= WRAP_MAXIMUM)
  );
}

function joinWrapped(group: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of group) {
    const last = joined.at(-1);
    if (!last || ITEM.test(line.text)) joined.push(line);
    else joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
  }
  return joined;
}

function linePiece({ text, line }: TextLine): Piece {
  const marked = /^(#{1,6})\s+(\S.*?)\s*#*$/.exec(text);
  if (marked) return { kind: "heading", level: marked[1]!.length, inline: plainInline(marked[2]!), line };
  return { kind: "paragraph", lines: [plainInline(text)], line };
}
