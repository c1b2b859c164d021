/** A place that its owner has still to fill in: "[fill in: your name]". */
const OPEN_PLACE = /\[fill in: ([^\]\n]{1,300})\]/g;

/** Marks a place for whoever owns the text to fill in; it stops what holds it from being published. */
export function openPlace(what: string): string {
  return `[fill in: ${what}]`;
}

/** The places that are still open in a text, each with its 1-based line. */
export function findOpenPlaces(text: string): readonly { readonly line: number; readonly words: string }[] {
  if (!text.includes("[fill in: ")) return [];
  return text
    .split("\n")
    .flatMap((line, index) => [...line.matchAll(OPEN_PLACE)].map(([words]) => ({ line: index + 1, words })));
}
