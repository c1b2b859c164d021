import { z } from "zod/mini";

/** A file of the theme that has moved. */
export interface Rename {
  /** Old path below `_includes`: "partials/also.njk"; a generated page as "pages/NAME". */
  readonly from: string;
  readonly to: string;
  /** Release that moved it. */
  readonly since: string;
}

const RENAMES = z.array(z.strictObject({ from: z.string(), to: z.string(), since: z.string() }));

/** The theme's `renames.json`, oldest first. @throws {Error} where it is no such list */
export function parseRenames(text: string): readonly Rename[] {
  return RENAMES.parse(JSON.parse(text));
}

/**
 * What still works under its old path: for as long as the package has the major
 * version that moved it. Old path → where the file lies now, over several moves.
 */
export function keptRenames(renames: readonly Rename[], version: string): ReadonlyMap<string, string> {
  const major = majorOf(version);
  const kept = renames.filter(({ since }) => majorOf(since) === major);
  return new Map(kept.map(({ from }) => [from, lastOf(from, kept)]));
}

/** Where a file lies after all its moves; the path itself where it never moved. */
export function lastOf(path: string, renames: readonly Rename[]): string {
  const seen = new Set([path]);
  let at = path;
  for (let move = moveOf(at, renames); move !== undefined; move = moveOf(at, renames)) {
    if (seen.has(move.to)) return at;
    seen.add(move.to);
    at = move.to;
  }
  return at;
}

/** The move of a path; undefined where there is none. */
export function moveOf(path: string, renames: readonly Rename[]): Rename | undefined {
  return renames.find(({ from }) => from === path);
}

function majorOf(version: string): string {
  return version.split(".", 1)[0] as string;
}
