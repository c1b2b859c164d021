/**
 * What no text of a page holds: control characters but for tab and line ends,
 * halves of letters, non-characters (all ill-formed in XML 1.0, section 2.2),
 * and marks that turn the direction of all that follows, in names of others too
 * (Unicode TR36, section 2.5; marks of single letters, U+200E and U+200F, stay).
 */
const UNCLEAN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;
/** The same but for marks of direction, which the text of a paragraph may need and keeps to itself. */
const UNSHOWN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** The text without characters that no page can show, or that turn what others wrote. */
export function cleanText(text: string): string {
  return text.replace(UNCLEAN, "");
}

/** Prose without characters that no page can show. */
export function cleanProse(text: string): string {
  return text.replace(UNSHOWN, "");
}

/** The first character of a text that no page can show, as its index and "U+0007"; null when there is none. */
export function firstUnshown(text: string): { readonly index: number; readonly name: string } | null {
  const index = text.search(UNSHOWN);
  if (index < 0) return null;
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0");
  return { index, name: `U+${code}` };
}

/** Whether a text holds anything that {@link cleanText} takes out. */
export function isUnclean(text: string): boolean {
  return text.search(UNCLEAN) >= 0;
}

/** The value with every text in it clean, names of fields too. Not changed where nothing is: the same object. */
export function cleanValue(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleanValue(inner)]));
}
