import { folded } from "../escape.ts";
import { noteComment } from "../exact-inline.ts";
import type { Range } from "../markdown-places.ts";
import type { Part } from "../model.ts";

/** What reading the tags of a text needs to know of its blog. */
export interface TagContext {
  /** The file, as the owner knows it. */
  readonly file: string;
  readonly lineAt: (offset: number) => number;
  readonly note: (part: Part) => void;
  /** Absolute old address of a text or file that a tag names; null where there is none. */
  readonly addressOf: (reference: string) => string | null;
  readonly lookUp: (expression: string) => string | null;
  readonly includeOf: (name: string) => string | null;
  /** Whether a character stands in code. */
  readonly isCode: (offset: number) => boolean;
}

/** Whether a position lies in one of some ranges, none of which reaches into another. */
export function inside(ranges: readonly Range[]): (offset: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    const last = sorted[low - 1];
    return last !== undefined && offset < last.end;
  };
}

/** Depth of tags in one another; deeper ones are read as having no end. */
export const DEPTH_LIMIT = 50;
/** How many tags on the end of one is looked for: a text has some dozens. */
export const PARTNER_REACH = 2_000;

/** Finds lines by position. */
export function lineFinder(text: string, first: number): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return first + low;
  };
}

const DONE = "its content stands in the text";

/** Notes a tag whose content stands in the text now. */
export function noteDone({ note, file, lineAt }: TagContext, shown: string, at: number): void {
  note({
    kind: "shortcode",
    what: `${file}:${lineAt(at)}: ${folded(shown).slice(0, 80)}`,
    outcome: "changed",
    why: DONE,
  });
}

/**
 * Names a tag that is not known here by its line, and gives what stands in its
 * place: a note that readers do not see, or nothing where no note can stand.
 */
export function leaveTag(context: TagContext, text: string, { start, end }: Range, why: string): string {
  const shown = folded(text.slice(start, end));
  context.note({
    kind: "shortcode",
    what: `${context.file}:${context.lineAt(start)}: ${shown.slice(0, 80)}`,
    outcome: "left-out",
    why,
  });
  return isInsideAddress(text, start) ? "" : noteComment(shown);
}

/** Whether a position is within the address of a link, or within a tag of HTML. */
function isInsideAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at);
  return (
    /\]\([^)\s]*$/.test(before) ||
    /<[a-z][^<>]*$/i.test(before) ||
    /^\s{0,3}\[[^\]\n]*\]:\s*\S*$/m.test(before.slice(before.lastIndexOf("\n") + 1))
  );
}
