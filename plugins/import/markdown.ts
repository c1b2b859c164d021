import { escapeLineStart } from "./escape.ts";
import type { Inline, ListPiece, Piece, TablePiece } from "./pieces.ts";

/** Markdown and, line by line, where it comes from. */
export interface Written {
  readonly markdown: string;
  readonly lines: readonly number[];
}

interface Row {
  readonly text: string;
  readonly line: number;
}

/** Pieces as CommonMark with tables; headings, lists and breaks exactly as read. */
export function writeMarkdown(pieces: readonly Piece[]): Written {
  const rows = blockRows(pieces);
  return { markdown: rows.map((row) => row.text).join("\n"), lines: rows.map((row) => row.line) };
}

/** Rows of pieces with a blank row between two of them. */
function blockRows(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = [];
  let before: Piece | null = null;
  for (const piece of pieces) {
    const own = rowsOf(piece, before);
    if (own.length === 0) continue;
    if (before) rows.push({ text: "", line: piece.line });
    rows.push(...own);
    before = piece;
  }
  return rows;
}

function rowsOf(piece: Piece, before: Piece | null): Row[] {
  const { line } = piece;
  switch (piece.kind) {
    case "heading":
      return [{ text: `${"#".repeat(piece.level)} ${headingText(piece.inline.md)}`, line }];
    case "paragraph":
      return paragraphRows(piece.lines, line);
    case "list":
      return listRows(piece, before);
    case "table":
      return tableRows(piece);
    case "quote":
      return blockRows(piece.pieces).map((row) => ({
        ...row,
        text: row.text === "" ? ">" : `> ${row.text}`,
      }));
    case "code":
      return codeRows(piece.text, piece.language ?? "", line);
    case "raw":
      return piece.html.split("\n").map((text) => ({ text, line }));
    case "rule":
      return [{ text: "* * *", line }];
  }
}

/** A heading's words; a closing run of "#" is escaped or it would vanish. */
function headingText(md: string): string {
  return md.replace(/(^|\s)(#+)$/, "$1\\$2");
}

/** Lines with hard breaks between them: a backslash, which no editor trims. */
function paragraphRows(lines: readonly Inline[], line: number): Row[] {
  const last = lines.length - 1;
  return lines.map(({ md }, index) => ({ text: `${escapeLineStart(md)}${index < last ? "\\" : ""}`, line }));
}

/** Items with their inner blocks indented; loose where an item has several blocks. */
function listRows(list: ListPiece, before: Piece | null): Row[] {
  const bullet = before?.kind === "list" && !before.ordered && !list.ordered ? "*" : "-";
  const delimiter = before?.kind === "list" && before.ordered && list.ordered ? ")" : ".";
  const loose = list.items.some((item) => item.pieces.filter(({ kind }) => kind !== "list").length > 1);
  const rows: Row[] = [];
  list.items.forEach((item, index) => {
    const mark = list.ordered ? `${list.start + index}${delimiter} ` : `${bullet} `;
    const inner = loose ? blockRows(item.pieces) : item.pieces.flatMap((piece) => rowsOf(piece, null));
    if (loose && index > 0) rows.push({ text: "", line: item.line });
    inner.forEach((row, at) => {
      const indent = at === 0 ? mark : " ".repeat(mark.length);
      rows.push({ ...row, text: row.text === "" ? "" : `${indent}${row.text}` });
    });
  });
  return rows;
}

function tableRows({ rows, hasHeader, line }: TablePiece): Row[] {
  const width = rows[0]?.length ?? 0;
  const head = hasHeader
    ? rows[0]!.map((cell) => cellText(cell).replaceAll("**", ""))
    : Array<string>(width).fill("");
  const body = hasHeader ? rows.slice(1) : rows;
  const text = [head, Array<string>(width).fill("---"), ...body.map((row) => row.map(cellText))];
  return text.map((cells) => ({ text: `| ${cells.join(" | ")} |`, line }));
}

function cellText({ md }: Inline): string {
  return md.replaceAll("|", "\\|");
}

/** A fence longer than any run of backticks inside. */
function codeRows(text: string, language: string, line: number): Row[] {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return [fence + language, ...text.split("\n"), fence].map((row) => ({ text: row, line }));
}
