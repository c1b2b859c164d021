import { createHash } from "node:crypto";
import { linkSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Kept } from "../files/kept.ts";

/** Pages of the last site that the next one takes over as they are. */
export interface KeptPages {
  /**
   * Puts the last site's file of a page into the new one, when it would be made
   * the same: the file itself, by a second name. Its bytes are compared with
   * those that were written, whatever the disk says of it.
   *
   * @param path of the file, from the site's folder
   * @returns false: the page is to be made
   */
  take(path: string, key: string): boolean;
  /** Notes a page that was made, by its text. */
  made(path: string, key: string, content: string): void;
  /** Keeps what was taken and made, once the new site is in its place. */
  save(): void;
}

/**
 * @param folders the last site's folder and the new one's
 * @param makeFolder makes a folder in the new one
 */
export function keptPages(
  kept: Kept,
  folders: { readonly output: string; readonly staging: string },
  makeFolder: (path: string) => void,
): KeptPages {
  return {
    take: (path, key) => {
      const hash = kept.get(path, key);
      if (hash === undefined) return false;
      const [from, to] = [join(folders.output, path), join(folders.staging, path)];
      try {
        if (!lstatSync(from).isFile() || hashOf(readFileSync(from)) !== hash) return false;
        makeFolder(dirname(to));
        linkSync(from, to);
        return true;
      } catch {
        // The file is gone, or its disk has no second names.
        return false;
      }
    },
    made: (path, key, content) => kept.put(path, key, hashOf(content)),
    save: () => kept.save(),
  };
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url");
}
