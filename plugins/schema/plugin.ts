import { OPTION_NAMES } from "../build/options.ts";
import { article } from "../build/plugin.ts";
import { STAGE_ORDER } from "../corpus/corpus.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { parseOptions } from "../options.ts";
import { requireConfig } from "../own-plugin.ts";
import { SetupError } from "../problem.ts";
import { withoutDoubled } from "./doubled.ts";
import { SCHEMA_OPTIONS, type SchemaPluginOptions } from "./options.ts";

export type { SchemaPluginOptions } from "./options.ts";

/**
 * Gives every page its graph: the theme's pages as `view.graph`, and any page
 * through the filter `jsonLd`, ready for a script element:
 * `<script type="application/ld+json">{{ page.url | jsonLd | safe }}</script>`.
 */
export function schema(config: EleventyConfig, options: SchemaPluginOptions = {}): void {
  requireConfig("schema", config);
  // The defaults are filled in later: which hold depends on whether the theme makes the pages.
  parseOptions("schema", SCHEMA_OPTIONS, options, OPTION_NAMES);
  const host = article(config, options);
  let graphOf: (url: string) => string = () => "";
  host.addStage({
    name: "schema",
    order: STAGE_ORDER.schema,
    isTextless: true,
    run: async (corpus) => {
      const { decideGraphs } = await import("./stage.ts");
      graphOf = decideGraphs(corpus, options);
    },
  });
  if (options.facts?.shows?.anchors === true && !host.hasAnchors)
    throw new SetupError(
      "schema: facts.shows.anchors: expected the option anchors: true beside it, received none. Without it no passage has an anchor.",
    );
  host.names.addFilter("jsonLd", (url: string) => graphOf(url));
  if (host.isGuest) leaveToOwners(config, (url) => graphOf(url));
}

/** Takes our graph out of a page that has markup of its own for the article, and says so once. */
function leaveToOwners(config: EleventyConfig, graphOf: (url: string) => string): void {
  let isTold = false;
  config.on("eleventy.before", () => {
    isTold = false;
  });
  config.addTransform("vervain-graph", function leaveOut(content) {
    const { url, inputPath } = this.page;
    const left =
      typeof url === "string" && typeof content === "string" ? withoutDoubled(content, graphOf(url)) : null;
    if (left === null) return content;
    if (!isTold)
      console.warn(
        `[vervain] note ${inputPath}: schema: the page has markup of an article of its own, which stays; ours is left out. Remove one of the two.`,
      );
    isTold = true;
    return left;
  });
}
