import { join } from "node:path";
import { announceNamesRead, areBuildsWatched, areNamesFollowed } from "../build/watchers.ts";
import type { Disk } from "../disk.ts";
import type { Directories, EleventyConfig } from "../eleventy.ts";
import { packageFolder } from "../package-folder.ts";
import { PAGE_FAMILIES, SITE_FILES } from "../page/families.ts";
import { watchTarget } from "../watch-target.ts";
import { watchAppeared } from "./appeared.ts";
import { watchVanished } from "./vanished.ts";

/** What is known of the site whose overrides are watched. */
export interface WatchedSite {
  readonly isGuest: boolean;
  readonly disk: Pick<Disk, "list">;
  /** Endings of templates. */
  readonly endings: readonly string[];
  /** The owner's templates in the place of generated pages, as they are now. */
  readonly pageFiles: () => readonly string[];
  /** A file of the project that Eleventy watches. */
  readonly trigger: string;
}

/** Lets a file in the place of the theme's be seen while serving: added, changed and removed. */
export function watchOverrides(config: EleventyConfig, site: WatchedSite): void {
  const { directories } = config;
  const { rerunning, read } = overrideTargets(directories, site);
  // What a guest's layouts are made of is read by the configuration; of an own site's it asks the names alone.
  const resetConfig = site.isGuest || !areNamesFollowed();
  for (const target of rerunning) config.addWatchTarget(target, { resetConfig });
  if (!resetConfig) followNames(() => [...layoutsOf(directories, site), ...site.pageFiles()]);
  for (const target of read) config.addWatchTarget(target);
  config.on("eleventy.before", ({ runMode }) => {
    // A command of ours hears of deleted files itself.
    if (runMode === "build" || areBuildsWatched()) return;
    watchVanished(overridesOf(directories, site), site.trigger);
    watchAppeared(foldersOfTheme(directories, site));
  });
}

/** Files, as patterns to watch; where some stand is asked once, when the configuration runs: it has to run again. */
function overrideTargets(
  { input, includes, data, layouts = includes }: Directories,
  { endings, isGuest }: WatchedSite,
): { readonly rerunning: readonly string[]; readonly read: readonly string[] } {
  const pages = [...PAGE_FAMILIES, ...SITE_FILES].map(({ name }) => name).join(",");
  const partials = isGuest ? ["partials/**", "feeds/**"].map((path) => watchTarget(includes, path)) : [];
  return {
    rerunning: [
      watchTarget(layouts, "layouts/**"),
      watchTarget(input, `{${pages}}.{${endings.join(",")}}`),
      ...partials,
    ],
    read: [watchTarget(includes, "texts/*.json"), watchTarget(data, "redirects.json")],
  };
}

/** Has the configuration run again when other files are there than now. */
function followNames(list: () => readonly string[]): void {
  const names = JSON.stringify(list());
  announceNamesRead(() => JSON.stringify(list()) === names);
}

/** Layouts of the owner's, in the place of the theme's or not. */
function layoutsOf({ includes, layouts = includes }: Directories, { disk }: WatchedSite): readonly string[] {
  return disk.list(layouts).filter((path) => path.startsWith("layouts/"));
}

/** Folders that the theme has, where the site would have them. */
function foldersOfTheme(
  { includes, layouts = includes }: Directories,
  { disk }: WatchedSite,
): readonly string[] {
  const names = disk.list(packageFolder("_includes")).flatMap((path) => ancestorsOf(path));
  const folders = [includes, layouts].flatMap((folder) => names.map((name) => join(folder, name)));
  return [...new Set(folders)];
}

/** "styles", "styles/parts" of "styles/parts/_footer.scss". */
function ancestorsOf(path: string): readonly string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/** What stands in the place of something of the theme's now; another's data are not ours to watch. */
function overridesOf(
  { includes, data }: Directories,
  { disk, isGuest, pageFiles }: WatchedSite,
): readonly string[] {
  const theme = new Set(disk.list(packageFolder("_includes")));
  const own = disk.list(includes).filter((path) => theme.has(path) || path.startsWith("texts/"));
  const read = isGuest ? [] : disk.list(data).filter((path) => /\.(?:json|ya?ml)$/.test(path));
  return [
    ...own.map((path) => join(includes, path)),
    ...read.map((path) => join(data, path)),
    ...pageFiles(),
  ];
}
