/** What a card says; plain text, every part may be "" but the title. */
export interface CardText {
  readonly site: string;
  /** The number the title begins with, hung in the margin. */
  readonly number: string;
  readonly title: string;
  /** What the page is about, above the title: "Massage therapy · Insomnia". */
  readonly topic: string;
  /** Who wrote it, or what it holds: "By Ann Example", "12 articles". */
  readonly note: string;
}

/** Size of every card, pixels: what networks show large (Open Graph, X "summary_large_image"). */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Characters shown of a title: five lines at the smallest size. */
const TITLE_LIMIT = 150;
const LINE_LIMIT = 58;
const NOTE_LIMIT = 34;

/** The text as a card has room for it, in composed characters (NFC), on one line. */
export function fitText({ site, number, title, topic, note }: CardText): CardText {
  return {
    site: cut(site, LINE_LIMIT),
    number,
    title: cut(title, TITLE_LIMIT),
    topic: cut(topic, LINE_LIMIT),
    note: cut(note, NOTE_LIMIT),
  };
}

/** Cut at a word where one ends near, with an ellipsis. */
function cut(text: string, limit: number): string {
  const characters = [...text.normalize("NFC").replace(/\s+/g, " ").trim()];
  if (characters.length <= limit) return characters.join("");
  const kept = characters.slice(0, limit - 1).join("");
  const space = kept.lastIndexOf(" ");
  return `${(space > limit * 0.7 ? kept.slice(0, space) : kept).replace(/[\s,;:.–—-]+$/, "")}…`;
}
