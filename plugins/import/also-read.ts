import { folded } from "./escape.ts";
import { plainInline } from "./inline.ts";
import type { Piece } from "./pieces.ts";
import { linksOf, textOf } from "./pieces.ts";
import type { Offer, Stripped } from "./types.ts";

/** Phrases by which a line or a block offers other articles of the same site. */
const PHRASE = `(?:also,? read(?: this| these)?|read also|(?:you (?:may|might|would|will|could) )(?:also )?(?:like|love|enjoy|want|be interested in)(?: to (?:read|try|check(?: out)?))?(?: these(?: articles| posts| recipes)?)?|(?:other )?related(?: (?:articles?|posts?|stor(?:y|ies)|recipes?|coverage|readings?|reads?|blogs?|blog posts?|content|topics?|links|news|guides?))?|(?:more|other) (?:related )?(?:articles?|posts?|stories|recipes|reads|blogs)(?: (?:you (?:may|might)(?: also)? (?:like|enjoy)|like this|for you))?|read next|up next|what to read next|keep reading|recommended(?: (?:articles?|posts?|reading|reads|stories|for you))?|suggested (?:articles?|posts?|reading|reads)|similar (?:articles?|posts?|stories)|must read|don['’]t miss|check (?:out|these)(?: out)?(?: (?:our|my|these))?(?: (?:other|related))? (?:articles?|posts?|recipes?|blogs?)|see also)`;
const LINE = new RegExp(`^(${PHRASE})\\s*[:–—|»>-]+\\s*(\\S.{2,200})$`, "iu");
const HEADING = new RegExp(`^(?:\\P{L}{0,4})(${PHRASE})\\s*(?:\\.{3}|[:…!–—↓👇-])?$`, "iu");
/** A phrase that is only an offer when a list of links follows. */
const WEAK = /^(?:related|keep reading|must read|don['’]t miss|see also|other articles)$/i;
/** Titles in one block, and their length. */
const BLOCK_LIMIT = 40;
const TITLE_LIMIT = 200;
const TEASER_LIMIT = 400;

/** Pieces in which every offer is a line of its own, the offers, and what went. */
export interface Offered {
  readonly pieces: readonly Piece[];
  readonly offers: readonly Offer[];
  readonly stripped: readonly Stripped[];
}

/**
 * Finds "Also Read: TITLE" lines and blocks ("Related Articles" over links or
 * titles) and writes each offer as a line `Also Read: TITLE`. Teaser texts of a
 * block are left out and reported; an offer keeps its place in the article.
 */
export function readOffers(pieces: readonly Piece[]): Offered {
  const kept: Piece[] = [];
  const offers: Offer[] = [];
  const stripped: Stripped[] = [];
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index]!;
    const line = offersOfLine(piece);
    const block = line ? null : offersOfBlock(pieces, index);
    const found = line ?? block?.offers;
    if (!found) kept.push(piece);
    else {
      kept.push(...found.map((offer) => offerPiece(offer, line ? phraseOf(piece) : "Also Read", piece.line)));
      offers.push(...found);
    }
    stripped.push(...(block?.stripped ?? []));
    index += block?.length ?? 1;
  }
  return { pieces: kept, offers, stripped };
}

function offerPiece({ title }: Offer, phrase: string, line: number): Piece {
  return { kind: "paragraph", lines: [plainInline(`${phrase}: ${title}`)], line };
}

function phraseOf(piece: Piece): string {
  return LINE.exec(textOf(piece))?.[1] ?? "Also Read";
}

/** Offers of one paragraph or heading: "Also Read: TITLE"; null when it is none. */
function offersOfLine(piece: Piece): Offer[] | null {
  if (piece.kind !== "paragraph" && piece.kind !== "heading") return null;
  const text = textOf(piece);
  const found = text.length <= TITLE_LIMIT + 40 && !text.includes("\n") ? LINE.exec(text) : null;
  if (!found) return null;
  const links = linksOf(piece).filter(({ title }) => title.length > 3 && !HEADING.test(title));
  if (links.length > 0) return links.map((link) => ({ ...link, title: withoutPhrase(link.title) }));
  return isTitle(found[2]!) ? [{ title: folded(found[2]!), href: null }] : null;
}

