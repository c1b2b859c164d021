import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { folderOfSite } from "../build/place.ts";
import { cssInFolder } from "../corpus/site-folder.ts";
import type { BuildEvent, EleventyConfig } from "../eleventy.ts";
import { requireConfig } from "../own-plugin.ts";
import { packageFolder } from "../package-folder.ts";
import { keptRenames, parseRenames } from "../renames.ts";
import { isWatchable, watchTarget } from "../watch-target.ts";
import type { Bundle, Entry, Part } from "./bundle.ts";
import { keyOf, type Precompiled, type Source, unpack } from "./precompiled.ts";
import { type StyleTree, styleTree } from "./style-tree.ts";

export interface AssetsOptions {
  /**
   * Folders with `styles/*.scss` and `scripts/*.ts`, the site's own first: a file of the same path there wins.
   * Default: the theme's.
   */
  readonly folders?: readonly string[];
  /** Path on the site below which the files lie. */
  readonly path?: string;
}

interface Kept {
  readonly bundle: Bundle;
  readonly stamps: Stamps;
}

/** When files were last written to, ms since 1970, by path; 0: it is not there. */
type Stamps = ReadonlyMap<string, number>;

/** Where assets are served from. */
export const ASSET_PATH = "/assets/";

/** The last bundle of this process by folders: styles are compiled again only when a file of theirs changed. */
const kept = new Map<string, Kept>();

/**
 * Compiles styles (Sass) and browser scripts (esbuild), names each by a hash of
 * its bytes, and gives templates the filter `asset` (`vervainAsset` where that name is taken): `"styles/theme.css"` →
 * `"/assets/theme.1a2b3c4d.css"`, "" for what does not exist. Fonts that styles
 * bring along have names too: `"fonts/bitter-latin.woff2"`.
 */
export function assets(
  config: EleventyConfig,
  { folders = [packageFolder("_includes")], path = ASSET_PATH }: AssetsOptions = {},
): void {
  requireConfig("assets", config);
  let bundle: Bundle = { urls: new Map(), files: [], sources: [] };
  const key = folders.join("\n");
  config.on("eleventy.before", async () => {
    const known = kept.get(key);
    const stamps = stampsOf(known?.bundle.sources ?? [], folders);
    if (known && changedSince(known.stamps, stamps).size === 0) {
      bundle = known.bundle;
      return;
    }
    bundle =
      precompiled(folders, path) ??
      (await compileFolders(folders, path, themeMoves(), known && unchangedParts(known, stamps)));
    kept.set(key, { bundle, stamps: stampsOf(bundle.sources, folders) });
  });
  config.on("eleventy.after", async ({ directories, outputMode }: BuildEvent) => {
    if (outputMode !== "fs") return;
    for (const file of bundle.files) writeAsset(directories.output, inSiteFolder(file, folderOfSite(config)));
  });
  const asset = (name: string): string => bundle.urls.get(name) ?? "";
  config.addFilter("vervainAsset", asset);
  // An owner's filter of that name stays the owner's; the theme asks by the other.
  if (config.getFilter("asset") === undefined) config.addFilter("asset", asset);
  for (const folder of folders.map((path) => relative(".", path)).filter(isWatchable)) {
    config.addWatchTarget(watchTarget(folder, "styles/**/*.scss"));
    config.addWatchTarget(watchTarget(folder, "scripts/**/*.ts"));
  }
}

/** Compiles every entry of the folders; earlier folders win. */
export async function compileFolders(
  folders: readonly string[],
  path: string,
  moves: ReadonlyMap<string, string> = new Map(),
  recall?: (entry: Entry) => Part | undefined,
): Promise<Bundle> {
  const { bundleAssets } = await import("./bundle.ts");
  return bundleAssets(
    listEntries(folders, moves),
    stylesIn(
      folders.map((folder) => join(resolve(folder), "styles")),
      styleMoves(moves),
    ),
    path,
    recall,
  );
}

