import { linkSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Kept } from "../files/kept.ts";
import { sha256 } from "../files/sha256.ts";

/** Pages of the last site that the next one takes over as they are. */
export interface KeptPages {
  /**
   * Puts the last site's file of a page into the new one, when it would be made
   * the same: the file itself, by a second name. Its bytes are compared with
   * those that were written, unless the disk says that nobody touched it since
   * the build that left it there.
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
  const left = (kept.get(STATES, "") ?? {}) as Readonly<Record<string, string>>;
  const used = new Set<string>();
  return {
    take: (path, key) => {
      const hash = kept.get(path, key);
      if (hash === undefined) return false;
      const [from, to] = [join(folders.output, path), join(folders.staging, path)];
      try {
        const state = stateOf(from);
        if (state === null || (state !== left[path] && sha256(readFileSync(from)) !== hash)) return false;
        makeFolder(dirname(to));
        linkSync(from, to);
        used.add(path);
        return true;
      } catch {
        // The file is gone, or its disk has no second names.
        return false;
      }
    },
    made: (path, key, content) => {
      kept.put(path, key, sha256(content));
      used.add(path);
    },
    save: () => {
      const states = [...used].map((path) => [path, stateOf(join(folders.output, path))] as const);
      kept.put(STATES, "", Object.fromEntries(states.filter(([, state]) => state !== null && state !== "")));
      kept.save();
    },
  };
}

/** Name under which states of files are kept; no page's. */
const STATES = "";

/**
 * What the disk says of a file, other after whatever is done to it (each name
 * that it gets or loses, too); "" where its clock is too coarse to tell; null
 * where there is none.
 */
function stateOf(path: string): string | null {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stats?.isFile()) return null;
  const { dev, ino, size, mtimeNs, ctimeNs } = stats;
  return ctimeNs % MILLISECOND === 0n ? "" : [dev, ino, size, mtimeNs, ctimeNs].join(" ");
}

/** Nanoseconds: a clock that shows no less is one of whole seconds or milliseconds. */
const MILLISECOND = 1_000_000n;
