import { z } from "zod/mini";
import { faultsOf } from "../faults.ts";
import { sha256 } from "../files/sha256.ts";
import { compareText, quote } from "../problem.ts";
import { lastOf, type Rename } from "../renames.ts";

/** What an override was made from. */
export interface Origin {
  /** Release of the package. */
  readonly version: string;
  /** {@link hashOf} of the theme's file then. */
  readonly hash: string;
}

/** Origins by path below `_includes`. */
export type Lock = ReadonlyMap<string, Origin>;

const LOCK = z.strictObject({
  files: z.record(
    z.string(),
    z.strictObject({
      version: z.string().check(z.regex(/^\d[\w.+-]*$/, { error: "expected a release such as 1.2.0" })),
      hash: z.string(),
    }),
  ),
});

/** Under which path an override was recorded, and what it was made from: under its old one where its owner has followed a move. */
export function recordOf(
  path: string,
  lock: Lock,
  renames: readonly Rename[],
): { readonly path: string; readonly origin: Origin } | null {
  const known = [path, ...renames.flatMap(({ from }) => (lastOf(from, renames) === path ? [from] : []))];
  const found = known.find((name) => lock.has(name));
  return found === undefined ? null : { path: found, origin: lock.get(found) as Origin };
}

/** Name of the lock in the owner's folder `.vervain`. */
export const LOCK_FILE = "theme.json";

/** Path below `.vervain` of the theme's file as it was when the owner took it. */
export function basePath(path: string, version: string): string {
  return `theme/${version}/${path}`;
}

/** Path below `.vervain` of the view models of a release. */
export function modelsPath(version: string): string {
  return basePath("models.json", version);
}

/** Hash of a text, however its lines end: Git may have changed that. */
export function hashOf(text: string): string {
  return sha256(text.replaceAll("\r\n", "\n")).slice(0, 22);
}

/** @throws {RangeError} saying what is wrong with a lock, and what to do */
export function parseLock(text: string, file: string): Lock {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new RangeError(`${file}: expected JSON, received something else. ${REPAIR}`);
  }
  const parsed = LOCK.safeParse(data, { reportInput: true });
  if (parsed.success) return new Map(Object.entries(parsed.data.files));
  const lines = faultsOf(parsed.error, data).map(
    ({ path, expected, received }) =>
      `${file}: ${path.join(".")}: ${expected}, received ${quote(received)}. ${REPAIR}`,
  );
  throw new RangeError(lines.join("\n"));
}

const REPAIR = "Take the file from your version control, or delete it: then no file's origin is known.";

/** The lock as a file: one line a field, in order of path, so that it merges well. */
export function formatLock(lock: Lock): string {
  const files = Object.fromEntries([...lock].sort(([a], [b]) => compareText(a, b)));
  return `${JSON.stringify({ files }, null, 2)}\n`;
}
