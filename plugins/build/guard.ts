import { lstatSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { openPlaces, toSitePath } from "../article/site-path.ts";
import { ContentError } from "../problem.ts";

/** A file that is about to be written. */
export interface WrittenPage {
  /** Source as the writer knows it, relative to the project. */
  readonly file: string;
  readonly outputPath: string;
  /** True where the page is an article's: it is a page and nothing that hosts or browsers take for more. */
  readonly isArticle: boolean;
}

/**
 * The last word before a file is written: it lies in the output folder, links
 * on the disk followed; an article is a page (`x/index.html`, `x.html`), never a
 * host's file; and no file of this build stands there in another letter case.
 * Whatever else failed, this holds.
 *
 * @param output the output folder
 * @returns a check that throws {ContentError} for a file that may not be written
 */
export function outputGuard(output: string): (page: WrittenPage) => void {
  const root = resolve(output);
  const places = openPlaces<string>();
  const checked = new Set<string>();
  return ({ file, outputPath, isArticle }) => {
    const path = resolve(outputPath);
    const refuse = (expected: string): never => {
      const message = `expected ${expected}, received ${JSON.stringify(outputPath)}. Give it another permalink.`;
      throw new ContentError([{ file, line: 0, field: "permalink", message, severity: "error" }]);
    };
    if (!path.startsWith(root + sep) || leadsOut(path, root, checked)) refuse("a path in the output folder");
    const url = `/${relative(root, path).split(sep).join("/")}`;
    if (isArticle && toSitePath(url) === null) refuse("the path of a page");
    const other = places.claim(url, file);
    if (other !== null) refuse(`a path of its own, and not where ${other} is`);
  };
}

/** Whether a link on the disk, at the file or at a folder above it, leads out of `root`. */
function leadsOut(path: string, root: string, checked: Set<string>): boolean {
  const parts = relative(root, path).split(sep);
  let place = root;
  for (const part of parts) {
    place = join(place, part);
    if (checked.has(place)) continue;
    const entry = lstatSync(place, { throwIfNoEntry: false });
    if (entry === undefined) return false;
    if (entry.isSymbolicLink() && !staysIn(place, root)) return true;
    if (place !== path) checked.add(place);
  }
  return false;
}

function staysIn(link: string, root: string): boolean {
  try {
    return realpathSync(link).startsWith(realpathSync(root) + sep);
  } catch {
    // A link to nowhere: writing through it would make a file there.
    return false;
  }
}
