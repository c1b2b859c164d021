import { existsSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { rmdir } from "node:fs/promises";
import { join } from "node:path";
import { foreignEntries, MARK_NAME, readMark } from "./mark.ts";
import { entriesBelow } from "./walk.ts";

/**
 * Removes what Vervain made in a folder, and the folder when nothing else is
 * left. Gives the paths of what was left because Vervain did not make it; a
 * folder without a mark in which there is a file is left whole.
 */
export function removeOwn(folder: string): readonly string[] {
  const { foreign, isSpared } = removeFiles(folder);
  if (isSpared) return foreign;
  for (const one of foldersIn(folder).flat()) {
    try {
      rmdirSync(one);
    } catch (error) {
      requireFull(error);
    }
  }
  return foreign;
}

/** The same, but for the folders: each is empty or holds what was left. */
export function removeOwnFiles(folder: string): readonly string[] {
  return removeFiles(folder).foreign;
}

/**
 * Removes the empty folders in a folder, and it when nothing else is left; no
 * file, whatever has come into it meanwhile. Several at a time: there are disks
 * on which each is 2 ms of waiting, and a site has a folder for each page.
 *
 * @throws {Error} of the file system, for a folder that is empty and stays
 */
export async function removeEmptyFolders(folder: string): Promise<void> {
  for (const level of foldersIn(folder)) await Promise.all(level.map((one) => rmdir(one).catch(requireFull)));
}

function removeFiles(folder: string): { readonly foreign: readonly string[]; readonly isSpared: boolean } {
  if (!existsSync(folder)) return { foreign: [], isSpared: false };
  const mark = readMark(folder);
  const entries = [...entriesBelow(folder)];
  const foreign = foreignEntries(entries, mark);
  if (mark === null && foreign.length > 0) return { foreign, isSpared: true };
  const spared = new Set([...foreign, MARK_NAME]);
  for (const { path } of entries) if (!spared.has(path)) unlinkSync(join(folder, path));
  // The mark goes last: a removal that is cut short goes on at the next build.
  if (foreign.length === 0 && mark !== null) unlinkSync(join(folder, MARK_NAME));
  return { foreign, isSpared: false };
}

/** A folder and all in it, the deepest first, by how deep they lie; links are not followed. */
function foldersIn(folder: string): readonly (readonly string[])[] {
  const levels: string[][] = [];
  let level = existsSync(folder) ? [folder] : [];
  while (level.length > 0) {
    levels.unshift(level);
    level = level.flatMap((one) =>
      readdirSync(one, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [join(one, entry.name)] : [],
      ),
    );
  }
  return levels;
}

/** What systems say of a folder that is not empty. */
const FULL: ReadonlySet<string | undefined> = new Set(["ENOTEMPTY", "EEXIST"]);

/** @throws what kept a folder, unless it is what is in it */
function requireFull(error: unknown): void {
  if (!FULL.has((error as NodeJS.ErrnoException).code)) throw error;
}
