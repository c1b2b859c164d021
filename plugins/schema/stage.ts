import type { Corpus } from "../corpus/corpus.ts";
import { viewsOf } from "../page/views-of.ts";
import { gatherAdditions } from "./additions.ts";
import { articleFacts } from "./article-facts.ts";
import { type SchemaContext, schemaContext } from "./context.ts";
import { type SchemaView, toGraph } from "./graph.ts";
import type { SchemaPluginOptions } from "./options.ts";
import { serializeGraph } from "./serialize.ts";

/**
 * Decides what the graph of each page says. Its text is made when its page is
 * printed, as 10,000 graphs at once are 80 MB.
 *
 * @returns the graph of an address, ready for a script element; "" where there is none
 */
export function decideGraphs(
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
  }, MADE_OF_THE_REST);
  return (url) => views.byUrl.get(url)?.graph ?? "";
}

/** A graph is made of the view, the record and the site. */
const MADE_OF_THE_REST = (): string => "";

function print(view: SchemaView, context: SchemaContext): string {
  return serializeGraph(toGraph(view, context));
}
