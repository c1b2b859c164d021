import { existsSync, statSync, unwatchFile, utimesSync, watchFile } from "node:fs";

/** Milliseconds between two looks, and from the first sight of a folder until it is touched. */
const INTERVAL_MS = 300;

/** Folders that are not there yet, each with what looks for it. */
const awaited = new Map<string, () => void>();

/**
 * Eleventy's own server lists a new folder first and watches it a moment later:
 * what is written in between, by a copy or a tool that makes a folder and a file
 * in it, it never hears of. Once one of `folders` is there its times are set to
 * what they are; Eleventy then lists it again, and finds what it missed.
 *
 * @param folders those that are there are let be; those of an earlier call are let go
 */
export function watchAppeared(folders: readonly string[]): void {
  for (const [folder, look] of awaited) {
    look();
    unwatchFile(folder, look);
  }
  awaited.clear();
  for (const folder of folders) {
    if (existsSync(folder)) continue;
    const look = (): void => {
      if (!existsSync(folder)) return;
      unwatchFile(folder, look);
      awaited.delete(folder);
      setTimeout(() => touch(folder), INTERVAL_MS).unref();
    };
    awaited.set(folder, look);
    watchFile(folder, { interval: INTERVAL_MS, persistent: false }, look);
  }
}

/** Nothing where the folder went again, or is another's. */
function touch(folder: string): void {
  try {
    const { atimeMs, mtimeMs } = statSync(folder);
    utimesSync(folder, atimeMs / 1000, mtimeMs / 1000);
  } catch {
    // What is in it is heard of with the next change there.
  }
}
