import { resolve, sep } from "node:path";
import type { Directories } from "../eleventy.ts";
import { readTextFile } from "../files/plain-file.ts";
import { projectPath, type Registration } from "./build.ts";
import { mendPage } from "./page-header.ts";
import type { TakenFile } from "./scoped-options.ts";

/**
 * What Eleventy gets of a Markdown page of a site that is ours, where it would
 * stop at the page's header; what is wrong is kept until all pages were read.
 * Null: Eleventy reads the page itself.
 */
export function takePage(
  { options, layouts, pageProblems }: Registration,
  { includes, layouts: layoutFolder = includes, data }: Directories,
  path: string,
): TakenFile | null {
  if (!options.isOwnSite || !/\.(?:md|markdown)$/i.test(path)) return null;
  const isBeside = [includes, layoutFolder, data].some((folder) =>
    resolve(path).startsWith(resolve(folder) + sep),
  );
  if (isBeside) return null;
  const file = projectPath(path);
  const read = readTextFile(path, file, { inside: "." });
  const mended = read !== null && "text" in read ? mendPage(read.text, file, layouts) : null;
  pageProblems.set(file, mended?.problems ?? []);
  return mended?.taken ?? null;
}
