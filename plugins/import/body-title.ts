import type { Piece } from "./pieces.ts";
import { textOf } from "./pieces.ts";
import { cleanTitle, same } from "./title.ts";
import type { Stripped } from "./types.ts";

/** Characters of a piece from which the body has begun, and a line like the title is the author's. */
const BODY_BEGINS = 120;

/** Leaves out the title where it opens the body, also doubled, and a first-level heading that repeats it anywhere. */
export function withoutTitle(
  pieces: readonly Piece[],
  title: string | null,
): { readonly pieces: readonly Piece[]; readonly stripped: readonly Stripped[] } {
  if (title === null) return { pieces, stripped: [] };
  const stripped: Stripped[] = [];
  let opening = true;
  const kept = pieces.filter((piece) => {
    const text = textOf(piece);
    const repeats = (piece.kind === "heading" || piece.kind === "paragraph") && same(cleanTitle(text), title);
    const goes = repeats && (opening || (piece.kind === "heading" && piece.level === 1));
    if (goes) stripped.push({ rule: "title", text, line: piece.line });
    if (!goes && text.length > BODY_BEGINS) opening = false;
    return !goes;
  });
  return { pieces: kept, stripped };
}
