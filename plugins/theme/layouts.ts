import { relative, resolve, sep } from "node:path";
import { closest, distance } from "fastest-levenshtein";
import type { Disk } from "../disk.ts";
import type { EleventyConfig, NunjucksEnvironment } from "../eleventy.ts";
import type { Problem } from "../problem.ts";

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
export function shadowLayouts(config: EleventyConfig, theme: string, disk: Disk): readonly Problem[] {
  const { includes, layouts } = config.directories;
  config.amendLibrary("njk", (environment) => addFallback(environment, theme));
  // In the theme's own repository its folder is the site's: nothing to shadow.
  if (resolve(includes) === theme) return [];
  const templates = disk.list(theme).filter((path) => path.endsWith(".njk"));
  const own = resolve(layouts ?? includes);
  for (const path of templates.filter((name) => !name.startsWith("partials/"))) {
    // A virtual layout would silently beat the owner's file, an alias does not: the disk is asked first.
    if (disk.exists(`${own}/${path}`)) continue;
    const target = relative(own, `${theme}/${path}`).split(sep).join("/");
    config.addLayoutAlias(path, target);
    config.addLayoutAlias(path.replace(/\.njk$/, ""), target);
  }
  // An added layout is seen while serving only when the configuration runs again.
  config.addWatchTarget(`${includes}/layouts/**`, { resetConfig: true });
  return reportOverrides(templates, disk.list(resolve(includes)), includes);
}

/** What the owner's files replace, and what they nearly do. */
export function reportOverrides(
  templates: readonly string[],
  owned: readonly string[],
  includes: string,
): readonly Problem[] {
  const theme = new Set(templates);
  return owned
    .filter((path) => /^(?:layouts|partials|feeds)\/.+\.njk$/.test(path))
    .flatMap((path): Problem[] => {
      const entry = {
        file: `${includes.replace(/^\.\//, "").replace(/\/$/, "")}/${path}`,
        line: 0,
        field: "theme",
      };
      if (theme.has(path))
        return [{ ...entry, message: "replaces the theme's file of the same path.", severity: "note" }];
      const near = closest(path, templates);
      if (distance(path, near) > NEAR) return [];
      const message = `expected the path of a theme's file, received one that the theme does not have. Did you mean "${near}"?`;
      return [{ ...entry, message, severity: "warning" }];
    });
}

/** Environments that know the originals already. */
const lodged = new WeakSet<NunjucksEnvironment>();

function addFallback(environment: NunjucksEnvironment, theme: string): void {
  const loaders = environment.loaders as unknown as FileLoader[];
  const [first] = loaders;
  if (first?.searchPaths === undefined || first.searchPaths.includes(theme)) return;
  first.searchPaths.push(theme);
  addOriginals(environment, theme);
}

/** Makes `@theme/PATH` mean the theme's own file. */
export function addOriginals(environment: NunjucksEnvironment, theme: string): void {
  const loaders = environment.loaders as unknown as FileLoader[];
  const [first] = loaders;
  if (first?.searchPaths === undefined || lodged.has(environment)) return;
  lodged.add(environment);
  const original = new (first.constructor as FileLoaderClass)([theme]);
  // The environment gives caches only to the loaders it is made with.
  original.cache = {};
  const getSource = original.getSource.bind(original);
  original.getSource = (name) => {
    if (!name.startsWith(ORIGINAL)) return null;
    const source = getSource(name.slice(ORIGINAL.length));
    // Eleventy drops changed templates from the cache by this name.
    if (source !== null && original.pathsToNames) original.pathsToNames[source.path] = name;
    return source;
  };
  loaders.push(original);
}
