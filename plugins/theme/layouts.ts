import { posix, relative, resolve, sep } from "node:path";
import { closest } from "../closest.ts";
import type { Disk } from "../disk.ts";
import type { EleventyConfig, NunjucksEnvironment } from "../eleventy.ts";
import { type Problem, quote, SetupError } from "../problem.ts";
import { lastOf, moveOf, type Rename } from "../renames.ts";
import type { KeptNames } from "./kept-names.ts";

/** Prefix by which a template names the theme's original, whatever the owner has put in its place. */
export const ORIGINAL = "@theme/";

/** A Nunjucks file loader, as far as we use it. */
interface FileLoader {
  searchPaths?: string[];
  pathsToNames?: Record<string, string>;
  cache?: Record<string, unknown>;
  getSource(name: string): { readonly path: string } | null;
}

type FileLoaderClass = new (folders: readonly string[]) => FileLoader;

/** Letters by which the path of a file may miss a theme's path and still be meant for it. */
const NEAR = 2;

/**
 * Lets the owner's `_includes/<path>` win over the theme's file of the same
 * path, and `@theme/<path>` always mean the theme's. Returns notes of what is
 * replaced, and warnings of files that look as if they were meant to replace
 * one: an override that is off by a letter is lost without a word otherwise.
 *
 * @param theme the theme's own `_includes`, absolute
 */
export function shadowLayouts(
  config: EleventyConfig,
  theme: string,
  disk: Pick<Disk, "exists" | "list">,
  { names, renames }: { readonly names: KeptNames; readonly renames: readonly Rename[] },
): readonly Problem[] {
  const { includes, layouts } = config.directories;
  config.amendLibrary("njk", (environment) => addFallback(environment, theme, names));
  // In the theme's own repository its folder is the site's: nothing to shadow.
  if (resolve(includes) === theme) return [];
  const files = disk.list(theme);
  const templates = files.filter((path) => path.endsWith(".njk"));
  const own = resolve(layouts ?? includes);
  for (const path of templates.filter((name) => !name.startsWith("partials/"))) {
    // A virtual layout would silently beat the owner's file, an alias does not: the disk is asked first.
    const olds = names.oldOf(path);
    const isOwned = (name: string): boolean => disk.exists(`${own}/${name}`);
    const place = [path, ...olds].find(isOwned) ?? relative(own, `${theme}/${path}`).split(sep).join("/");
    for (const name of [path, ...olds].filter((one) => !isOwned(one))) {
      config.addLayoutAlias(name, place);
      config.addLayoutAlias(name.replace(/\.njk$/, ""), place);
    }
  }
  return reportOverrides(files, disk.list(resolve(includes)), includes, renames);
}

/** Files that take the place of the theme's of the same path. */
const OVERRIDES = /^(?:(?:layouts|partials|feeds)\/.+\.njk|styles\/.+\.scss|scripts\/.+\.ts)$/;

/** What the owner's files replace, under an old path or today's, and what they nearly do. */
export function reportOverrides(
  files: readonly string[],
  owned: readonly string[],
  includes: string,
  renames: readonly Rename[] = [],
): readonly Problem[] {
  const known = files.filter((path) => OVERRIDES.test(path));
  const theme = new Set(known);
  return owned
    .filter((path) => OVERRIDES.test(path))
    .flatMap((path): Problem[] => {
      const entry = {
        file: `${includes.replace(/^\.\//, "").replace(/\/$/, "")}/${path}`,
        line: 0,
        field: "theme",
      };
      if (theme.has(path))
        return [{ ...entry, message: "replaces the theme's file of the same path.", severity: "note" }];
      const move = moveOf(path, renames);
      if (move !== undefined)
        return [{ ...entry, message: movedMessage(move, renames), severity: "warning" }];
      const near = closest(path, known, NEAR);
      if (near === null) return [];
      const message = `expected the path of a theme's file, received one that the theme does not have. Did you mean "${near}"?`;
      return [{ ...entry, message, severity: "warning" }];
    });
}

/** What is said of a file that stands where the theme's file was. */
export function movedMessage({ from, since }: Rename, renames: readonly Rename[]): string {
  const to = lastOf(from, renames);
  return `the theme moved it to ${to} in ${since}; the old path counts until the next major version. Rename it.`;
}

/** Environments that know the originals already. */
const lodged = new WeakSet<NunjucksEnvironment>();

function addFallback(environment: NunjucksEnvironment, theme: string, names: KeptNames): void {
  const loaders = environment.loaders as unknown as FileLoader[];
  const [first] = loaders;
  if (first?.searchPaths === undefined || first.searchPaths.includes(theme)) return;
  first.searchPaths.push(theme);
  followMoves(first, names);
  addOriginals(environment, theme, names);
}

/** Lets a template be found that the owner has, or asks for, under an old path. */
function followMoves(loader: FileLoader, names: KeptNames): void {
  const getSource = loader.getSource.bind(loader);
  loader.getSource = (name) => {
    const found = names.found(name);
    const source = getSource(found);
    // Eleventy drops changed templates from the cache by this name.
    if (found !== name && source !== null && loader.pathsToNames) loader.pathsToNames[source.path] = name;
    return source;
  };
}

/**
 * Makes `@theme/PATH` mean the theme's own file, under an old path too.
 *
 * @throws {RangeError} while rendering, for a path that leads out of the theme
 */
export function addOriginals(
  environment: NunjucksEnvironment,
  theme: string,
  { today }: Pick<KeptNames, "today">,
): void {
  const loaders = environment.loaders as unknown as FileLoader[];
  const [first] = loaders;
  if (first?.searchPaths === undefined || lodged.has(environment)) return;
  lodged.add(environment);
  const ownSource = first.getSource.bind(first);
  // Not by a walk from a folder of that name either: "@theme/../x" is no file of the project's.
  first.getSource = (name) => (name.startsWith(ORIGINAL) ? null : ownSource(name));
  const original = new (first.constructor as FileLoaderClass)([theme]);
  // The environment gives caches only to the loaders it is made with.
  original.cache = {};
  const getSource = original.getSource.bind(original);
  original.getSource = (name) => {
    if (!name.startsWith(ORIGINAL)) return null;
    const path = posix.normalize(name.slice(ORIGINAL.length));
    if (path.startsWith("../") || path.startsWith("/"))
      throw new SetupError(
        `theme: expected a path inside the theme, received ${quote(name)}. Name a file of yours without "${ORIGINAL}".`,
      );
    const source = getSource(today(path));
    // Eleventy drops changed templates from the cache by this name.
    if (source !== null && original.pathsToNames) original.pathsToNames[source.path] = name;
    return source;
  };
  loaders.push(original);
}
