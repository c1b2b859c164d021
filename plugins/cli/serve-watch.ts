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
export function hearFromHere(watcher: Watcher | undefined, builds: Builds = NO_BUILDS): void {
  if (watcher === undefined) return;
  const emit = betweenBuilds(watcher.emit.bind(watcher), builds);
  const above = watcher.options?.cwd ?? ".";
  watcher.emit = (event: string, ...values: unknown[]) => {
    const [path, ...rest] = values;
    if (!OF_FILES.has(event) || typeof path !== "string") return emit(event, ...values);
    const named = relative(".", resolve(above, path)).split(sep).join("/");
    const isHeard = emit(event, named, ...rest);
    return event === "unlink" ? emit("change", named) : isHeard;
  };
}

/**
 * Has the configuration run again when other files are there than it saw; a file
 * that it only asked for is not read by it, and a change of its text not a
 * change of the configuration. False: this Eleventy does not ask.
 *
 * @param areSame whether the files are there that the last configuration saw
 */
export function rerunForNames(eleventy: ConfigurationAsker, areSame: () => boolean): boolean {
  const ask = eleventy.shouldTriggerConfigReset;
  if (ask === undefined) return false;
  eleventy.shouldTriggerConfigReset = function askBoth(files) {
    return ask.call(this, files) || !areSame();
  };
  return true;
}

interface ConfigurationAsker {
  shouldTriggerConfigReset?(files: readonly string[]): boolean;
}

/** What is known of the builds that a change begins. */
export interface Builds {
  isRunning(): boolean;
  /** Whether a change of a file has the configuration read again. */
  isConfiguration(path: string): boolean;
}

const NO_BUILDS: Builds = { isRunning: () => false, isConfiguration: () => false };

/** How often it is asked whether a build is through, ms. */
const ASK_MS = 20;

type Emit = (event: string, ...values: unknown[]) => boolean;

/**
 * Holds what is heard during a build until it is through: Eleventy builds again
 * then, and forgets that a configuration was saved. Of changes at once it asks
 * the last one alone, so that a configuration comes last.
 */
function betweenBuilds(emit: Emit, { isRunning, isConfiguration }: Builds): Emit {
  let held: { readonly event: string; readonly values: readonly unknown[] }[] = [];
  const isLast = ({ values: [path] }: (typeof held)[number]): boolean => isConfiguration(`./${path}`);
  const release = (): void => {
    if (isRunning()) {
      setTimeout(release, ASK_MS);
      return;
    }
    const told = held;
    held = [];
    for (const one of [...told.filter((one) => !isLast(one)), ...told.filter(isLast)])
      emit(one.event, ...one.values);
  };
  return (event, ...values) => {
    if (!OF_FILES.has(event) || (held.length === 0 && !isRunning())) return emit(event, ...values);
    held.push({ event, values });
    if (held.length === 1) setTimeout(release, ASK_MS);
    return true;
  };
}
