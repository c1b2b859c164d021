import { ALSO_READ_PHRASES } from "../article/also-read.ts";
import { type Block, offersOfBlock } from "./also-read-block.ts";
import { isTitle, OFFER_LINE, opensOffers, TITLE_LIMIT } from "./also-read-phrases.ts";
import { folded } from "./escape.ts";
import { plainInline } from "./inline.ts";
import type { Piece } from "./pieces.ts";
import { linksOf, textOf } from "./pieces.ts";
import type { Offer, Stripped } from "./types.ts";

/** Pieces in which every offer is a line of its own, the offers, and what went. */
export interface Offered {
  readonly pieces: readonly Piece[];
  readonly offers: readonly Offer[];
  readonly stripped: readonly Stripped[];
}

/**
 * Finds "Also Read: TITLE" lines and blocks ("Related Articles" over links or
 * titles) and writes each offer as a line `Also Read: TITLE` in its place.
 * Teasers of a block are left out and reported.
 */
export function readOffers(pieces: readonly Piece[]): Offered {
  const kept: Piece[] = [];
  const offers: Offer[] = [];
  const stripped: Stripped[] = [];
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index]!;
    const line = offersOfLine(piece);
    const block: Block | null = line ? null : offersOfBlock(pieces, index);
    const found = line ?? block?.offers;
    const phrase = line ? phraseOf(piece) : "Also Read";
    kept.push(...(found ? found.map((offer) => offerPiece(offer, phrase, piece.line)) : [piece]));
    offers.push(...(found ?? []));
    stripped.push(...(block?.stripped ?? []));
    index += block?.length ?? 1;
  }
  return { pieces: kept, offers, stripped };
}

function offerPiece({ title }: Offer, phrase: string, line: number): Piece {
  return { kind: "paragraph", lines: [plainInline(`${phrase}: ${title}`)], line, isOffer: true };
}

/** The author's phrase where the Article model knows it, so that the line is read as an offer again. */
function phraseOf(piece: Piece): string {
  const phrase = OFFER_LINE.exec(textOf(piece))?.[1] ?? "";
  return ALSO_READ_PHRASES.includes(phrase.toLowerCase()) ? phrase : "Also Read";
}

/** Offers of one paragraph or heading: "Also Read: TITLE"; null when it is none. */
function offersOfLine(piece: Piece): Offer[] | null {
  if (piece.kind !== "paragraph" && piece.kind !== "heading") return null;
  const text = textOf(piece);
  const found = text.length <= TITLE_LIMIT + 40 && !text.includes("\n") ? OFFER_LINE.exec(text) : null;
  if (!found) return null;
  const links = linksOf(piece).filter(({ title }) => title.length > 3 && !opensOffers(title));
  if (links.length > 0)
    return links.map((link) => ({ ...link, title: OFFER_LINE.exec(link.title)?.[2] ?? link.title }));
  return isTitle(found[2]!) ? [{ title: folded(found[2]!), href: null }] : null;
}
