import { existsSync, renameSync } from "node:fs";
import { quote } from "../../problem.ts";
import { exchange } from "./exchange.ts";
import { markFinished } from "./mark.ts";
import type { OutputFolders } from "./prepare.ts";
import { removeOwn } from "./remove-own.ts";

/**
 * Puts the finished build in the place of the last one, in one step where the
 * system has it, else by two renames, the first of which is taken back when the
 * second fails. Then the last build goes, but for what Vervain did not make.
 *
 * Gives a sentence where something was left beside the site, else null.
 *
 * @throws {Error} when the last site stays, or could not be put back; the message says which
 */
export function swapIn({ shown, output, staging, old, aside }: OutputFolders): string | null {
  markFinished(staging);
  const replaced = replace(output, staging, aside ?? old);
  if (aside === null) return clear(replaced);
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
function clear(replaced: string): string | null {
  try {
    const paths = removeOwn(replaced);
    return paths.length === 0
      ? null
      : `output: ${quote(replaced)} was left with ${quote(paths[0])}${paths.length > 1 ? ` and ${paths.length - 1} more` : ""}, which Vervain did not make. Move it away: the next build needs the place.`;
  } catch (error) {
    return `output: ${quote(replaced)} could not be removed: ${(error as Error).message}.`;
  }
}
