export { type Additions, gatherAdditions, readAdditions } from "./additions.ts";
export { articleFacts } from "./article-facts.ts";
export { HEALTH_ASPECTS, type HealthAspect } from "./aspect.ts";
export { type BuildFacts, type SchemaContext, type SchemaCorpus, schemaContext } from "./context.ts";
export type { ArticleFacts, PageFacts } from "./facts.ts";
export { type SchemaView, toGraph } from "./graph.ts";
export type {
  ArticleFactsOptions,
  Extend,
  Extensions,
  OwnPages,
  SchemaOptions,
  ShownParts,
  ViewOf,
} from "./options.ts";
export { type SchemaPluginOptions, schema } from "./plugin.ts";
export { serializeGraph } from "./serialize.ts";
export type { Graph, GraphNode, JsonObject, Reference, Value } from "./types.ts";