/** Folders of styles as one tree; the first that has a path gives it. */
export function stylesIn(
  folders: readonly string[],
  moves: ReadonlyMap<string, string> = new Map(),
): StyleTree {
  return styleTree(folders, moves, { exists: isFile, read: (file) => readFileSync(file, "utf8") });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Styles and scripts of the theme that have moved: old path → today's. */
function themeMoves(): ReadonlyMap<string, string> {
  const { version } = JSON.parse(readFileSync(packageFolder("package.json"), "utf8")) as { version: string };
  return keptRenames(parseRenames(readFileSync(packageFolder("_includes/renames.json"), "utf8")), version);
}

/** The same as Sass names them: "parts/_byline.scss" is "parts/byline". */
function styleMoves(moves: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const named = (path: string): string =>
    path
      .replace(/^styles\//, "")
      .replace(/(^|\/)_/, "$1")
      .replace(/\.scss$/, "");
  const styles = [...moves].filter(([from]) => from.startsWith("styles/"));
  return new Map(styles.map(([from, to]) => [named(from), named(to)]));
}

/** Styles, scripts and fonts of a folder, in order of name. */
export function sourcesOf(folder: string): readonly Source[] {
  return sourceFiles(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** Their paths in the folder, in order of name. */
function sourceFiles(folder: string): readonly string[] {
  return ["styles", "scripts", "fonts"].flatMap((kind) => {
    const root = join(folder, kind);
    if (!existsSync(root)) return [];
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .sort()
      .filter((name) => statSync(join(root, name)).isFile())
      .map((name) => `${kind}/${name}`);
  });
}

/** What the package ships, where the site has no style, script or font of its own; null otherwise. */
function precompiled(folders: readonly string[], path: string): Bundle | null {
  const file = packageFolder("dist/assets.json");
  const theme = packageFolder("_includes");
  const isOwn = (folder: string): boolean =>
    resolve(folder) !== theme && sourcesOf(resolve(folder)).length > 0;
  if (!existsSync(file) || folders.some(isOwn)) return null;
  const sources = sourcesOf(theme);
  return unpack(JSON.parse(readFileSync(file, "utf8")) as Precompiled, keyOf(sources, path), sources);
}

/** Top-level files that do not start with "_"; the first folder that has a name gives it. */
function listEntries(folders: readonly string[], moves: ReadonlyMap<string, string> = new Map()): Entry[] {
  const entries = new Map<string, Entry>();
  for (const folder of folders) {
    for (const [kind, ending, becomes] of [
      ["styles", ".scss", ".css"],
      ["scripts", ".ts", ".js"],
    ] as const) {
      const root = join(resolve(folder), kind);
      if (!existsSync(root)) continue;
      for (const name of readdirSync(root).sort()) {
        if (!name.endsWith(ending) || name.startsWith("_") || name.endsWith(".d.ts")) continue;
        // A file under an old path is the one that lies elsewhere now.
        const path = moves.get(`${kind}/${name}`) ?? `${kind}/${name}`;
        const logical = `${path.slice(0, -ending.length)}${becomes}`;
        if (!entries.has(logical)) entries.set(logical, { logical, file: join(root, name) });
      }
    }
  }
  return [...entries.values()];
}

/** Of sources, and of all that lies in the folders: a file that comes or goes may take the place of another. */
function stampsOf(sources: readonly string[], folders: readonly string[]): Stamps {
  const found = folders.flatMap((folder) =>
    sourceFiles(resolve(folder)).map((name) => join(resolve(folder), name)),
  );
  return new Map(
    [...found, ...sources].map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]),
  );
}

/** Files that were written to, came or went between the two. */
function changedSince(before: Stamps, now: Stamps): ReadonlySet<string> {
  const files = new Set([...before.keys(), ...now.keys()]);
  return new Set([...files].filter((file) => before.get(file) !== now.get(file)));
}

/** What entries came to that no changed file went into; of a font, and of a file that is new, nobody knows where it goes. */
function unchangedParts({ bundle, stamps }: Kept, now: Stamps): (entry: Entry) => Part | undefined {
  const changed = changedSince(stamps, now);
  const known = new Set(bundle.sources);
  const isKnown = [...changed].every((file) => known.has(file));
  return ({ logical }) => {
    const part = isKnown ? bundle.parts?.get(logical) : undefined;
    return part?.sources.some((file) => changed.has(file)) ? undefined : part;
  };
}

/** A style names fonts and images from the top; its own name stays, whatever folder a site lies in. */
function inSiteFolder(file: Bundle["files"][number], folder: string): Bundle["files"][number] {
  if (folder === "" || !file.path.endsWith(".css")) return file;
  const css = cssInFolder(Buffer.from(file.bytes).toString("utf8"), folder, () => false);
  return { path: file.path, bytes: Buffer.from(css) };
}

function writeAsset(output: string, { path, bytes }: Bundle["files"][number]): void {
  const file = join(output, path);
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, bytes);
}
