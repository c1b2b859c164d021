import { randomUUID } from "node:crypto";
import {
  chmodSync,
  linkSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";

/**
 * Puts a text in place of a file in one step: a reader finds the old or the new,
 * and both are whole. False, and nothing is changed, where the file does not hold
 * `before` any more. A link is followed: the file that it leads to is replaced.
 *
 * @throws {Error} what the disk says; nothing is left beside the file then
 */
export function replaceFile(path: string, before: Uint8Array, text: string): boolean {
  const real = realpathSync(path);
  return putBeside(real, text, (beside) => {
    chmodSync(beside, statSync(real).mode);
    if (!readFileSync(real).equals(before)) return false;
    renameSync(beside, real);
    return true;
  });
}

/** Makes a file that must not be there yet, whole; false where one is. @throws {Error} what the disk says */
export function createFile(path: string, text: string): boolean {
  return putBeside(path, text, (beside) => {
    try {
      linkSync(beside, path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      // File systems without links: what is there is not overwritten all the same.
      writeFileSync(path, text, { flag: "wx" });
      return true;
    }
  });
}

// A name that nobody can have put there before, opened only if it is new.
function putBeside(path: string, text: string, put: (beside: string) => boolean): boolean {
  const beside = `${path}.${randomUUID()}.vervain-new`;
  try {
    writeFileSync(beside, text, { flag: "wx" });
    return put(beside);
  } finally {
    rmSync(beside, { force: true });
  }
}
