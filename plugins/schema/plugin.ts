import { OPTION_NAMES } from "../build/options.ts";
import { article } from "../build/plugin.ts";
import { type Corpus, STAGE_ORDER } from "../corpus/corpus.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { parseOptions } from "../options.ts";
import { viewsOf } from "../page/views-of.ts";
import { gatherAdditions } from "./additions.ts";
import { articleFacts } from "./article-facts.ts";
import { type SchemaContext, schemaContext } from "./context.ts";
import { withoutDoubled } from "./doubled.ts";
import { type SchemaView, toGraph } from "./graph.ts";
import { SCHEMA_OPTIONS, type SchemaPluginOptions } from "./options.ts";
import { serializeGraph } from "./serialize.ts";

export type { SchemaPluginOptions } from "./options.ts";

/**
 * Gives every page its graph: the theme's pages as `view.graph`, and any page
 * through the filter `jsonLd`, ready for a script element:
 * `<script type="application/ld+json">{{ page.url | jsonLd | safe }}</script>`.
 */
export function schema(config: EleventyConfig, options: SchemaPluginOptions = {}): void {
  // The defaults are filled in later: which hold depends on whether the theme makes the pages.
  parseOptions("schema", SCHEMA_OPTIONS, options, OPTION_NAMES);
  const host = article(config, options);
  let graphOf: (url: string) => string = () => "";
  host.addStage({
    name: "schema",
    order: STAGE_ORDER.schema,
    isTextless: true,
    run: (corpus) => {
      graphOf = decideGraphs(corpus, options);
    },
  });
  if (options.facts?.shows?.anchors === true && !host.hasAnchors)
    throw new RangeError(
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

// What a graph says is decided here; its text is made when its page is printed, as
// 10,000 graphs at once are 80 MB.
function decideGraphs(
  corpus: Corpus,
  { schema: schemaOptions, facts }: SchemaPluginOptions,
): (url: string) => string {
  const views = viewsOf(corpus);
  const { additions, problems } = gatherAdditions(corpus.records.values());
  corpus.problems.push(...problems);
  if (!views) {
    const context = schemaContext(corpus, schemaOptions, { additions });
    const byUrl = new Map([...corpus.records.values()].map((record) => [record.url, record]));
    return (url) => {
      const record = byUrl.get(url);
      return record ? print(articleFacts(record, corpus, facts), context) : "";
    };
  }
  const context = schemaContext(corpus, schemaOptions, { pages: new Set(views.byUrl.keys()), additions });
  views.byUrl.amend((view) => {
    Object.defineProperty(view, "graph", {
      get: () => print(view, context),
      enumerable: true,
      configurable: true,
    });
  });
  return (url) => views.byUrl.get(url)?.graph ?? "";
}

function print(view: SchemaView, context: SchemaContext): string {
  return serializeGraph(toGraph(view, context));
}
