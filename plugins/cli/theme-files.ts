import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { didYouMean } from "../closest.ts";
import { pageEndings } from "../eleventy-names.ts";
import type { OwnFiles, ThemeFiles } from "../overrides/diagnose.ts";
import { kindOf, PAGES } from "../overrides/kinds.ts";
import { basePath, hashOf, LOCK_FILE, type Lock, modelsPath, parseLock } from "../overrides/lock.ts";
import { type Models, parseModels } from "../overrides/models.ts";
import { packageFolder } from "../package-folder.ts";
import { quote } from "../problem.ts";
import { parseRenames } from "../renames.ts";
import { shownPath } from "./shown-path.ts";

/** Folders of the owner's, as the command line gives them. */
export interface ThemeFolders {
  /** Default: `_includes`, or `src/_includes` where only that is there. */
  readonly includes?: string;
  /** Folder of pages. */
  readonly input?: string;
}

/** Where the owner's side of the theme lies. */
export interface Places {
  readonly includes: string;
  readonly input: string;
  /** Folder that the owner keeps under version control: the lock, and originals as they were. */
  readonly kept: string;
}

/** Folder of the lock and of what overrides were made from. */
const KEPT = ".vervain";

/** Largest file that is read as an override, in bytes: the theme's own are below 20 kB. */
const LIMIT_BYTES = 2_000_000;

/** @throws {RangeError} in the theme's own repository, where there is nothing to override */
export function placesOf({ includes, input = "src" }: ThemeFolders): Places {
  const usual = ["_includes", `${input}/_includes`].find((path) => existsSync(path)) ?? "_includes";
  const folder = includes ?? usual;
  if (resolve(folder) === packageFolder("_includes"))
    throw new RangeError(
      `theme: expected a site that uses the theme, received the theme's own folder "${shownPath(folder)}". Change its files where they are.`,
    );
  return { includes: folder, input, kept: KEPT };
}

/** The theme as it is installed. */
export function readTheme(): ThemeFiles {
  const folder = packageFolder("_includes");
  const { version } = JSON.parse(readFileSync(packageFolder("package.json"), "utf8")) as { version: string };
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const files = filesBelow(folder).filter((path) => kindOf(path) !== null);
  return {
    version,
    files: new Map([
      ...files.map((path) => [path, read(path)] as const),
      ...PAGES.map((path) => [path, ""] as const),
    ]),
    models: parseModels(read("models.json")),
    renames: parseRenames(read("renames.json")),
  };
}

/** What the owner has of files that the theme could have. */
export function readOwn(places: Places, { renames }: ThemeFiles): OwnFiles {
  const { includes, input, kept } = places;
  const paths = filesBelow(includes).filter((path) => kindOf(path) !== null);
  const pageNames = [...PAGES, ...renames.map(({ from }) => from)].filter((path) =>
    path.startsWith("pages/"),
  );
  const pages = pageNames.flatMap((path) => {
    const file = pageFile(path, input);
    return file === null ? [] : [[path, readFileSync(file, "utf8")] as const];
  });
  const models = new Map<string, Models | null>();
  return {
    files: new Map([
      ...paths.map((path) => [path, readFileSync(join(includes, path), "utf8")] as const),
      ...pages,
    ]),
    lock: readLock(places),
    baseOf: (path, { version, hash }) => {
      const file = join(kept, basePath(path, version));
      const text = existsSync(file) ? readFileSync(file, "utf8") : null;
      return text !== null && hashOf(text) === hash ? text : null;
    },
    modelsOf: (version) => {
      const file = join(kept, modelsPath(version));
      if (!models.has(version))
        models.set(version, existsSync(file) ? parseModels(readFileSync(file, "utf8")) : null);
      return models.get(version) ?? null;
    },
  };
}

/** The owner's template in the place of a generated page; null: none. */
export function pageFile(path: string, input: string): string | null {
  const name = path.slice("pages/".length);
  return (
    pageEndings()
      .map((ending) => join(input, `${name}.${ending}`))
      .find((file) => existsSync(file)) ?? null
  );
}

/** @throws {RangeError} for a lock that cannot be read */
export function readLock({ kept }: Places): Lock {
  const file = join(kept, LOCK_FILE);
  return existsSync(file) ? parseLock(readFileSync(file, "utf8"), shownPath(file)) : new Map();
}

/**
 * A path as its owner typed it, as the theme has it.
 *
 * @param known paths beside the theme's that are meant too
 * @throws {RangeError} for any that is not one of the theme's: nothing outside its folder can be named
 */
export function themePath(given: string, { files }: ThemeFiles, known: Iterable<string> = []): string {
  const path = given.replaceAll("\\", "/").replace(/^(?:\.\/)?(?:@theme\/|_includes\/)?/, "");
  const all = [...files.keys(), ...known];
  if (all.includes(path)) return path;
  throw new RangeError(
    `theme: expected the path of a theme's file, received ${quote(given)}.${didYouMean(path, all) || " `vervain theme list` names them."}`,
  );
}

/** Writes a file whole or not at all. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part`;
  writeFileSync(part, text);
  renameSync(part, path);
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => isReadable(join(folder, name)))
    .map((name) => name.split(sep).join("/"))
    .sort();
}

function isReadable(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size <= LIMIT_BYTES;
}
