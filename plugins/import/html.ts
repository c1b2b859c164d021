import { readOffers } from "./also-read.ts";
import { containersOf, readBlocks } from "./blocks.ts";
import { withoutTitle } from "./body-title.ts";
import { stripElements } from "./chrome-elements.ts";
import { stripLines } from "./chrome-lines.ts";
import { statedDate } from "./dates.ts";
import { finish } from "./finish.ts";
import { playerLink } from "./frames.ts";
import { inferHeadings } from "./headings.ts";
import { inlineReader } from "./inline.ts";
import { readMetadata } from "./metadata.ts";
import { elementsOf, parsePage } from "./page.ts";
import type { Piece } from "./pieces.ts";
import { relatedOutside } from "./related.ts";
import { saveRelated } from "./related-block.ts";
import { articleRoot, outsideOf } from "./root.ts";
import { titleOf } from "./title.ts";
import { typedLists } from "./typed-lists.ts";
import type { Imported } from "./types.ts";

/** Options of {@link readHtml}. */
export interface ReadHtmlOptions {
  /** Whether pictures stay in the Markdown. */
  readonly images?: "keep" | "drop";
  /** The page's address, where the page need not be asked: what its relative addresses are meant from. */
  readonly base?: string;
}

/**
 * The article of a saved page, or of a fragment of one: headings, lists,
 * tables, line breaks and bold leads as the author set them; the page's chrome
 * left out and reported; films and sounds as links. Never throws on content; an empty page gives "".
 */
export function readHtml(html: string, { images = "keep", base }: ReadHtmlOptions = {}): Imported {
  const document = parsePage(html, { replace: playerLink });
  const page = document.documentElement;
  const metadata = readMetadata(document);
  for (const element of [...page.querySelectorAll("head, script, title, meta, link, base")]) element.remove();
  saveRelated(page);
  const strippedElements = stripElements(page);
  const title = titleOf(page, metadata);
  const root = articleRoot(page);
  const containers = containersOf(elementsOf(page));
  const reader = inlineReader({ base: base ?? metadata.url, images });
  const context = { document, reader, containers };
  const blocks = typedLists(readBlocks(root, context));
  const outside = relatedOutside(root, page, context);
  const untitled = withoutTitle(blocks, title);
  const offered = readOffers(untitled.pieces);
  const lines = stripLines(offered.pieces);
  const headed = hasBoldLines(lines.pieces)
    ? { pieces: lines.pieces, inferred: [] }
    : inferHeadings(lines.pieces);
  const shown = [...strippedElements, ...lines.stripped].filter(({ rule }) => rule === "post-meta");
  const date = metadata.date ?? shown.map(({ text }) => statedDate(text)).find((one) => one !== null) ?? null;
  return finish({
    facts: { ...metadata, date },
    title,
    pieces: [...headed.pieces, ...outside.pieces],
    offers: [...offered.offers, ...outside.offers],
    stripped: [
      ...strippedElements,
      ...outsideOf(root, page, title),
      ...untitled.stripped,
      ...lines.stripped,
      ...offered.stripped,
    ],
    inferred: headed.inferred,
  });
}

/** Bold lines stand as headings already; nothing is inferred beside them. */
function hasBoldLines(pieces: readonly Piece[]): boolean {
  const bold = pieces.filter(
    (piece) => piece.kind === "paragraph" && piece.lines.some(({ md }) => /^\*\*[^*]+\*\*$/.test(md)),
  );
  return bold.length >= 2;
}
