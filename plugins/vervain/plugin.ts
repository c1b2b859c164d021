import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { assets } from "../assets/plugin.ts";
import { benefits } from "../benefits/plugin.ts";
import { type ArticleHost, article } from "../build/plugin.ts";
import { check } from "../check/plugin.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { hostNames } from "../eleventy-names.ts";
import { images } from "../images/plugin.ts";
import { type Need, requirePackages } from "../needs.ts";
import { parseOptions } from "../options.ts";
import { markOwn, requireConfig } from "../own-plugin.ts";
import { packageFolder } from "../package-folder.ts";
import { publish } from "../publish/plugin.ts";
import { related } from "../related/plugin.ts";
import { review } from "../review/plugin.ts";
import { schema } from "../schema/plugin.ts";
import { search } from "../search/plugin.ts";
import { theme } from "../theme/plugin.ts";
import { watchTarget } from "../watch-target.ts";
import { VERVAIN_OPTIONS, type VervainOptions } from "./options.ts";

export type { VervainOptions } from "./options.ts";

/**
 * A whole health blog: articles, benefit collections, Also Read, health markup
 * and the theme. Each part can be added alone instead.
 */
export function vervain(config: EleventyConfig, options: VervainOptions = {}): void {
  requireConfig("vervain", config);
  // Everything that is wrong is said here at once; the plugins check their part again when they are added alone.
  const { publish: hosts, ...shared } = parseOptions("vervain", VERVAIN_OPTIONS, options) as VervainOptions;
  const host = article(config, shared);
  requirePackages("vervain", needsOf(host));
  config.addPreprocessor("vervain-layout", "md", function chooseLayout(data) {
    data.layout ??= host.idOf(data.page.inputPath) === null ? "layouts/page.njk" : "layouts/article.njk";
  });
  benefits(config, shared);
  related(config, shared);
  if (shared.review) review(config, shared);
  images(config, shared);
  theme(config, shared);
  check(config, shared);
  schema(config, shared);
  assets(config, { folders: assetFolders(config) });
  search(config, shared);
  publish(config, { site: shared.site, speculation: !host.isGuest, ...hosts });
  watchData(config);
}

markOwn(vervain);

/** What a site uses that not every site does; the plugins ask for theirs again when they are added alone. */
function needsOf({ site: { features, images: pictures } }: ArticleHost): readonly Need[] {
  return [
    ...(pictures.responsive ? (["pictures"] as const) : []),
    ...(features.socialCards ? (["social cards"] as const) : []),
    ...(features.search ? (["search"] as const) : []),
  ];
}

/** Where styles and scripts lie: the site's own, what it has in place of the theme's, and the theme's. */
function assetFolders(config: EleventyConfig): string[] {
  const { input, includes } = config.directories;
  return [
    ...new Set([input, includes, packageFolder("_includes")].map((folder) => relative(".", folder) || ".")),
  ];
}

/** Files that Eleventy does not watch by itself: lexicon, people, texts. */
function watchData(config: EleventyConfig): void {
  const { data, includes } = config.directories;
  config.addWatchTarget(watchTarget(data, "**/*.{yaml,yml,json}"));
  config.addWatchTarget(watchTarget(includes, "**/*.{njk,json}"));
}

/**
 * Makes a changed plugin or configuration file count while serving: Eleventy
 * rebuilds with the code it has unless every file that imports it is named as
 * changed too.
 *
 * @param folders folders with the site's own code
 */
export function watchCode(config: EleventyConfig, folders: readonly string[]): void {
  for (const folder of folders) config.addWatchTarget(`./${folder}/**/*.ts`, { resetConfig: true });
  config.on("eleventy.beforeWatch", (changed) => {
    const isCode = (path: string): boolean =>
      /\.[cm]?[jt]s$/.test(path) &&
      folders.some((folder) => relative(folder, path).startsWith("..") === false);
    if (!changed.some(isCode)) return;
    for (const folder of folders) {
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (name.endsWith(".ts")) changed.push(`./${join(folder, name)}`);
      }
    }
    changed.push(
      ...hostNames()
        .configs.filter(existsSync)
        .map((name) => `./${name}`),
    );
  });
}
