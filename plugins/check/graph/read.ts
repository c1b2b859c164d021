import { isAbsolute, resolveUrl } from "../urls.ts";
import { isForeign, localName } from "./terms.ts";
import type { Block, Entry, Graph, Json, JsonObject, Node } from "./types.ts";

/** Characters of one block beyond which it is not read: no page of text needs so much. */
export const GRAPH_SIZE_LIMIT = 1_000_000;
/** Levels of nesting beyond which a graph is not followed. */
const DEPTH_LIMIT = 100;
/** Descriptions of one id that are compared with each other; no page needs more than a few. */
const SAME_ID_LIMIT = 20;

/** Reads the JSON-LD blocks of a page into nodes. Never throws. `base`: address against which `@id` is resolved; null when not known. */
export function readGraph(texts: readonly string[], base: string | null): Graph {
  const blocks = texts.map(readBlock);
  const walk: Walk = { nodes: [], entries: [], byId: new Map(), blocks, base, isTooDeep: false };
  blocks.forEach((block, index) => {
    for (const [at, root] of rootsOf(block.json).entries()) {
      addNode(walk, root, {
        parent: null,
        property: null,
        path: rootPath(root, at),
        block: index,
        isTop: true,
        depth: 0,
      });
    }
  });
  const { nodes, entries, byId, isTooDeep } = walk;
  return { blocks, nodes, entries, byId, isTooDeep };
}

interface Walk {
  readonly nodes: Node[];
  readonly entries: Entry[];
  readonly byId: Map<string, Node[]>;
  readonly blocks: readonly Block[];
  readonly base: string | null;
  isTooDeep: boolean;
}

interface Place {
  readonly parent: Node | null;
  readonly property: string | null;
  readonly path: string;
  readonly block: number;
  readonly isTop: boolean;
  readonly depth: number;
}

