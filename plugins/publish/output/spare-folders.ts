import { lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { emptyFoldersBelow } from "./walk.ts";

/**
 * Where empty folders of former sites wait. A site has a folder for each page,
 * and making one takes ext4 0.05 to 0.5 ms, moving one 0.03: where all pages
 * but one are taken over, it was a sixth of the build.
 */
const WAITING = ".cache/vervain/folders";

/** Folders of former sites, to be moved into the next one instead of making some. */
export interface SpareFolders {
  /** Makes a folder, and those above it, where there is none. @throws {Error} of the file system */
  make(folder: string): void;
  /** Takes the empty folders of a replaced site. False, with all of them where they are, where they cannot be moved. */
  keep(folder: string): boolean;
}

/** Opens the folders that wait, once one is asked for. */
export function openSpareFolders(): SpareFolders {
  let waiting: string[] | null = null;
  const made = new Set<string>();
  const make = (folder: string): void => {
    if (made.has(folder)) return;
    const above = dirname(folder);
    if (!made.has(above)) {
      if (isFolder(above)) made.add(above);
      else make(above);
    }
    waiting ??= waitingFolders();
    const spare = waiting.at(-1);
    if (spare !== undefined && move(spare, folder)) waiting.pop();
    // It stays where it cannot be moved, as to where a folder is that has something in it: the one above it would take it along.
    else mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
  return {
    make,
    keep: (folder) => {
      const left = (waiting ?? waitingFolders()).length;
      if ((emptyFoldersBelow(folder)?.length ?? 0) <= left) return false;
      waiting = [];
      return moveInPlace(folder);
    },
  };
}

/** Empty folders, the deepest last; none where anything else lies among them: a cache can be restored from anywhere. */
function waitingFolders(): string[] {
  try {
    if (!isFolder(WAITING)) return [];
    const folders = emptyFoldersBelow(WAITING);
    if (folders !== null) return folders;
    rmSync(WAITING, { recursive: true, force: true });
  } catch {
    // Not to be read or removed: then all are made.
  }
  return [];
}

/** False where it stays: on another disk, a system that refuses. */
function move(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Lets a folder wait instead of those that do. */
function moveInPlace(folder: string): boolean {
  try {
    rmSync(WAITING, { recursive: true, force: true });
    mkdirSync(dirname(WAITING), { recursive: true });
  } catch {
    return false;
  }
  return move(folder, WAITING);
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
