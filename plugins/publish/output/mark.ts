import { lstatSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../files/sha256.ts";
import { compareText } from "../../problem.ts";
import { entriesBelow, type WalkedEntry } from "./walk.ts";

/**
 * Name of the file that says of a folder that Vervain made it, and what in it.
 *
 * It begins with a dot because most ways of publishing leave such files behind
 * (GitHub's action for Pages, Jekyll, Netlify's command line). Where one sends
 * it all the same, it says nothing of the machine, the owner or the day: one
 * sentence, and paths of published files as hashes, so that it lists no page
 * that is linked from nowhere.
 */
export const MARK_NAME = ".vervain";

const SENTENCE =
  "Vervain made this folder and replaces all of it at the next build: keep nothing of your own in it.";
const UNFINISHED = "unfinished";

/** Characters of a path's hash in the mark, six bits each: beside 100,000 files, one of the owner's is taken for ours once in three thousand million. */
const HASH_LENGTH = 8;

/** More than the hashes of a million files. */
const MOST_BYTES = 16_000_000;

/** What file managers put into every folder that they show. */
const OF_FILE_MANAGERS = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** What a folder's mark says of an entry by its path: whether Vervain made it. */
export type Mark = (path: string) => boolean;

/** The mark of a folder; null where it has none, or one that Vervain did not write whole. */
export function readMark(folder: string): Mark | null {
  const made = madeHashes(folder);
  if (made === UNFINISHED) return () => true;
  return made === null ? null : (path) => made.has(nameOf(path));
}

/** How many of the files that a build has made in a folder are there no more; all: it was cut short; 0 where nothing is known. */
export function missingCount(folder: string): number | "all" {
  const made = madeHashes(folder);
  if (made === null) return 0;
  if (made === UNFINISHED) return "all";
  const missing = new Set(made);
  for (const { path } of entriesBelow(folder)) missing.delete(nameOf(path));
  return missing.size;
}

function madeHashes(folder: string): ReadonlySet<string> | typeof UNFINISHED | null {
  const path = join(folder, MARK_NAME);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true || stat.size > MOST_BYTES) return null;
  const [sentence, ...lines] = readFileSync(path, "utf8").split("\n");
  if (sentence !== SENTENCE || lines.pop() !== "") return null;
  return lines.length === 1 && lines[0] === UNFINISHED ? UNFINISHED : new Set(lines);
}

/** Marks a folder in which a build begins: all that is in it may go when the build is cut short. */
export function markUnfinished(folder: string): void {
  writeMark(folder, [UNFINISHED]);
}

/** Marks a folder in which a build has ended: what is in it now was made, what comes later was not. */
export function markFinished(folder: string): void {
  const hashes = new Set<string>();
  for (const { path } of entriesBelow(folder)) if (path !== MARK_NAME) hashes.add(nameOf(path));
  writeMark(folder, [...hashes].sort(compareText));
}

/** Paths of entries in a folder that its mark does not know, in order; all but the mark where there is none. */
export function foreignEntries(entries: Iterable<WalkedEntry>, mark: Mark | null): readonly string[] {
  const foreign: string[] = [];
  for (const { path, name } of entries)
    if (path !== MARK_NAME && !OF_FILE_MANAGERS.has(name) && mark?.(path) !== true) foreign.push(path);
  return foreign.sort(compareText);
}

/** Written beside its place and moved there: a mark cut short would disown the folder. */
function writeMark(folder: string, lines: readonly string[]): void {
  const draft = join(folder, `${MARK_NAME}.new`);
  writeFileSync(draft, `${[SENTENCE, ...lines].join("\n")}\n`);
  renameSync(draft, join(folder, MARK_NAME));
}

/** Unicode's composed form, because some file systems give names back in the other. */
function nameOf(path: string): string {
  return sha256(path.normalize("NFC")).slice(0, HASH_LENGTH);
}
