import site from "./_data/site.ts";
import { type EleventyConfig, vervain, watchCode } from "./plugins/index.ts";

/** The sample site: the package's first adopter. */
export default function configure(config: EleventyConfig): object {
  config.addPlugin(vervain, { site, review: { failOn: "error" } });
  watchCode(config, ["plugins", "_data"]);
  return {
    dir: { input: "src", data: "../_data", includes: "../_includes", output: "_site" },
    markdownTemplateEngine: false,
  };
}
