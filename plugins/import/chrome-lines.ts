import { ALL_GLUED, GLUED, LEFT_OVER, LINE_RULES, TAIL_RULES } from "./chrome.ts";
import { folded } from "./escape.ts";
import type { Inline, ParagraphPiece, Piece } from "./pieces.ts";
import { linksOf, textOf } from "./pieces.ts";
import type { Stripped } from "./types.ts";

/** Longest line that can be chrome by what it says. */
const LINE_LIMIT = 320;
/** A tail mark cuts only past this share of the article's text. */
const TAIL_FROM = 0.4;
/** Characters at the end of a line in which glued chrome is looked for. */
const GLUED_WINDOW = 240;

/** Characters from which a piece is the article's text, and links above it no longer are the page's head. */
const PROSE_MINIMUM = 80;

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

/**
 * Leaves out the lines that are chrome, the links under a heading of the
 * site's own, links alone above the text, and everything after the first line
 * that ends the article.
 */
export function stripLines(pieces: readonly Piece[]): Cleaned {
  const { pieces: body, stripped: tail } = withoutTail(pieces);
  const stripped: Stripped[] = [];
  const kept: Piece[] = [];
  let isAbove = true;
  let inSiteLinks = false;
  for (const piece of body) {
    const text = textOf(piece);
    if (text.length >= PROSE_MINIMUM) isAbove = false;
    const isHead = isAbove && piece.kind !== "heading";
    if ((isHead || inSiteLinks) && isOnlyLinks(piece)) {
      stripped.push({
        rule: inSiteLinks ? "site-links" : "page-navigation",
        text: folded(text),
        line: piece.line,
      });
      continue;
    }
    const isOpener = piece.kind !== "list" && chromeRule(text) === "site-links";
    inSiteLinks = isOpener || (inSiteLinks && text === "");
    kept.push(...cleanPiece(piece, stripped));
  }
  return { pieces: withoutLeftOver(kept, stripped), stripped: [...stripped, ...tail] };
}

/** True for words that are links and nothing else; offers and pictures are not. */
function isOnlyLinks(piece: Piece): boolean {
  if (isOffer(piece) || piece.kind === "table") return false;
  const linked = linksOf(piece).reduce((sum, { title }) => sum + title.length, 0);
  return linked > 0 && linked >= folded(textOf(piece)).length * 0.9;
}

/** Without headings at the end whose form or map went with the chrome. */
function withoutLeftOver(pieces: readonly Piece[], stripped: Stripped[]): Piece[] {
  const kept = [...pieces];
  for (
    let last = kept.at(-1);
    last?.kind === "heading" && LEFT_OVER.test(last.inline.text);
    last = kept.at(-1)
  ) {
    stripped.push({ rule: "left-over", text: last.inline.text, line: last.line });
    kept.pop();
  }
  return kept;
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
