import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { EleventyConfig, NunjucksEnvironment } from "../eleventy.ts";

/** The theme's own templates: beside `plugins/` in this repository, beside `dist/` in the package. */
export const THEME_FOLDER = resolve(dirname(fileURLToPath(import.meta.url)), "../../_includes");

/** Prefix by which a template names the theme's original, whatever the owner has put in its place. */
const ORIGINAL = "@theme/";

/** A Nunjucks file loader, as far as we use it. */
interface FileLoader {
  searchPaths?: string[];
  pathsToNames?: Record<string, string>;
  cache?: Record<string, unknown>;
  getSource(name: string): { readonly path: string } | null;
}

type FileLoaderClass = new (folders: readonly string[]) => FileLoader;

/**
 * Lets the owner's `_includes/<path>` win over the theme's file of the same
 * path, and `@theme/<path>` always mean the theme's. Returns the theme's files
 * that are replaced, for the report.
 */
export function shadowLayouts(config: EleventyConfig): readonly string[] {
  const { includes, layouts } = config.directories;
  const own = resolve(layouts ?? includes);
  config.amendLibrary("njk", (environment: NunjucksEnvironment) => addFallback(environment));
  if (resolve(includes) === THEME_FOLDER) return [];
  for (const name of readdirSync(join(THEME_FOLDER, "layouts"))) {
    const path = `layouts/${name}`;
    // A virtual layout would silently beat the owner's file, an alias does not: the disk is asked first.
    if (existsSync(join(own, path))) continue;
    const target = relative(own, join(THEME_FOLDER, path)).split(sep).join("/");
    config.addLayoutAlias(path, target);
    config.addLayoutAlias(path.replace(/\.njk$/, ""), target);
  }
  for (const name of readdirSync(join(THEME_FOLDER, "feeds")))
    if (!existsSync(join(own, "feeds", name)))
      config.addLayoutAlias(
        `feeds/${name}`,
        relative(own, join(THEME_FOLDER, "feeds", name))
          .split(sep)
          .join("/"),
      );
  // An added layout is seen by `--serve` only when the configuration runs again.
  config.addWatchTarget(`${includes}/layouts/**`, { resetConfig: true });
  return listTemplates(THEME_FOLDER).filter((path) => existsSync(join(resolve(includes), path)));
}

function addFallback(environment: NunjucksEnvironment): void {
  const loaders = environment.loaders as unknown as FileLoader[];
  const [first] = loaders;
  if (first?.searchPaths === undefined || first.searchPaths.includes(THEME_FOLDER)) return;
  first.searchPaths.push(THEME_FOLDER);
  const original = new (first.constructor as FileLoaderClass)([THEME_FOLDER]);
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

/** Templates below a folder, as paths with "/", sorted. */
function listTemplates(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".njk"))
    .map((name) => name.split(sep).join("/"))
    .sort();
}
