import { lstatSync } from "node:fs";

/** Coarsest clock of a file system, ms: FAT's. */
const CLOCK_MS = 2000;

/**
 * What the system says of a plain file, another text after each write to it;
 * null where it does not tell: there is no such file, or it was written to so
 * lately that a second write could have the same time.
 *
 * @param now ms since 1970
 */
export function stampOf(path: string, now: number): string | null {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (!stats?.isFile()) return null;
  const { dev, ino, size, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = stats;
  const written = Math.max(Number(mtimeMs), Number(ctimeMs));
  return now - written > CLOCK_MS ? [dev, ino, size, mtimeNs, ctimeNs].join(" ") : null;
}