function readBlock(text: string): Block {
  const none = { text, json: undefined, contexts: [], localTerms: new Set<string>() };
  if (text.length > GRAPH_SIZE_LIMIT) return { ...none, fault: null };
  try {
    const json = JSON.parse(text) as Json;
    const contexts = contextsOf(json);
    return { text, json, fault: null, contexts, localTerms: localTermsOf(contexts) };
  } catch (error) {
    return { ...none, fault: error instanceof Error ? error.message.split("\n")[0]! : String(error) };
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function contextsOf(json: Json): readonly Json[] {
  const roots = Array.isArray(json) ? (json as readonly Json[]) : [json];
  return roots.filter(isObject).flatMap((root) => {
    const context = root["@context"];
    return context === undefined ? [] : Array.isArray(context) ? (context as readonly Json[]) : [context];
  });
}

function localTermsOf(contexts: readonly Json[]): ReadonlySet<string> {
  return new Set(contexts.filter(isObject).flatMap((context) => Object.keys(context)));
}

/** Top nodes of a block: the object, the objects of an array, or the members of `@graph`. */
function rootsOf(json: Json | undefined): readonly JsonObject[] {
  if (Array.isArray(json)) return json.flatMap((item: Json) => rootsOf(item));
  if (!isObject(json)) return [];
  const graph = json["@graph"];
  if (graph === undefined) return [json];
  const members = (Array.isArray(graph) ? (graph as readonly Json[]) : [graph]).filter(isObject);
  const isOnlyContainer = Object.keys(json).every(
    (key) => key === "@context" || key === "@graph" || key === "@id",
  );
  return isOnlyContainer ? members : [json, ...members];
}

function rootPath(root: JsonObject, at: number): string {
  return typesOf(root)[0] ?? `node ${at + 1}`;
}

function typesOf(value: JsonObject): readonly string[] {
  const type = value["@type"] ?? value.type;
  const list = Array.isArray(type) ? (type as readonly Json[]) : [type];
  return list.filter((name): name is string => typeof name === "string").map(localName);
}

function addNode(walk: Walk, value: JsonObject, place: Place): Node {
  const rawId = value["@id"] ?? value.id;
  const id = typeof rawId === "string" && rawId !== "" ? resolveId(rawId, walk.base) : null;
  const keys = Object.keys(value);
  const isReference = id !== null && keys.every((key) => key === "@id" || key === "id");
  const { parent, property, path, block, isTop } = place;
  const node: Node = {
    types: typesOf(value),
    id,
    value,
    path,
    parent,
    property,
    isTop,
    isReference,
    block,
    entries: [],
    values: new Map(),
  };
  walk.nodes.push(node);
  if (id !== null && !isReference) {
    const known = walk.byId.get(id);
    if (known === undefined) walk.byId.set(id, [node]);
    else if (known.length < SAME_ID_LIMIT) known.push(node);
  }
  for (const key of keys) {
    if (key.startsWith("@") && key !== "@reverse" && key !== "@included") continue;
    if (key === "type" || key === "id") continue;
    addEntries(walk, node, key, value[key]!, place.depth);
  }
  return node;
}

function resolveId(id: string, base: string | null): string {
  return base === null || isAbsolute(id) || id.startsWith("_:") ? id : (resolveUrl(id, base) ?? id);
}

function addEntries(walk: Walk, node: Node, key: string, value: Json, depth: number): void {
  if ((key === "@reverse" || key === "@included") && isObject(value)) {
    for (const [inner, innerValue] of Object.entries(value)) addReverse(walk, node, inner, innerValue, depth);
    return;
  }
  const isOwn = !isForeign(key) && walk.blocks[node.block]?.localTerms.has(key) !== true;
  const property = isOwn ? localName(key).replace(/-(?:input|output)$/, "") : key;
  const values = Array.isArray(value) ? (value as readonly Json[]) : null;
  if (values !== null && values.length > 0) {
    for (const [at, item] of values.entries())
      addEntry(walk, { node, key, property, isOwn, at }, item, depth);
  } else addEntry(walk, { node, key, property, isOwn, at: null }, values === null ? value : null, depth);
}

type Slot = Pick<Entry, "node" | "key" | "property" | "isOwn" | "at">;

function addEntry(walk: Walk, slot: Slot, value: Json, depth: number): void {
  if (depth > DEPTH_LIMIT) {
    walk.isTooDeep = true;
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) addEntry(walk, slot, item, depth + 1);
  } else if (isObject(value)) addObject(walk, slot, value, depth);
  else keep(walk, slot, value as Entry["value"]);
}

function addObject(walk: Walk, slot: Slot, value: JsonObject, depth: number): void {
  const inner = value["@list"] ?? value["@set"];
  if (inner !== undefined) {
    addEntry(walk, slot, inner, depth + 1);
    return;
  }
  const literal = value["@value"];
  if (literal !== undefined && !isObject(literal) && !Array.isArray(literal)) {
    keep(walk, slot, literal as Entry["value"]);
    return;
  }
  const path = `${slot.node.path}.${slot.property}${slot.at === null ? "" : `[${slot.at}]`}`;
  const place = {
    parent: slot.node,
    property: slot.property,
    path,
    block: slot.node.block,
    isTop: false,
    depth: depth + 1,
  };
  if (depth + 1 > DEPTH_LIMIT) walk.isTooDeep = true;
  else keep(walk, slot, addNode(walk, value, place));
}

function keep(walk: Walk, { node, key, property, isOwn, at }: Slot, value: Entry["value"]): void {
  const entry: Entry = { node, key, property, isOwn, at, value };
  node.entries.push(entry);
  walk.entries.push(entry);
  const values = node.values.get(property);
  if (values === undefined) node.values.set(property, [value]);
  else values.push(value);
}

/** Nodes under `@reverse` are read as nodes of their own; they point at `node`. */
function addReverse(walk: Walk, node: Node, property: string, value: Json, depth: number): void {
  for (const item of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    if (!isObject(item) || depth > DEPTH_LIMIT) continue;
    const path = `${node.path}.@reverse.${property}`;
    addNode(walk, item, {
      parent: node,
      property: null,
      path,
      block: node.block,
      isTop: false,
      depth: depth + 1,
    });
  }
}

/** True when a value of an entry is a node. */
export function isNode(value: Entry["value"]): value is Node {
  return typeof value === "object" && value !== null;
}
