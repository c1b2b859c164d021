/** One line of the house changed for the worse, and the tests that must notice. */
export interface Mutant {
  /** Room and what is broken: "related: a rescue pushes out a pin". */
  readonly name: string;
  /** File from the project's root; a folder where a word is renamed in all of it. */
  readonly file: string;
  readonly change: Change;
  /** Files or folders below `test/`, quickest first. */
  readonly tests: readonly string[];
  /** What it would do to a reader or a writer. */
  readonly why: string;
}

/** A text that stands once in the file and what takes its place, or a word that is called otherwise everywhere. */
export type Change = { readonly from: string; readonly to: string } | { readonly rename: string };

/** The text with the change made; null where what is to be changed is not there, or not once. */
export function mutate(text: string, change: Change): string | null {
  if ("rename" in change) {
    // A library's function of the same name keeps it: "fs.writeFileSync".
    const word = new RegExp(`(?<![\\w$]|\\bfs\\.)${change.rename}(?![\\w$])`, "g");
    const renamed = text.replace(word, `${change.rename}Renamed`);
    return renamed === text ? null : renamed;
  }
  const parts = text.split(change.from);
  return parts.length === 2 ? parts.join(change.to) : null;
}
