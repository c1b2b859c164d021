import { readdirSync } from "node:fs";
import { join } from "node:path";

/** An entry below a folder that is no folder itself: file, link, pipe, whatever it is. */
export interface WalkedEntry {
  /** Path from the folder, with `/`. */
  readonly path: string;
  readonly name: string;
}

/** All entries below `folder` but folders, in the order of the disk; links are told, never followed. */
export function* entriesBelow(folder: string): Generator<WalkedEntry> {
  const open = [""];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) open.push(path);
      else yield { path, name: entry.name };
    }
  }
}

/**
 * All folders below `folder`, each after the one it lies in;
 * links are no folders. Null where anything but folders is found.
 */
export function emptyFoldersBelow(folder: string): string[] | null {
  const found: string[] = [];
  const open = [folder];
  for (let one = open.pop(); one !== undefined; one = open.pop())
    for (const entry of readdirSync(one, { withFileTypes: true })) {
      if (!entry.isDirectory()) return null;
      const path = `${one}/${entry.name}`;
      found.push(path);
      open.push(path);
    }
  return found;
}
