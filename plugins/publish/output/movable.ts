import { existsSync, renameSync } from "node:fs";
import { isDiskError, wordDiskError } from "./disk-fault.ts";

/**
 * Asks the disk, before a build, whether a folder may be moved: it is renamed
 * onto a folder that is not empty, which no system does (POSIX, rename: EEXIST
 * or ENOTEMPTY), but which says what else is in the way: a mount, a read-only
 * disk, a right that is missing. Windows gives one answer to all of it and is
 * not asked.
 *
 * @param occupied a folder beside it with something in it
 * @throws {RangeError} with the cause, when it could not be moved
 */
export function requireMovable(folder: string, occupied: string): void {
  if (process.platform === "win32" || !existsSync(folder)) return;
  try {
    renameSync(folder, occupied);
  } catch (error) {
    if (isDiskError(error)) throw new RangeError(wordDiskError(error, folder), { cause: error });
    return;
  }
  renameSync(occupied, folder);
}
