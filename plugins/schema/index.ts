export { type Additions, gatherAdditions, readAdditions } from "./additions.ts";
export { type ArticleFactsOptions, articleFacts, type OwnPages, type ShownParts } from "./article-facts.ts";
export { HEALTH_ASPECTS, type HealthAspect } from "./aspect.ts";
export { type BuildFacts, type SchemaContext, type SchemaCorpus, schemaContext } from "./context.ts";
export type { ArticleFacts, PageFacts } from "./facts.ts";
export { type SchemaView, toGraph } from "./graph.ts";
export type { Extend, Extensions, SchemaOptions, ViewOf } from "./options.ts";
export { serializeGraph } from "./serialize.ts";
export type { Graph, GraphNode, JsonObject, Reference, Value } from "./types.ts";
