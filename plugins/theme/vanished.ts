import { existsSync, statSync, unwatchFile, utimesSync, watchFile } from "node:fs";

/** Milliseconds between two looks at a file. */
const INTERVAL_MS = 300;

let watched: { readonly files: readonly string[]; readonly look: () => void } | null = null;

/**
 * Eleventy's own server hears that a file was deleted and builds nothing: with
 * an override gone, the theme's file would be missed until the next edit. When
 * one of `files` is gone, the time of `trigger` is set a second later, and
 * nothing in it: Eleventy watches it and builds.
 */
export function watchVanished(files: readonly string[], trigger: string): void {
  stopWatching();
  const look = (): void => {
    const gone = files.filter((file) => !existsSync(file));
    if (gone.length === 0) return;
    stopWatching();
    if (!existsSync(trigger)) return;
    const { atime, mtimeMs } = statSync(trigger);
    utimesSync(trigger, atime, new Date(mtimeMs + 1000));
  };
  for (const file of files) watchFile(file, { interval: INTERVAL_MS, persistent: false }, look);
  watched = { files, look };
}

function stopWatching(): void {
  for (const file of watched?.files ?? []) unwatchFile(file, watched?.look);
  watched = null;
}
