import { folderOf, type IsPage, inFolder } from "../corpus/site-folder.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { htmlInFolder } from "./folder-html.ts";

/** What a configuration gives to be merged; Eleventy's own business, and missing where it has another way. */
interface Merging {
  getMergingConfigObject?: () => object;
}

/** Folder that each configuration was told last; one configuration is read anew while serving. */
const told = new WeakMap<EleventyConfig, string>();
/** Configurations that tell Eleventy of it. */
const telling = new WeakSet<EleventyConfig>();

/**
 * Lets Eleventy know the folder that the site's address names as if it were its
 * own `pathPrefix`: its filter `url`, its server and plugins that ask for the
 * prefix then agree with our pages.
 */
export function tellFolder(config: EleventyConfig, folder: string): void {
  told.set(config, folder);
  if (folder === "" && !telling.has(config)) return;
  const merging = config as Merging;
  const merge = merging.getMergingConfigObject;
  if (folder !== "") {
    config.pathPrefix = `${folder}/`;
    // Its server alone, where the rest cannot be told.
    if (merge === undefined) config.setServerOptions({ pathPrefix: `${folder}/` });
  }
  if (telling.has(config) || merge === undefined) return;
  telling.add(config);
  merging.getMergingConfigObject = function mergeFolder(this: object) {
    const now = told.get(config) ?? "";
    return { ...merge.call(this), ...(now !== "" && { pathPrefix: `${now}/` }) };
  };
}

/** Folder of its host in which a configuration's site lies: "/repo"; "" at the top. */
export function folderOfSite(config: EleventyConfig): string {
  return told.get(config) ?? folderOf(new URL(config.pathPrefix ?? "/", "https://site.invalid/").href);
}

/** Puts what we make for a page of somebody else's into the site's folder. */
export interface Placer {
  /** An address that begins at the top. */
  address(address: string): string;
  html(html: string): string;
}

/** On a site of ours whole pages are put there. */
export const PLACED_WHOLE: Placer = { address: (address) => address, html: (html) => html };

/**
 * On a site of ours every page that is made lies in the site's folder with all
 * that it names.
 */
export function placePages(config: EleventyConfig, url: string, isPage: IsPage): void {
  const folder = folderOf(url);
  tellFolder(config, folder);
  if (folder === "") return;
  config.addTransform("vervain-folder", function placePage(content) {
    const { outputPath } = this.page;
    if (outputPath === false || !outputPath.endsWith(".html")) return content;
    // What another has put into the folder is there, whatever pages there are.
    return htmlInFolder(content, folder, isPlacedBySomebody(config) ? undefined : isPage);
  });
}

/** On somebody else's site, unless Eleventy's plugin for it is there and does the same. */
export function placerOf(config: EleventyConfig, url: string): Placer {
  const named = folderOf(url);
  told.set(config, named);
  const folder = (): string => (named === "" || isPlacedBySomebody(config) ? "" : named);
  return {
    address: (address) => inFolder(address, folder(), () => false),
    html: (html) => htmlInFolder(html, folder()),
  };
}

/** Whether Eleventy's HTML base plugin puts addresses into a folder; asked when pages are made, as plugins come in any order. */
function isPlacedBySomebody(config: EleventyConfig): boolean {
  const base = config.getFilter("htmlBaseUrl") as ((url: string) => unknown) | undefined;
  return typeof base === "function" && base.call({}, "/a/") !== "/a/";
}
