import { relative, resolve, sep } from "node:path";
import type { Watcher } from "../engine/eleventy.ts";

/** Events of the watcher that name a file. */
const OF_FILES: ReadonlySet<string> = new Set(["add", "change", "unlink"]);

/**
 * Names files as they are called from the project's folder. Where the package
 * lies outside it (a hoisted workspace), Eleventy watches from the folder above
 * both and takes what it hears for names from here: a new article got no page.
 * And it forgets a deleted file and builds nothing; to be rebuilt, it has to hear of a change.
 */
export function hearFromHere(watcher: Watcher | undefined): void {
  if (watcher === undefined) return;
  const emit = watcher.emit.bind(watcher);
  const above = watcher.options?.cwd ?? ".";
  watcher.emit = (event: string, ...values: unknown[]) => {
    const [path, ...rest] = values;
    if (!OF_FILES.has(event) || typeof path !== "string") return emit(event, ...values);
    const named = relative(".", resolve(above, path)).split(sep).join("/");
    const isHeard = emit(event, named, ...rest);
    return event === "unlink" ? emit("change", named) : isHeard;
  };
}
