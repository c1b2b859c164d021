import sample from "../../_data/site.ts";
import { type EleventyConfig, vervain } from "../../plugins/index.ts";

/** The documentation: pages and no article. It lies in the folder `docs` of the sample site. */
export default function configure(config: EleventyConfig): object {
  config.addPlugin(vervain, {
    site: {
      title: "Vervain",
      description: "Plugins for Eleventy and a theme, for people who write about health and wellness.",
      url: `${sample.url}/docs`,
      navigation: [
        { label: "Tutorial", url: "/tutorial/" },
        { label: "How to", url: "/docs/#how-to" },
        { label: "Reference", url: "/docs/#reference" },
        { label: "Explanations", url: "/docs/#explanations" },
      ],
      // Nobody follows a manual by feed or shares it by card.
      features: { feeds: false, socialCards: false },
    },
    // README.md stands at the front page's place.
    pages: { index: false },
    publish: { targets: ["meta"] },
  });
  return {
    dir: { input: "src", data: "../_data", includes: "../_includes" },
    markdownTemplateEngine: false,
  };
}
