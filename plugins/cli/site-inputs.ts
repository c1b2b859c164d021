import { createHash, type Hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { TEMPLATE_ENDINGS } from "../build/folder-files.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { packageFolder } from "../package-folder.ts";

const THEME = packageFolder("_includes");
/** Scripts of an owner's for browsers: compiled, not run. */
const FOR_BROWSERS = "scripts/";
/** What is read as text or data, and stands by what it says in all that is decided. */
const DECIDED = /\.(?:md|markdown|json|ya?ml)$/i;

/**
 * A name for the files of a site that its pages are made of beside its texts and
 * data, which are decided before. Null where one of them is code of the owner's
 * (a template, or a script that builds run), where a file that is copied may be
 * a page, and where pages decide what is copied. Scripts of global data run
 * before all is decided, and templates of the theme print nothing else.
 */
export function siteInputs(config: EleventyConfig): string | null {
  const { input, includes, layouts = includes, data } = config.directories;
  const copied = Object.keys(config.passthroughCopies ?? {});
  // Its folder would be that of the site, too.
  if (resolve(input) === resolve(".") || (config.passthroughCopiesHtmlRelative?.size ?? 0) > 0) return null;
  const theirs = [...new Set([includes, layouts])].filter((folder) => resolve(folder) !== THEME);
  const walked = new Map<string, readonly string[]>();
  const filesOf = (place: string): readonly string[] => {
    const files = walked.get(place) ?? filesIn(place);
    walked.set(place, files);
    return files;
  };
  const isFound = (places: readonly string[], is: (path: string) => boolean): boolean =>
    places.some((place) => filesOf(place).some(is));
  if (
    isFound([...theirs, input, ...copied], isTemplate) ||
    filesOf(input).some((path) => isScript(path) && !isInside(join(input, path), data)) ||
    isFound(theirs, (path) => isScript(path) && !path.startsWith(FOR_BROWSERS)) ||
    // What a pattern finds is not known.
    copied.some((place) => !existsSync(place))
  )
    return null;
  const hash = createHash("sha256");
  for (const folder of [THEME, ...theirs]) addContents(hash, folder, filesOf(folder));
  for (const place of [input, ...copied])
    for (const path of filesOf(place)) hash.update(`\0${place}\0${path}\0${stateOf(join(place, path))}`);
  return hash.digest("base64url");
}

function isInside(path: string, folder: string): boolean {
  return resolve(path).startsWith(`${resolve(folder)}${sep}`);
}

function isTemplate(path: string): boolean {
  return TEMPLATE_ENDINGS.some((ending) => path.toLowerCase().endsWith(`.${ending}`));
}

function isScript(path: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(path);
}

function addContents(hash: Hash, folder: string, files: readonly string[]): void {
  for (const path of files) {
    const bytes = readFileSync(join(folder, path));
    hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
  }
}

/** What the disk says of a file whose bytes no page holds: its size in pixels at most. */
function stateOf(file: string): string {
  if (DECIDED.test(file)) return "";
  const { size, mtimeNs, ctimeNs, ino } = statSync(file, { bigint: true });
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

/**
 * Paths of files in a folder with "/", in one order on every machine, those
 * behind links too; "" for a file itself, none where there is nothing.
 */
function filesIn(place: string): readonly string[] {
  const isFile = (path: string): boolean =>
    statSync(join(place, path), { throwIfNoEntry: false })?.isFile() === true;
  if (isFile("")) return [""];
  if (!existsSync(place)) return [];
  // As text: with types of entries Node does not go into linked folders.
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter(isFile)
    .sort();
}
