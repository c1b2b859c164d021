/** JSON value as parsed. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** One object of a graph: a definition with properties, or a bare reference. */
export interface Node {
  /** schema.org names without prefix; other vocabularies' types as written. */
  readonly types: readonly string[];
  /** Resolved against the page; null for a node without `@id`. */
  readonly id: string | null;
  readonly value: JsonObject;
  /** For messages: "BlogPosting.author[0]". */
  readonly path: string;
  readonly parent: Node | null;
  /** Property of the parent that holds this node; null at the top. */
  readonly property: string | null;
  /** True for the roots of a block and the members of `@graph`. */
  readonly isTop: boolean;
  /** True when it only points at another node: `{ "@id": … }`. */
  readonly isReference: boolean;
  /** Index of the JSON-LD block in the page. */
  readonly block: number;
  readonly entries: Entry[];
  /** The values of {@link entries} by property. */
  readonly values: Map<string, Entry["value"][]>;
}

/** One value of one property of one node; arrays, `@list` and `@set` are opened. */
export interface Entry {
  readonly node: Node;
  /** schema.org name without prefix and without `-input`/`-output`. */
  readonly property: string;
  /** As written in the graph. */
  readonly key: string;
  /** A node, or the literal; `null` and empty containers are kept for the rule that names them. */
  readonly value: Node | string | number | boolean | null;
  /** True for a term of schema.org: not of another vocabulary, nor defined by the block's own context. */
  readonly isOwn: boolean;
  /** Written between "[" and "]" when the property has several values. */
  readonly at: number | null;
}

export interface Block {
  readonly text: string;
  /** Parsed JSON; undefined when it cannot be parsed. */
  readonly json: Json | undefined;
  /** Words of the parser, for the message. */
  readonly fault: string | null;
  readonly contexts: readonly Json[];
  /** Terms that a local `@context` defines: not judged against schema.org. */
  readonly localTerms: ReadonlySet<string>;
}

/** All JSON-LD of one page. */
export interface Graph {
  readonly blocks: readonly Block[];
  /** In document order. */
  readonly nodes: readonly Node[];
  /** Every value of every node, in document order. */
  readonly entries: readonly Entry[];
  /** Definitions (nodes with more than an `@id`) by id. */
  readonly byId: ReadonlyMap<string, readonly Node[]>;
  /** True when nesting was deeper than is read. */
  readonly isTooDeep: boolean;
}
