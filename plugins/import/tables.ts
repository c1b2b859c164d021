import { lineOf } from "./page.ts";
import type { Inline, Piece } from "./pieces.ts";
import { textOf } from "./pieces.ts";

/** Reads what stands in an element as pieces. */
type ReadBlocks = (element: Element) => Piece[];

const EMPTY: Inline = { md: "", text: "", links: [] };

/**
 * A table of data as one piece with its caption before it; null for a table
 * that only lays out the page: one column, tables or headings inside, cells of
 * several blocks, or `role="presentation"`.
 */
export function tablePiece(table: Element, readBlocks: ReadBlocks): Piece[] | null {
  if (table.getAttribute("role") === "presentation" || table.querySelector("table, h1, h2, h3, h4, h5, h6"))
    return null;
  const rows = [...table.querySelectorAll("tr")];
  const cells = rows.map((row) => [...row.children].filter((cell) => /^T[DH]$/.test(cell.tagName)));
  const read = cells.map((row) => row.map((cell) => cellOf(cell, readBlocks)));
  const width = Math.max(0, ...read.map((row) => row.length));
  if (width < 2 || read.some((row) => row.includes(null))) return null;
  const hasHeader = isHead(rows[0]!, cells[0]!, read[0] as Inline[]);
  const filled = read.filter((row) => row.some((cell) => cell!.md !== ""));
  const piece: Piece = {
    kind: "table",
    hasHeader,
    rows: filled.map((row) => padded(row as Inline[], width)),
    line: lineOf(table),
  };
  return filled.length === 0 ? [] : [...captionOf(table, readBlocks), piece];
}

/** A first row inside `<thead>`, of header cells, or bold from end to end. */
function isHead(row: Element, cells: readonly Element[], read: readonly Inline[]): boolean {
  if (row.parentElement?.tagName === "THEAD" || cells.every((cell) => cell.tagName === "TH"))
    return cells.length > 0;
  return read.every(({ md }) => /^\*\*[^*]+\*\*$/.test(md));
}

function padded(row: readonly Inline[], width: number): Inline[] {
  return [...row, ...Array<Inline>(width - row.length).fill(EMPTY)];
}

function captionOf(table: Element, readBlocks: ReadBlocks): Piece[] {
  const caption = table.querySelector("caption");
  return caption ? readBlocks(caption) : [];
}

/** One cell on one line; null where it holds more than text and short lists. */
function cellOf(cell: Element, readBlocks: ReadBlocks): Inline | null {
  const pieces = readBlocks(cell);
  if (pieces.some((piece) => piece.kind !== "paragraph" && piece.kind !== "list")) return null;
  const lines = pieces.flatMap((piece) => (piece.kind === "paragraph" ? piece.lines : itemLines(piece)));
  if (pieces.length > 3 && lines.some((line) => line.text.length > 200)) return null;
  return {
    md: lines.map((line) => line.md).join(" "),
    text: lines.map((line) => line.text).join(" "),
    links: lines.flatMap((line) => line.links),
  };
}

function itemLines(piece: Piece): readonly Inline[] {
  if (piece.kind !== "list") return [];
  return piece.items.flatMap((item) =>
    item.pieces.flatMap((inner) =>
      inner.kind === "paragraph" ? inner.lines : [{ md: textOf(inner), text: textOf(inner), links: [] }],
    ),
  );
}
