import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Watcher } from "../engine/eleventy.ts";

/** After how long a new folder is looked at again, ms. */
const LOOK_AGAIN_MS = 400;

/**
 * Tells of files of a new folder that the watcher missed. It lists a folder
 * first and watches it then: what is written in between, by a copy or a tool
 * that makes a folder and a file in it, is heard of with the next change there.
 */
export function hearInNewFolders(watcher: Watcher | undefined): void {
  if (watcher === undefined) return;
  const above = watcher.options?.cwd ?? ".";
  const emit = watcher.emit.bind(watcher);
  /** What was heard of in folders that are new. */
  const heard = new Map<string, Set<string>>();
  const look = (folder: string): void => {
    const names = heard.get(folder) ?? new Set();
    heard.delete(folder);
    for (const name of filesIn(resolve(above, folder)))
      if (!names.has(name)) watcher.emit("add", join(folder, name));
  };
  watcher.emit = (event, ...values) => {
    const [path] = values;
    if (typeof path === "string") {
      if (event === "addDir") {
        heard.set(path, new Set());
        setTimeout(() => look(path), LOOK_AGAIN_MS).unref();
      } else heard.get(dirname(path))?.add(basename(path));
    }
    return emit(event, ...values);
  };
}

/** Names of plain files, without those that are hidden; none of a folder that went again. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
