import { decodeTwice } from "./entities.ts";
import { folded } from "./escape.ts";
import { plainInline } from "./inline.ts";
import type { ListItem, ParagraphPiece, Piece } from "./pieces.ts";

/** One line of a text dump that holds words. */
export interface TextLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** Blank lines before it. */
  readonly gap: number;
}

/** Marks that scrapers leave for a bullet, with what follows them. */
const BULLET = /^(?:[•●○▪■□▸►▶➤➢➔→✓✔✅☑·∙‣⁃❖◦*]|[-–—o](?=\s))\s*(?=\S)/u;
const NUMBER = /^\(?(\d{1,3})[.)]\s+(?=\S)/;
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
  return asLists(unwrapped(lines));
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
    if (!last || BULLET.test(line.text) || NUMBER.test(line.text)) joined.push(line);
    else joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
  }
  return joined;
}

function asLists(lines: readonly TextLine[]): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < lines.length; ) {
    const run = bulletRun(lines, index) ?? numberRun(lines, index);
    if (run) pieces.push(run.piece);
    else pieces.push(linePiece(lines[index]!));
    index += run?.length ?? 1;
  }
  return pieces;
}

function linePiece({ text, line }: TextLine): Piece {
  const marked = /^(#{1,6})\s+(\S.*?)\s*#*$/.exec(text);
  if (marked) return { kind: "heading", level: marked[1]!.length, inline: plainInline(marked[2]!), line };
  return paragraph(text, line);
}

function paragraph(text: string, line: number): ParagraphPiece {
  return { kind: "paragraph", lines: [plainInline(text)], line };
}

function bulletRun(lines: readonly TextLine[], from: number): { piece: Piece; length: number } | null {
  const items: ListItem[] = [];
  while (from + items.length < lines.length && BULLET.test(lines[from + items.length]!.text)) {
    const { text, line } = lines[from + items.length]!;
    items.push({ pieces: [paragraph(text.replace(BULLET, ""), line)], line });
  }
  if (items.length === 0) return null;
  return {
    piece: { kind: "list", ordered: false, start: 1, items, line: lines[from]!.line },
    length: items.length,
  };
}

/** Numbered lines that follow each other and count up; a lone one opens a section and stays a line. */
function numberRun(lines: readonly TextLine[], from: number): { piece: Piece; length: number } | null {
  const items: ListItem[] = [];
  const start = numberOf(lines[from]!);
  if (start === null) return null;
  while (
    from + items.length < lines.length &&
    numberOf(lines[from + items.length]!) === start + items.length
  ) {
    const { text, line } = lines[from + items.length]!;
    items.push({ pieces: [paragraph(text.replace(NUMBER, ""), line)], line });
  }
  if (items.length < 2) return null;
  return {
    piece: { kind: "list", ordered: true, start, items, line: lines[from]!.line },
    length: items.length,
  };
}

function numberOf({ text }: TextLine): number | null {
  const found = NUMBER.exec(text);
  return found ? Number(found[1]) : null;
}