function withoutPhrase(title: string): string {
  return LINE.exec(title)?.[2] ?? title;
}

function isTitle(text: string): boolean {
  return text.length <= TITLE_LIMIT && !/[.!?]["”’)]? \p{Lu}/u.test(text) && /\p{L}/u.test(text);
}

interface Block {
  readonly offers: readonly Offer[];
  readonly stripped: readonly Stripped[];
  readonly length: number;
}

/** A block that opens at `index`: its phrase, then lists, links, cards; null when nothing is offered. */
function offersOfBlock(pieces: readonly Piece[], index: number): Block | null {
  const opener = pieces[index]!;
  const text = textOf(opener);
  if (opener.kind !== "heading" && opener.kind !== "paragraph") return null;
  if (text.length > 80 || !HEADING.test(text)) return null;
  const weak = opener.kind === "paragraph" || WEAK.test(text.replace(/\W+$/, ""));
  const level = opener.kind === "heading" ? opener.level : 7;
  const offers: Offer[] = [];
  const stripped: Stripped[] = [{ rule: "also-read", text, line: opener.line }];
  let at = index + 1;
  let fromCard = false;
  for (; at < pieces.length && offers.length < BLOCK_LIMIT; at++) {
    const piece = pieces[at]!;
    const found =
      offersOfMember(piece, level, offers.length > 0, weak) ?? teaserOf(piece, pieces[at + 1], fromCard);
    if (!found) break;
    if (found.length === 0 && textOf(piece) !== "")
      stripped.push({ rule: "also-read", text: folded(textOf(piece)), line: piece.line });
    if (found.length > 0) fromCard = piece.kind === "heading";
    offers.push(...found);
  }
  return offers.length === 0 ? null : { offers: unique(offers), stripped, length: at - index };
}

/** Offers of a piece inside a block: [] for a picture or an introduction; null where the block ends. */
function offersOfMember(piece: Piece, level: number, started: boolean, weak: boolean): Offer[] | null {
  const text = folded(textOf(piece));
  if (text === "") return [];
  if (piece.kind === "list")
    return itemOffers(
      piece.items.map((item) => item.pieces),
      weak,
    );
  if (piece.kind === "table") return linksOf(piece).length > 0 ? realLinks(linksOf(piece)) : null;
  if (piece.kind === "heading") {
    const link = linksOf(piece)[0];
    return link ? [link] : null;
  }
  if (piece.kind !== "paragraph") return null;
  const links = realLinks(linksOf(piece));
  const linked = links.reduce((sum, link) => sum + link.title.length, 0);
  if (links.length > 0 && linked >= text.length * 0.6) return links;
  return !started && !weak && text.length <= 300 && level < 7 ? [] : null;
}

/** [] for the teaser of a card, which another card or the end of the page must follow; null otherwise. */
function teaserOf(piece: Piece, next: Piece | undefined, fromCard: boolean): Offer[] | null {
  const isTeaser = fromCard && piece.kind === "paragraph" && textOf(piece).length <= TEASER_LIMIT;
  const isNextCard = next === undefined || (next.kind === "heading" && linksOf(next).length > 0);
  return isTeaser && isNextCard ? [] : null;
}

/** One offer an item: its link, or its words where the block has no links at all. */
function itemOffers(items: readonly (readonly Piece[])[], weak: boolean): Offer[] | null {
  const links = items.map((pieces) => realLinks(pieces.flatMap(linksOf))[0]);
  if (links.filter(Boolean).length >= items.length * 0.5)
    return links.flatMap((link) => (link ? [link] : []));
  const titles = items.map((pieces) => folded(pieces.map(textOf).join(" ")));
  const plain = !weak && titles.every((title) => isTitle(title) && title.length <= 120);
  return plain ? titles.map((title) => ({ title, href: null })) : null;
}

function realLinks(links: readonly Offer[]): Offer[] {
  return links.filter(
    ({ title }) =>
      title.length > 3 && !/^(?:read more|continue reading|view (?:recipe|post)|learn more)\b/i.test(title),
  );
}

function unique(offers: readonly Offer[]): Offer[] {
  const seen = new Set<string>();
  return offers.filter(({ title }) => !seen.has(title.toLowerCase()) && seen.add(title.toLowerCase()));
}
