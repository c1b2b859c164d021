import type { Piece } from "./pieces.ts";
import { textOf } from "./pieces.ts";
import { cleanTitle, same } from "./title.ts";
import type { Stripped } from "./types.ts";

/** Pieces without the title, and what went. */
export interface Untitled {
  readonly pieces: readonly Piece[];
  readonly stripped: readonly Stripped[];
}

/** Characters of a piece from which the body has begun, and a line like the title is the author's. */
const BODY_BEGINS = 120;

/**
 * Leaves out the title where it opens the body, also doubled, and a
 * first-level heading that repeats it anywhere. Short pieces before the
 * last of these (a logo, a byline) are the page's head and go with it.
 */
export function withoutTitle(pieces: readonly Piece[], title: string | null): Untitled {
  if (title === null) return { pieces, stripped: [] };
  const body = pieces.findIndex((piece) => textOf(piece).length > BODY_BEGINS);
  const top = body < 0 ? pieces : pieces.slice(0, body);
  const last = top.findLastIndex((piece) => repeats(piece, title));
  const head = pieces
    .slice(0, Math.max(0, last))
    .filter((piece) => textOf(piece) !== "" && !repeats(piece, title));
  const stripped: Stripped[] = head.map((piece) => ({
    rule: "before-title",
    text: textOf(piece),
    line: piece.line,
  }));
  let opening = true;
  const kept = pieces.filter((piece) => {
    if (head.includes(piece)) return false;
    const text = textOf(piece);
    const goes = repeats(piece, title) && (opening || (piece.kind === "heading" && piece.level === 1));
    if (goes) stripped.push({ rule: "title", text, line: piece.line });
    if (!goes && text.length > BODY_BEGINS) opening = false;
    return !goes;
  });
  return { pieces: kept, stripped };
}

function repeats(piece: Piece, title: string): boolean {
  return (piece.kind === "heading" || piece.kind === "paragraph") && same(cleanTitle(textOf(piece)), title);
}
