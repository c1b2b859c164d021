import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Watcher } from "../engine/eleventy.ts";

/** How long nothing more must be found to be watched, ms: Eleventy goes on at the first part that is. */
const QUIET_MS = 300;

/**
 * Tells, as a change, of what was written while the first build ran or before
 * all files were watched: the watcher takes what it finds for what was built,
 * and a text saved in those seconds was on its page only when it was saved again.
 *
 * @param since when the first build began to read, ms since 1970
 */
export function hearOfEarly(watcher: Watcher | undefined, since: number): void {
  if (watcher?.getWatched === undefined) return;
  const above = watcher.options?.cwd ?? ".";
  const emit = watcher.emit.bind(watcher);
  const heard = new Set<string>();
  const tell = (): void => {
    for (const [folder, names] of Object.entries(watcher.getWatched?.() ?? {}))
      for (const name of names) {
        const path = resolve(above, folder, name);
        const event = heard.has(path) ? null : eventOf(path, since);
        if (event === null) continue;
        heard.add(path);
        emit(event, path);
      }
  };
  let timer = setTimeout(tell, QUIET_MS);
  watcher.emit = (event, ...values) => {
    const [path] = values;
    if (event === "ready") {
      clearTimeout(timer);
      timer = setTimeout(tell, QUIET_MS);
    } else if (typeof path === "string") heard.add(resolve(above, path));
    return emit(event, ...values);
  };
}

/** What happened to a file since; null: nothing. */
function eventOf(path: string, since: number): "add" | "change" | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || Math.max(stats.mtimeMs, stats.ctimeMs) < since) return null;
  return stats.birthtimeMs < since ? "change" : "add";
}
