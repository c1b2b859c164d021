import { ALL_GLUED, GLUED, LINE_RULES, TAIL_RULES } from "./chrome.ts";
import { folded } from "./escape.ts";
import type { Inline, ParagraphPiece, Piece } from "./pieces.ts";
import { textOf } from "./pieces.ts";
import type { Stripped } from "./types.ts";

/** Longest line that can be chrome by what it says. */
const LINE_LIMIT = 320;
/** A tail mark cuts only past this share of the article's text. */
const TAIL_FROM = 0.4;
/** Characters at the end of a line in which glued chrome is looked for. */
const GLUED_WINDOW = 240;

/** Pieces without chrome lines, and what went. */
export interface Cleaned {
  readonly pieces: readonly Piece[];
  readonly stripped: readonly Stripped[];
}

/** The name of the rule by which `text` is chrome; null for the article's own words. */
export function chromeRule(text: string): string | null {
  const line = folded(text);
  if (line === "" || line.length > LINE_LIMIT) return null;
  return [...LINE_RULES, ALL_GLUED].find((rule) => rule.line.test(line))?.rule ?? null;
}

/** Leaves out the lines that are chrome, and everything after the first one that ends the article. */
export function stripLines(pieces: readonly Piece[]): Cleaned {
  const { pieces: body, stripped: tail } = withoutTail(pieces);
  const stripped: Stripped[] = [];
  const kept = body.flatMap((piece) => cleanPiece(piece, stripped));
  return { pieces: kept, stripped: [...stripped, ...tail] };
}

function withoutTail(pieces: readonly Piece[]): Cleaned {
  const lengths = pieces.map((piece) => textOf(piece).length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  for (const [index, piece] of pieces.entries()) {
    const rule = before >= total * TAIL_FROM ? chromeRule(textOf(piece)) : null;
    if (rule !== null && TAIL_RULES.has(rule) && !goesOn(pieces, index)) {
      const tail = pieces.slice(index);
      const gone = tail.filter((one) => !isOffer(one) && textOf(one) !== "");
      return {
        pieces: [...pieces.slice(0, index), ...tail.filter(isOffer)],
        stripped: gone.map((one) => ({ rule, text: folded(textOf(one)), line: one.line })),
      };
    }
    before += lengths[index]!;
  }
  return { pieces, stripped: [] };
}

function isOffer(piece: Piece): boolean {
  return piece.kind === "paragraph" && piece.isOffer === true;
}

/** True when a real section (heading with long text) follows: the mark stood in the middle. */
function goesOn(pieces: readonly Piece[], index: number): boolean {
  const rest = pieces.slice(index + 1);
  const headings = rest.filter(
    (piece) => piece.kind === "heading" && chromeRule(textOf(piece)) === null,
  ).length;
  const long = rest.filter((piece) => piece.kind === "paragraph" && textOf(piece).length > 200).length;
  return headings >= 2 && long >= 2;
}

function cleanPiece(piece: Piece, stripped: Stripped[]): Piece[] {
  const note = (rule: string, text: string): void =>
    void stripped.push({ rule, text: folded(text), line: piece.line });
  if (piece.kind === "heading") {
    const rule = chromeRule(piece.inline.text);
    if (rule) note(rule, piece.inline.text);
    return rule ? [] : [piece];
  }
  if (piece.kind === "paragraph") return cleanParagraph(piece, note);
  if (piece.kind === "list") {
    const rules = piece.items.map((item) => chromeRule(item.pieces.map(textOf).join(" ")));
    if (!rules.every((rule) => rule !== null)) return [piece];
    note(rules[0]!, textOf(piece));
    return [];
  }
  return [piece];
}

function cleanParagraph(piece: ParagraphPiece, note: (rule: string, text: string) => void): Piece[] {
  const lines = piece.lines.flatMap((line) => {
    const rule = chromeRule(line.text);
    if (rule) note(rule, line.text);
    return rule ? [] : [withoutGlued(line, note)];
  });
  return lines.length === 0 ? [] : [{ ...piece, lines }];
}

/** A line whose end is chrome without a space or sentence of its own: "…quality of life.Leave a Reply". */
function withoutGlued(line: Inline, note: (rule: string, text: string) => void): Inline {
  const found = GLUED.line.exec(line.text.slice(-GLUED_WINDOW));
  const glued = found?.[0] ?? "";
  const rest = line.text.slice(0, line.text.length - glued.length);
  if (glued === "" || !/[.!?…”"’')\]]$/.test(rest.trimEnd()) || !line.md.endsWith(glued)) return line;
  note(GLUED.rule, glued);
  return { ...line, md: line.md.slice(0, line.md.length - glued.length).trimEnd(), text: rest.trimEnd() };
}
