import { assets } from "../assets/plugin.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { theme as bareTheme, type ThemeOptions } from "../theme/plugin.ts";

export type { ThemeOptions } from "../theme/plugin.ts";

/**
 * The theme with its styles and scripts: layouts, generated pages and feeds.
 * `assets` added before gives those of a site's own in their place.
 */
export function theme(config: EleventyConfig, options: ThemeOptions = {}): void {
  bareTheme(config, options);
  if (config.getFilter("vervainAsset") === undefined) assets(config);
}
