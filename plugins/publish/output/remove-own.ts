import { existsSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { foreignEntries, MARK_NAME, readMark } from "./mark.ts";
import { entriesBelow } from "./walk.ts";

/**
 * Removes what Vervain made in a folder, and the folder when nothing else is
 * left. Gives the paths of what was left because Vervain did not make it; a
 * folder without a mark in which there is a file is left whole.
 */
export function removeOwn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const mark = readMark(folder);
  const foreign = foreignEntries(folder, mark);
  if (mark === null && foreign.length > 0) return foreign;
  const spared = new Set([...foreign, MARK_NAME]);
  for (const { path } of [...entriesBelow(folder)]) if (!spared.has(path)) unlinkSync(join(folder, path));
  // The mark goes last: a removal that is cut short goes on at the next build.
  if (foreign.length === 0 && mark !== null) unlinkSync(join(folder, MARK_NAME));
  removeEmptyFolders(folder);
  return foreign;
}

/** Removes no file, whatever has come into the folder meanwhile. */
function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
