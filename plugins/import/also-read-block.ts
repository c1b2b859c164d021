import { isTitle, isWeakOpener, opensOffers } from "./also-read-phrases.ts";
import { TAIL_RULES } from "./chrome.ts";
import { chromeRule } from "./chrome-lines.ts";
import { folded } from "./escape.ts";
import type { Piece } from "./pieces.ts";
import { linksOf, textOf } from "./pieces.ts";
import type { Offer, Stripped } from "./types.ts";

/** A block of offers: what it offers, its other words, and how many pieces it spans. */
export interface Block {
  readonly offers: readonly Offer[];
  readonly stripped: readonly Stripped[];
  readonly length: number;
}

/** Titles in one block. */
const OFFER_LIMIT = 40;
/** Longest introduction and teaser in a block, in characters. */
const TEASER_LIMIT = 400;
/** Longest title without a link, and the length from which what follows one is its text. */
const PLAIN_TITLE_LIMIT = 120;
const TEXT_MINIMUM = 200;
const MORE =
  /^(?:read (?:more|full)|continue reading|view (?:recipe|post|article)|learn more|full article)\b/i;

interface Reading {
  readonly pieces: readonly Piece[];
  readonly at: number;
  /** Level of the heading that opened the block; 7 for a paragraph. */
  readonly level: number;
  readonly weak: boolean;
  readonly started: boolean;
  /** The last offer was a heading: a card, whose teaser follows. */
  readonly card: boolean;
}

/** A block that opens at `index`: its phrase, then lists, links, titles or cards; null when nothing is offered. */
export function offersOfBlock(pieces: readonly Piece[], index: number): Block | null {
  const opener = pieces[index]!;
  const text = textOf(opener);
  if ((opener.kind !== "heading" && opener.kind !== "paragraph") || !opensOffers(text)) return null;
  const offers: Offer[] = [];
  const stripped: Stripped[] = [{ rule: "also-read", text, line: opener.line }];
  const fixed = { pieces, level: opener.kind === "heading" ? opener.level : 7, weak: isWeakOpener(text) };
  let at = index + 1;
  for (let card = false; at < pieces.length && offers.length < OFFER_LIMIT; at++) {
    const found = member({ ...fixed, at, started: offers.length > 0, card });
    if (!found) break;
    const piece = pieces[at]!;
    if (found.length > 0) card = piece.kind === "heading";
    else if (textOf(piece) !== "")
      stripped.push({ rule: "also-read", text: folded(textOf(piece)), line: piece.line });
    offers.push(...found);
  }
  return offers.length === 0 ? null : { offers: unique(offers), stripped, length: at - index };
}

/** Offers of a piece inside a block; [] for its pictures, introduction and teasers; null where the block ends. */
function member(reading: Reading): Offer[] | null {
  const piece = reading.pieces[reading.at]!;
  if (textOf(piece) === "") return [];
  switch (piece.kind) {
    case "list":
      return itemOffers(
        piece.items.map((item) => item.pieces),
        reading.weak,
      );
    case "table":
      return linksOf(piece).length > 0 ? realLinks(linksOf(piece)) : null;
    case "heading":
      return headingOffers(reading);
    case "paragraph":
      return paragraphOffers(reading);
    default:
      return null;
  }
}

/** A heading that is a link, or that a "Read more" link follows. */
function headingOffers({ pieces, at, level }: Reading): Offer[] | null {
  const heading = pieces[at]!;
  const link = realLinks(linksOf(heading))[0];
  if (link) return [{ ...link, title: folded(textOf(heading)) }];
  const isInside = heading.kind === "heading" && heading.level > level;
  const more = pieces
    .slice(at + 1, at + 4)
    .flatMap(linksOf)
    .find(({ title }) => MORE.test(title));
  return isInside && more ? [{ title: folded(textOf(heading)), href: more.href }] : null;
}

function paragraphOffers(reading: Reading): Offer[] | null {
  const { pieces, at, level, weak, started, card } = reading;
  const piece = pieces[at]!;
  const text = folded(textOf(piece));
  const rule = chromeRule(text);
  if (rule !== null) return started && !TAIL_RULES.has(rule) ? [] : null;
  const links = realLinks(linksOf(piece));
  const linked = links.reduce((sum, link) => sum + link.title.length, 0);
  if (links.length > 0 && linked >= text.length * 0.6) return links;
  if (!weak && isPlainTitle(text, pieces[at + 1])) return [{ title: text, href: null }];
  if (card && isTeaser(text, pieces[at + 1])) return [];
  const isIntroduction = !started && level < 7 && text.length <= TEASER_LIMIT && hasLinks(pieces[at + 1]);
  return isIntroduction ? [] : null;
}

/** A title without a link, as in a text dump: no sentence, and no text of its own below it. */
function isPlainTitle(text: string, next: Piece | undefined): boolean {
  const isShort =
    text.length <= PLAIN_TITLE_LIMIT && text.includes(" ") && isTitle(text) && !/[.:,;]$/.test(text);
  return isShort && !(next?.kind === "paragraph" && textOf(next).length >= TEXT_MINIMUM);
}

/** The teaser of a card: another card, a "Read more" or the end of the page follows it. */
function isTeaser(text: string, next: Piece | undefined): boolean {
  if (text.length > TEASER_LIMIT || MORE.test(text)) return MORE.test(text);
  return next === undefined || linksOf(next).length > 0 || chromeRule(textOf(next)) !== null;
}

function hasLinks(piece: Piece | undefined): boolean {
  return piece !== undefined && linksOf(piece).length > 0;
}

/** One offer an item: its link, or its words where the block has no links at all. */
function itemOffers(items: readonly (readonly Piece[])[], weak: boolean): Offer[] | null {
  const links = items.map((pieces) => realLinks(pieces.flatMap(linksOf))[0]);
  if (links.filter(Boolean).length >= items.length * 0.5)
    return links.flatMap((link) => (link ? [link] : []));
  const titles = items.map((pieces) => folded(pieces.map(textOf).join(" ")));
  const isPlain = !weak && titles.every((title) => isTitle(title) && title.length <= PLAIN_TITLE_LIMIT);
  return isPlain ? titles.map((title) => ({ title, href: null })) : null;
}

/** Links with a title of their own. */
function realLinks(links: readonly Offer[]): Offer[] {
  return links.filter(({ title }) => title.length > 3 && !MORE.test(title));
}

function unique(offers: readonly Offer[]): Offer[] {
  const seen = new Set<string>();
  return offers.filter(({ title }) => !seen.has(title.toLowerCase()) && seen.add(title.toLowerCase()));
}
