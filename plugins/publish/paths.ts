import { quote, SetupError } from "../problem.ts";

/**
 * Where a header rule holds: one path (`/feed.xml`) or everything below a folder
 * (`/assets/*`). No more, so that every host reads it the same way.
 */
export type PathPattern = string;

/** Everything below the root. */
export const EVERYWHERE: PathPattern = "/*";

/** Letters, digits and marks that mean nothing to nginx, Caddy, Vercel, CloudFront or `_headers`. */
const SHAPE = /^\/(?:[A-Za-z0-9._-]+\/)*(?:[A-Za-z0-9._-]+|\*)$/;

/** Whether `path`, as requested ("/massage/"), is one that the pattern names. */
export function matchesPath(pattern: PathPattern, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** The pattern as a regular expression's source, anchored at both ends where it names one path. */
export function patternSource(pattern: PathPattern): string {
  const escaped = pattern.replace(/[.]/g, "\\.");
  return pattern.endsWith("*") ? `^${escaped.slice(0, -1)}` : `^${escaped}$`;
}

/**
 * Refuses patterns that hosts would read differently, and two that share a path:
 * of two rules for one header some hosts take the first, some the last, some join them.
 *
 * @throws {RangeError} naming the pattern
 */
export function requireDisjoint(patterns: readonly PathPattern[]): void {
  for (const [index, pattern] of patterns.entries()) {
    if (!SHAPE.test(pattern))
      throw new SetupError(
        `publish: paths: expected a path such as /feed.xml or /images/*, received ${quote(pattern)}.`,
      );
    const other = patterns.find((candidate, at) => at < index && overlap(candidate, pattern));
    if (other !== undefined)
      throw new SetupError(
        `publish: paths: expected paths that share no file, received ${quote(other)} and ${quote(pattern)}.`,
      );
  }
}

function overlap(a: PathPattern, b: PathPattern): boolean {
  return matchesPath(a, b.replace(/\*$/, "")) || matchesPath(b, a.replace(/\*$/, ""));
}
