import { compareText } from "../problem.ts";
import { folded } from "./escape.ts";
import { writeMarkdown } from "./markdown.ts";
import { type HeadingPiece, linksOf, type Piece, textOf } from "./pieces.ts";
import type { Imported, InferredHeading, Offer, PageFacts, Stripped } from "./types.ts";

/** Characters from which a paragraph is running text. */
const LEAD_MINIMUM = 40;

/** What the readers hand over. */
export interface Draft {
  readonly facts: PageFacts;
  readonly title: string | null;
  readonly pieces: readonly Piece[];
  readonly offers: readonly Offer[];
  readonly stripped: readonly Stripped[];
  readonly inferred: readonly InferredHeading[];
}

/** The steps that text and pages share at the end: levels, Markdown. */
export function finish({ facts, title, pieces, offers, stripped, inferred }: Draft): Imported {
  const body = trimmed(levelled(pieces));
  const { markdown, lines } = writeMarkdown(body);
  return {
    description: facts.description,
    author: facts.author,
    date: facts.date,
    lang: facts.lang,
    image: facts.image,
    url: facts.url,
    canonical: facts.canonical,
    markdown,
    lines,
    title,
    lead: leadOf(body),
    alsoRead: offers,
    links: body.flatMap(linksOf),
    stripped: sorted(stripped),
    inferred,
  };
}

/** Text of the first paragraph that is a sentence, not a picture, a bold line or an offer. */
function leadOf(pieces: readonly Piece[]): string {
  const paragraphs = pieces
    .filter((piece) => piece.kind === "paragraph")
    .map((piece) => folded(textOf(piece)));
  return (
    paragraphs.find((text) => text.length >= LEAD_MINIMUM && /[.!?]/.test(text)) ??
    paragraphs.find((text) => text !== "") ??
    ""
  );
}

function sorted(stripped: readonly Stripped[]): Stripped[] {
  return [...stripped].sort(
    (a, b) => a.line - b.line || compareText(a.rule, b.rule) || compareText(a.text, b.text),
  );
}

/** Where the body still has first-level headings, every level goes one down: the title is the only h1. */
function levelled(pieces: readonly Piece[]): Piece[] {
  const top = pieces.some((piece) => piece.kind === "heading" && piece.level === 1);
  if (!top) return [...pieces];
  return pieces.map((piece) =>
    piece.kind === "heading" ? { ...piece, level: Math.min(6, piece.level + 1) } : piece,
  ) as HeadingPiece[];
}

/** Without rules at either end or next to each other. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const kept = pieces.filter(
    (piece, index) => piece.kind !== "rule" || (index > 0 && pieces[index - 1]!.kind !== "rule"),
  );
  while (kept[0]?.kind === "rule") kept.shift();
  while (kept.at(-1)?.kind === "rule") kept.pop();
  return kept;
}
