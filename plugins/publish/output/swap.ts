import { existsSync, renameSync } from "node:fs";
import { quote } from "../../problem.ts";
import { exchange } from "./exchange.ts";
import { markFinished } from "./mark.ts";
import type { OutputFolders } from "./prepare.ts";
import { removeEmptyFolders, removeOwn } from "./remove-own.ts";

/**
 * Puts the finished build in the place of the last one, in one step where the
 * system has it, else by two renames, the first of which is taken back when the
 * second fails. Then the last build goes, but for what Vervain did not make.
 *
 * Gives a sentence where something was left beside the site, else null.
 *
 * @param remove what removes the last build, and gives what it left: {@link removeOwnFiles} where
 *   {@link clearFolders} follows
 * @throws {Error} when the last site stays, or could not be put back; the message says which
 */
export function swapIn(
  { shown, output, staging, old, aside }: OutputFolders,
  remove: (folder: string) => readonly string[] = removeOwn,
): string | null {
  markFinished(staging);
  const replaced = replace(output, staging, aside ?? old);
  if (aside === null) return clear(replaced, remove);
  if (replaced !== aside) renameSync(replaced, aside);
  return `output: what was in ${quote(shown)} lies in ${quote(aside)} now.`;
}

/** Gives the path at which the replaced folder lies now. */
function replace(output: string, staging: string, old: string): string {
  if (!existsSync(output)) {
    renameSync(staging, output);
    return old;
  }
  if (exchange(output, staging)) return staging;
  renameSync(output, old);
  try {
    renameSync(staging, output);
  } catch (error) {
    putBack(old, output, error);
    throw error;
  }
  return old;
}

function putBack(old: string, output: string, cause: unknown): void {
  try {
    renameSync(old, output);
  } catch {
    throw new Error(
      `output: the last good site could not be put back: it lies in ${quote(old)}. Rename it to ${quote(output)}, or build again.`,
      { cause },
    );
  }
}

/** The new site is in its place by now, so a last build that cannot be removed spoils nothing. */
function clear(replaced: string, remove: (folder: string) => readonly string[]): string | null {
  try {
    const paths = remove(replaced);
    return paths.length === 0
      ? null
      : `output: ${quote(replaced)} was left with ${quote(paths[0])}${paths.length > 1 ? ` and ${paths.length - 1} more` : ""}, which Vervain did not make. Move it away: the next build needs the place.`;
  } catch (error) {
    return notRemoved(replaced, error);
  }
}

/**
 * Takes the empty folders of the last build away, once the new site is in its
 * place. Gives a sentence where they stay, else null.
 *
 * @param keep takes them for the next build; false: it did not, and they are removed
 */
export async function clearFolders(
  { staging, old }: OutputFolders,
  keep: (folder: string) => boolean = () => false,
): Promise<string | null> {
  for (const folder of [staging, old]) {
    try {
      if (existsSync(folder) && keep(folder)) continue;
      await removeEmptyFolders(folder);
    } catch (error) {
      return notRemoved(folder, error);
    }
  }
  return null;
}

function notRemoved(folder: string, error: unknown): string {
  return `output: ${quote(folder)} could not be removed: ${(error as Error).message}.`;
}
