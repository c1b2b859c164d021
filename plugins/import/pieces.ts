import type { Offer } from "./types.ts";

/** One visual line of running text, twice: as Markdown and as plain text. */
export interface Inline {
  readonly md: string;
  readonly text: string;
  readonly links: readonly Offer[];
}

/** A heading. */
export interface HeadingPiece {
  readonly kind: "heading";
  /** 1..6 */
  readonly level: number;
  readonly inline: Inline;
  readonly line: number;
}

/** A paragraph; several lines where the author broke them. */
export interface ParagraphPiece {
  readonly kind: "paragraph";
  readonly lines: readonly Inline[];
  readonly line: number;
  /** Blank lines before it in a text dump; absent on pages. */
  readonly gap?: number;
  /** True for a line that offers another article. */
  readonly isOffer?: boolean;
}

/** One item of a list, with whatever stands in it. */
export interface ListItem {
  readonly pieces: readonly Piece[];
  readonly line: number;
}

/** A list; `start` counts in ordered ones. */
export interface ListPiece {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly start: number;
  readonly items: readonly ListItem[];
  readonly line: number;
}

/** A table of data; the first row is the head where `hasHeader`. */
export interface TablePiece {
  readonly kind: "table";
  readonly hasHeader: boolean;
  readonly rows: readonly (readonly Inline[])[];
  readonly line: number;
}

/** A quotation. */
export interface QuotePiece {
  readonly kind: "quote";
  readonly pieces: readonly Piece[];
  readonly line: number;
}

/** Preformatted text. */
export interface CodePiece {
  readonly kind: "code";
  readonly text: string;
  /** Language as the page names it; absent where it names none. */
  readonly language?: string;
  readonly line: number;
}

/** A horizontal rule. */
export interface RulePiece {
  readonly kind: "rule";
  readonly line: number;
}

/** HTML for what Markdown cannot say, clean and without blank lines. */
export interface RawPiece {
  readonly kind: "raw";
  readonly html: string;
  /** Words in it, for what asks for the article's text. */
  readonly text: string;
  readonly line: number;
}

/** What an article is made of, between the page and Markdown. */
export type Piece =
  | HeadingPiece
  | ParagraphPiece
  | ListPiece
  | TablePiece
  | QuotePiece
  | CodePiece
  | RawPiece
  | RulePiece;

/** Plain text of a piece, lines joined by "\n". */
export function textOf(piece: Piece): string {
  switch (piece.kind) {
    case "heading":
      return piece.inline.text;
    case "paragraph":
      return piece.lines.map((line) => line.text).join("\n");
    case "list":
      return piece.items.map((item) => item.pieces.map(textOf).join("\n")).join("\n");
    case "table":
      return piece.rows.map((row) => row.map((cell) => cell.text).join(" ")).join("\n");
    case "quote":
      return piece.pieces.map(textOf).join("\n");
    case "code":
    case "raw":
      return piece.text;
    case "rule":
      return "";
  }
}

/** Links of a piece, in order. */
export function linksOf(piece: Piece): readonly Offer[] {
  switch (piece.kind) {
    case "heading":
      return piece.inline.links;
    case "paragraph":
      return piece.lines.flatMap((line) => line.links);
    case "list":
      return piece.items.flatMap((item) => item.pieces.flatMap(linksOf));
    case "table":
      return piece.rows.flatMap((row) => row.flatMap((cell) => cell.links));
    case "quote":
      return piece.pieces.flatMap(linksOf);
    default:
      return [];
  }
}
