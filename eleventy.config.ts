import type { EleventyConfig } from "./plugins/eleventy.ts";
import { article } from "./plugins/article/plugin.ts";

export default function configure(config: EleventyConfig): object {
  config.addPlugin(article as never, { site: { title: "x" }, isOwnSite: true });
  return { dir: { input: "src", data: "../_data", includes: "../_includes", output: "_site" }, markdownTemplateEngine: false };
}
