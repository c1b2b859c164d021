import { mergeDiff3 } from "node-diff3";

/** What came of a merge. */
export interface Merged {
  readonly text: string;
  /** Places where both changed the same lines; each is in the text between marks. */
  readonly conflictCount: number;
}

/** First characters of the marks that a merge leaves where it cannot choose. */
const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/**
 * Brings what changed in the theme between two releases into the owner's file.
 * Where both changed the same lines both stand, with what they were, between
 * the marks that editors know.
 *
 * @param base the file as it was when the owner took it
 */
export function mergeOverride(
  own: string,
  base: string,
  theme: string,
  versions: { readonly base: string; readonly theme: string },
): Merged {
  const end = own.includes("\r\n") ? "\r\n" : "\n";
  const { result } = mergeDiff3(linesOf(own), linesOf(base), linesOf(theme), {
    excludeFalseConflicts: true,
    label: { a: "yours", o: `the theme's, ${versions.base}`, b: `the theme's, ${versions.theme}` },
  });
  const conflictCount = result.filter((line) => line.startsWith("<<<<<<< ")).length;
  return { text: result.join(end), conflictCount };
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}

/** 1-based line of the first mark that a merge left; 0 where there is none. */
export function conflictLine(text: string): number {
  const lines = text.split("\n");
  // All of them, in their order: a row of "=" alone is a heading in Markdown.
  const first = lines.findIndex((line) => line.startsWith("<<<<<<< "));
  const isWhole = first >= 0 && lines.slice(first).some((line) => MARK.test(line) && line.startsWith(">"));
  return isWhole ? first + 1 : 0;
}
