import { type Problem, quote } from "../../problem.ts";
import { type Covers, uncovered } from "./coverage.ts";
import { CARD_DESIGN, type CardColours } from "./layout.ts";
import type { CardText } from "./text.ts";

/** A page that gets a card. */
export interface CardPage {
  readonly url: string;
  /** Null: the site's card. */
  readonly text: CardText | null;
  /** Where the title is written, for what cannot be drawn. */
  readonly place: () => Pick<Problem, "file" | "line" | "field">;
}

export interface DecidedCards {
  /** Text of each page's card, by address; none where nothing can be drawn. */
  readonly byUrl: ReadonlyMap<string, CardText>;
  readonly problems: readonly Problem[];
}

/**
 * Decides what is drawn: a card whose title holds a character that no font has
 * gives way to the site's card, with a warning, rather than show boxes; smaller
 * lines that cannot be drawn are left out.
 */
export function decideCards(
  pages: readonly CardPage[],
  site: CardText,
  fonts: readonly Covers[],
): DecidedCards {
  const missing = (text: string): readonly string[] => uncovered(text, fonts);
  const only = (text: string): string => (missing(text).length === 0 ? text : "");
  const drawable = (card: CardText): CardText => ({
    ...card,
    site: only(card.site),
    topic: only(card.topic),
    note: only(card.note),
  });
  const problems: Problem[] = [];
  const unnamed = missing(site.title);
  if (unnamed.length > 0)
    problems.push(warning({ file: "site", line: 0, field: "title" }, unnamed, "No card"));
  const fallback = unnamed.length > 0 ? null : drawable(site);
  const byUrl = new Map<string, CardText>();
  for (const { url, text, place } of pages) {
    const lost = text === null ? [] : missing(text.number + text.title);
    // Where not even the site can be named, one warning says it for all pages.
    if (lost.length > 0 && fallback !== null) problems.push(warning(place(), lost, "The site's card"));
    const card = text === null || lost.length > 0 ? fallback : drawable(text);
    if (card !== null) byUrl.set(url, card);
  }
  return { byUrl, problems };
}

function warning(
  place: Pick<Problem, "file" | "line" | "field">,
  characters: readonly string[],
  instead: string,
): Problem {
  const names = characters.map((character) => {
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
    return `${character} (U+${code})`;
  });
  const message = `expected characters that the card's font has, received ${quote(names.join(", "))}. ${instead} is shared instead.`;
  return { ...place, message, severity: "warning" };
}

/** What a card is known by: the same text, colours and design give the same file. */
export function cardIdentity(text: CardText, colours: CardColours): string {
  return JSON.stringify([CARD_DESIGN, text, colours]);
}
