import type { ArticleHost } from "../build/plugin.ts";
import type { Disk } from "../disk.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { FEED_LENGTH, PAGE_FAMILIES, SITE_FILES } from "../page/families.ts";
import type { Views } from "../page/pages.ts";
import { currentViews } from "./current-views.ts";
import type { LodgedLayouts } from "./guest-layouts.ts";
import { copiesTo, followAddresses, LAST } from "./guest-pages.ts";
import { sitemapParts } from "./sitemap.ts";

/** A template of the theme's that makes a page for each of some addresses. */
interface ThemeTemplate {
  readonly name: string;
  readonly content: string;
  readonly layout?: string;
  /** The addresses, once all is decided. */
  readonly urls: (views: Views) => readonly string[];
}

export type AddPages = (template: ThemeTemplate) => void;

/** On a site of ours a page stands where the theme puts it. */
export function addOwnPages(config: EleventyConfig, host: ArticleHost): AddPages {
  return ({ name, content, layout, urls }) => {
    const collection = `vervain:${name}`;
    // Addresses, not views: Eleventy copies what it pages over for every page.
    config.addCollection(collection, async (api) => {
      await host.decided(api.getAll());
      return urls(currentViews(host));
    });
    config.addTemplate(`${name}.njk`, content, {
      ...(layout === undefined ? {} : { layout }),
      pagination: { data: `collections.${collection}`, size: 1, alias: "vervainUrl" },
      permalink: addressOf,
      eleventyExcludeFromCollections: true,
    });
  };
}

/** A function, because Eleventy compiles a text anew for each page: a tenth of a second for 1,000 articles. */
function addressOf({ vervainUrl }: { readonly vervainUrl?: unknown }): string {
  return String(vervainUrl);
}

/** On another's only where nothing else does, which is known when all their pages have their addresses. */
export function addGuestPages(
  config: EleventyConfig,
  host: ArticleHost,
  { layoutOf }: LodgedLayouts,
  disk: Disk,
): AddPages {
  const addresses = followAddresses(config, (url) => isCopied(config, url, disk));
  return ({ name, content, layout, urls }) => {
    const before = (): readonly string[] => urls(currentViews(host)).filter(addresses.isFree);
    config.addTemplate(`vervain/${name}.njk`, content, {
      ...(layout === undefined ? {} : { layout: layoutOf(layout) }),
      vervainUrls: [""],
      pagination: { data: "vervainUrls", size: 1, alias: "vervainUrl", before },
      permalink: addressOf,
      eleventyExcludeFromCollections: true,
      ...LAST,
    });
  };
}

/** On another's site the theme's own pages, and those that ask for its layouts, are put into the site's folder whole. */
export function placeThemePages(
  config: EleventyConfig,
  { placer }: ArticleHost,
  { isThemes }: LodgedLayouts,
): void {
  const ours = new Set<string>();
  config.addPreprocessor("vervain-theme-pages", "*", function noteLayout({ layout, page }) {
    if (isThemes(layout)) ours.add(page.inputPath);
    else ours.delete(page.inputPath);
  });
  config.addTransform("vervain-folder", function placePage(content) {
    const { inputPath, outputPath } = this.page;
    const isOurs = outputPath !== false && outputPath.endsWith(".html") && ours.has(inputPath);
    return isOurs ? placer.html(content) : content;
  });
}

/** Whether the owner copies a file to an address as it is. */
function isCopied({ passthroughCopies = {}, directories }: EleventyConfig, url: string, disk: Disk): boolean {
  const path = url.endsWith("/") ? `${url}index.html` : url;
  return Object.entries(passthroughCopies).some(([from, { outputPath }]) =>
    copiesTo(path, { from, to: outputPath, input: directories.input, disk }),
  );
}

/** A template for each kind of page and file that the theme makes. @param without names that are not made */
export function addPages(host: ArticleHost, without: ReadonlySet<string>, add: AddPages): void {
  for (const { kind, name, layout } of PAGE_FAMILIES) {
    if (without.has(name)) continue;
    const urls: ThemeTemplate["urls"] = ({ byUrl }) =>
      byUrl.outlines.flatMap((page) => (page.kind === kind ? [page.url] : []));
    add({ name, content: " ", layout, urls });
  }
  host.names.addCollection("vervain:feed", async (api) => {
    const items = api.getAll();
    const { records } = await host.decided(items);
    const byUrl = new Map(items.map((item) => [item.url, item]));
    return [...records.values()].slice(0, FEED_LENGTH).flatMap(({ url }) => byUrl.get(url) ?? []);
  });
  const content = "{{ page.url | vervainFile | safe }}";
  if (!without.has("sitemap"))
    add({ name: "sitemaps", content, urls: ({ byUrl }) => sitemapParts(byUrl.outlines) });
  for (const { name, url, layout } of SITE_FILES) {
    if (without.has(name)) continue;
    const urls = (): readonly string[] => [url];
    add(layout === null ? { name, content, urls } : { name, content: " ", layout, urls });
  }
}
