/** What a property may hold. `undefined` and empty values are missing: {@link prune} takes them out. */
export type Value = string | number | boolean | JsonObject | readonly Value[] | undefined;

export interface JsonObject {
  readonly [property: string]: Value;
}

/** A thing of a type. Spelled as in JSON-LD; properties as in schema.org. */
export interface GraphNode extends JsonObject {
  readonly "@type": string | readonly string[];
}

/** A node said elsewhere in the graph, by its id. */
export interface Reference extends JsonObject {
  readonly "@id": string;
}

/** All that one page says in schema.org's words. The first node is the page. */
export interface Graph {
  readonly "@context": "https://schema.org";
  readonly "@graph": readonly GraphNode[];
}

/** One value alone, several as a list, none as missing. */
export function oneOrMany(values: readonly Value[]): Value {
  return values.length > 1 ? values : values[0];
}

/** The value, or missing where a view or a record says null or "". */
export function present<Kind extends string | number>(value: Kind | null | undefined): Kind | undefined {
  return value === null || value === "" ? undefined : value;
}

/** Refers to a node by its `@id`; missing without one. */
export function refer(id: string): Reference;
export function refer(id: string | null): Reference | undefined;
export function refer(id: string | null): Reference | undefined {
  return id === null ? undefined : { "@id": id };
}
