import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { quote } from "../../problem.ts";
import { foreignEntries, markUnfinished, readMark } from "./mark.ts";
import { requireMovable } from "./movable.ts";
import { placeFault } from "./place.ts";
import { removeOwn } from "./remove-own.ts";
import { entriesBelow } from "./walk.ts";

/** Folders of a build, relative to the working folder. */
export interface OutputFolders {
  /** As the owner wrote it, for messages. */
  readonly shown: string;
  /** Where the site lies; where the owner named a link, what it leads to. */
  readonly output: string;
  /** Where a build is made before it takes the site's place. */
  readonly staging: string;
  /** Where the last site goes if it cannot be exchanged with the new one at once. */
  readonly old: string;
  /** Where a folder goes that the owner wants set aside instead of removed; null: there is none to set aside. */
  readonly aside: string | null;
}

/** What a build reads, as Eleventy has it: relative to the working folder. */
export interface SourceFolders {
  readonly input: string;
  readonly data: string;
  readonly includes: string;
  readonly layouts?: string;
}

export interface PrepareOptions {
  /** Keep a folder that Vervain did not make, or not alone, beside the new site instead of refusing it. */
  readonly setsAside?: boolean;
}

/** The folders of a build into `shown`. @throws {RangeError} where no site may be put */
export function outputFolders(shown: string, sources: SourceFolders): OutputFolders {
  const output = realOutput(shown);
  const project = realpathSync.native(".");
  const { layouts = null } = sources;
  const fault = placeFault({
    shown,
    output,
    project,
    sources: [
      { what: "the input folder", folder: realPath(sources.input) },
      { what: "the data folder", folder: realPath(sources.data) },
      { what: "the includes folder", folder: realPath(sources.includes) },
      ...(layouts === null ? [] : [{ what: "the layouts folder", folder: realPath(layouts) }]),
    ],
  });
  if (fault !== null) throw new RangeError(fault);
  const near = relative(project, output);
  return { shown, output: near, staging: `${near}.next`, old: `${near}.old`, aside: null };
}

/**
 * Makes the staging folder anew. Puts the last site back if a build died
 * between two renames, and clears what killed builds left.
 *
 * @throws {RangeError} before anything is changed, where a folder of the three holds what Vervain did not make
 */
export function prepareOutput(
  folders: OutputFolders,
  { setsAside = false }: PrepareOptions = {},
): OutputFolders {
  const { output, staging, old } = folders;
  if (!existsSync(output) && existsSync(old) && readMark(old) !== null) renameSync(old, output);
  for (const folder of [staging, old]) requireOwn(folder, folder);
  const aside = setsAside && foreignIn(output).length > 0 ? `${output}.aside` : null;
  if (aside === null) requireOwn(output, folders.shown);
  else if (existsSync(aside))
    throw new RangeError(
      `output: expected nothing at ${quote(aside)}, where ${quote(folders.shown)} would be set aside, received a folder. Move it away.`,
    );
  for (const folder of [staging, old]) removeOwn(folder);
  mkdirSync(staging, { recursive: true });
  markUnfinished(staging);
  requireMovable(output, staging);
  return { ...folders, aside };
}

function foreignIn(folder: string): readonly string[] {
  return existsSync(folder) ? foreignEntries(entriesBelow(folder), readMark(folder)) : [];
}

/** Names of foreign files in a message. */
const NAMED = 3;

/** @throws {RangeError} for a folder with something in it that Vervain did not make */
export function requireOwn(folder: string, shown: string): void {
  const foreign = foreignIn(folder);
  if (foreign.length === 0) return;
  const rest = foreign.length > NAMED ? ` and ${foreign.length - NAMED} more` : "";
  const names = foreign.slice(0, NAMED).map(quote).join(", ") + rest;
  throw new RangeError(
    `output: expected a folder that is empty or that Vervain made, received ${quote(shown)} with ${names}. ` +
      "A build replaces the whole folder. Move that away (what shall be published belongs in the input folder, with addPassthroughCopy), " +
      "or name another folder with --output, or build once with --set-aside: what is there is then kept beside it.",
  );
}

/** The real path of the folder a build replaces. @throws {RangeError} for a link into nothing, or a file */
function realOutput(shown: string): string {
  const link = lstatSync(shown, { throwIfNoEntry: false });
  if (link?.isSymbolicLink() && !existsSync(shown))
    throw new RangeError(
      `output: expected a folder, received the link ${quote(shown)} to ${quote(readlinkSync(shown))}, where nothing is. Make that folder, or remove the link.`,
    );
  if (link !== undefined && !statSync(shown).isDirectory())
    throw new RangeError(
      `output: expected a folder, received ${quote(shown)}, which is a file. Move it away, or name another.`,
    );
  return realPath(shown);
}

/** The path without links, of which the end need not be there yet. */
function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole) || dirname(whole) === whole) return realpathSync.native(whole);
  return join(realPath(dirname(whole)), basename(whole));
}
