import type { Inline, ListItem, ListPiece, ParagraphPiece, Piece } from "./pieces.ts";

/** Marks that people and scrapers type for a bullet; bold marks may open before it. */
const BULLET = /^(\**)\s*[•●○◦▪■□▸►▶➤➢➔→✓✔·∙‣⁃❖]\s*(?=\S)/u;
/** Dashes and stars, which also open other lines: only several in a row are bullets. */
const DASH = /^(\**)\s*(?:[-–—o]|\\\*)\s+(?=\S)/u;
const NUMBER = /^(\**)\(?(\d{1,3})[.)]\s+(?=\S)/;

interface Line {
  readonly inline: Inline;
  readonly line: number;
  /** The paragraph that it opens; null for its further lines. */
  readonly opens: ParagraphPiece | null;
}

interface Run {
  readonly length: number;
  readonly piece: ListPiece;
}

/**
 * Lists that were typed instead of marked up: lines that open with a bullet,
 * several with a dash, several with numbers that count up. A lone number opens
 * a section and stays.
 */
export function typedLists(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (let index = 0; index < pieces.length; ) {
    let end = index;
    while (pieces[end]?.kind === "paragraph") end++;
    if (end > index) result.push(...listsAmong(pieces.slice(index, end) as ParagraphPiece[]));
    else result.push(pieces[end++]!);
    index = end;
  }
  return result;
}

function listsAmong(paragraphs: readonly ParagraphPiece[]): Piece[] {
  const lines = paragraphs.flatMap((piece) =>
    piece.lines.map((inline, at): Line => ({ inline, line: piece.line, opens: at === 0 ? piece : null })),
  );
  const result: Piece[] = [];
  let text: Inline[] = [];
  let start = 0;
  const flush = (): void => {
    if (text.length > 0)
      result.push({ ...lines[start]!.opens, kind: "paragraph", lines: text, line: lines[start]!.line });
    text = [];
  };
  for (let index = 0; index < lines.length; ) {
    const run =
      bulletRun(lines, index, BULLET, 1) ?? bulletRun(lines, index, DASH, 2) ?? numberRun(lines, index);
    if (run || lines[index]!.opens) flush();
    if (run) result.push(run.piece);
    else {
      if (text.length === 0) start = index;
      text.push(lines[index]!.inline);
    }
    index += run?.length ?? 1;
  }
  flush();
  return result;
}

function bulletRun(lines: readonly Line[], from: number, mark: RegExp, minimum: number): Run | null {
  let end = from;
  while (end < lines.length && mark.test(lines[end]!.inline.md)) end++;
  return end - from < minimum ? null : run(lines.slice(from, end), mark, null);
}

function numberRun(lines: readonly Line[], from: number): Run | null {
  const start = numberOf(lines[from]!);
  if (start === null) return null;
  let end = from + 1;
  while (end < lines.length && numberOf(lines[end]!) === start + end - from) end++;
  return end - from < 2 ? null : run(lines.slice(from, end), NUMBER, start);
}

function numberOf({ inline }: Line): number | null {
  const found = NUMBER.exec(inline.md);
  return found ? Number(found[2]) : null;
}

function run(lines: readonly Line[], mark: RegExp, start: number | null): Run {
  const items = lines.map(({ inline, line }): ListItem => {
    const bare = {
      ...inline,
      md: inline.md.replace(mark, "$1"),
      text: inline.text.replace(plain(mark), "").trim(),
    };
    return { pieces: [{ kind: "paragraph", lines: [bare], line }], line };
  });
  return {
    length: lines.length,
    piece: { kind: "list", ordered: start !== null, start: start ?? 1, items, line: lines[0]!.line },
  };
}

/** The mark as it stands in plain text, where a star is not escaped. */
function plain(mark: RegExp): RegExp {
  return mark === DASH ? /^[-–—o*]\s+/u : mark;
}
