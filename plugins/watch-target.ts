import { posix } from "node:path";

/**
 * A pattern below a folder as Eleventy compares it with a changed file: one
 * leading "./", one slash between names. With two the file is heard of, and the
 * configuration does not run again.
 */
export function watchTarget(folder: string, pattern: string): string {
  const path = posix.join(folder, pattern);
  return path.startsWith("../") || posix.isAbsolute(path) ? path : `./${path}`;
}

/**
 * Whether a folder can be watched with the site's own: of one outside the
 * project Eleventy takes every changed file for another than it knows.
 *
 * @param fromProject its path from the project's folder
 */
export function isWatchable(fromProject: string): boolean {
  return !fromProject.startsWith("..") && !posix.isAbsolute(fromProject);
}
