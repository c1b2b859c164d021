import { isMarked, type MeantBreaks } from "./list-marks.ts";
import type { Row } from "./rows.ts";

/** What else authors set a list by that Markdown does not know for one: "– …", "(1) …", "-Calms". */
const OTHER_BULLET = /^(?:[-*](?=\p{L})|[·–—©®™]|\(?\d{1,2}[.)]\s)/u;
/** Fewer lines without such marks make no list. */
const AT_LEAST = 3;
/** Characters of the narrowest column that anybody wraps text to. */
const NARROW = 30;
/** "Better sleep: It calms.": a name, and what is said of it. */
const NAMED = /^\p{Lu}[^.:!?]{1,68}:\s\S/u;
const STARTS_LOW = /^\p{Ll}/u;
/** Longest first line that stands as the name of what follows it, in characters. */
const NAME_LENGTH = 60;

/**
 * Which of a paragraph's line ends its author meant: those of a list, those
 * before its items where other lines stand above them or wrapped between them,
 * the one behind a name, or none where the text is only wrapped.
 *
 * @param before text of the block before it; "" for none
 */
export function meantBreaks(rows: readonly Row[], before: string): MeantBreaks {
  const [first, second] = rows;
  if (!first || !second) return "none";
  const items = first.text.endsWith(":") ? rows.slice(1) : rows;
  if (items.length > 1 && items.every(({ text }) => isMarked(text) || OTHER_BULLET.test(text))) return "all";
  if (isMarkedList(rows)) return "marked";
  if (rows.length >= AT_LEAST && rows.every(({ text }) => NAMED.test(text))) return "all";
  const isAnnounced = items !== rows || before.trimEnd().endsWith(":");
  if (isAnnounced && items.length >= AT_LEAST && !isWrapped(items)) return "all";
  if (rows.length > AT_LEAST && rows.every(isShortLine) && !isWrapped(rows)) return "all";
  const isName = first.text.length <= NAME_LENGTH && !/[.,:;!?–—-]$/.test(first.text);
  return isName && /^\p{Lu}/u.test(second.text) && /^\p{Lu}/u.test(first.text) && !isWrapped(rows.slice(0, 2))
    ? "first"
    : "none";
}

/** Lines with one mark below at most one other line; what is between them begins small and is the rest of one. */
function isMarkedList(rows: readonly Row[]): boolean {
  const first = rows.findIndex(({ text }) => isMarked(text));
  if (first < 0 || first > 1) return false;
  const items = rows.slice(first).filter(({ text }) => isMarked(text));
  const mark = items[0]?.text.slice(0, 1);
  const others = rows.slice(first).filter(({ text }) => !isMarked(text));
  return (
    items.length > 1 &&
    items.every(({ text }) => text.startsWith(mark ?? "")) &&
    others.every(({ text }) => STARTS_LOW.test(text) && !text.endsWith(":"))
  );
}

function isShortLine({ text }: Row): boolean {
  return text.length <= NAME_LENGTH && /^[\p{Lu}\p{N}]/u.test(text) && !/[,:–—-]$/.test(text);
}

/** A line ends where the next word would have made it longer than the longest: so text is wrapped that nobody broke. */
function isWrapped(rows: readonly Row[]): boolean {
  const width = Math.max(...rows.map(({ text }) => text.length));
  if (width < NARROW) return false;
  const full = rows.slice(1).filter(({ text }, at) => {
    const word = text.split(" ", 1)[0] ?? "";
    return (rows[at]?.text.length ?? 0) + 1 + word.length > width;
  });
  return full.length > (rows.length - 1) / 2;
}
