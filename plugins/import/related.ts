import { readOffers } from "./also-read.ts";
import { opensOffers } from "./also-read-phrases.ts";
import { type BlockContext, readBlocks, relatedPieces } from "./blocks.ts";
import { folded } from "./escape.ts";
import { elementsOf } from "./page.ts";
import type { Piece } from "./pieces.ts";
import { isRelated, SITE_PLACES } from "./related-block.ts";
import type { Offer } from "./types.ts";

/** A block of offers holds no more than so many characters; more is a page of its own. */
const BLOCK_LIMIT = 6000;

/** Offers that stand on the page outside the article: named blocks, and headings that open one. */
export function relatedOutside(
  root: Element,
  page: Element,
  context: BlockContext,
): { readonly pieces: readonly Piece[]; readonly offers: readonly Offer[] } {
  const pieces: Piece[] = [];
  const offers: Offer[] = [];
  for (const block of blocksOutside(root, page)) {
    const found = readOffers(isRelated(block) ? relatedPieces(block, context) : readBlocks(block, context));
    pieces.push(...found.pieces.filter((piece) => piece.kind === "paragraph" && piece.isOffer));
    offers.push(...found.offers);
  }
  return { pieces, offers };
}

function blocksOutside(root: Element, page: Element): Element[] {
  const blocks: Element[] = [];
  for (const element of elementsOf(page)) {
    if (
      root.contains(element) ||
      element.closest(SITE_PLACES) ||
      blocks.some((block) => block.contains(element))
    )
      continue;
    const block = isRelated(element) ? element : openedBlock(element, root);
    if (block && !block.contains(root)) blocks.push(block);
  }
  return blocks;
}

/** The smallest element with links round a heading that opens offers; null for any other element. */
function openedBlock(element: Element, root: Element): Element | null {
  if (!/^H[2-6]$/.test(element.tagName) || !opensOffers(folded(element.textContent ?? ""))) return null;
  let block = element.parentElement;
  while (block && !block.contains(root) && block.querySelectorAll("a[href]").length < 2)
    block = block.parentElement;
  return block && !block.contains(root) && (block.textContent ?? "").length <= BLOCK_LIMIT ? block : null;
}
