import { hasRequired } from "./required.ts";
import type { GraphNode, JsonObject, Reference, Value } from "./types.ts";

/**
 * Takes out what is missing and everything that leans on it: empty values,
 * nodes without their required parts, references to nodes of this site that
 * the graph does not hold, and nodes that only a node now gone led to.
 * Repeats until nothing changes. The first node stays.
 */
export function prune(nodes: readonly GraphNode[], origin: string): readonly GraphNode[] {
  const root = nodes[0]?.["@id"];
  const first = cleanAll(nodes);
  let kept = first;
  for (;;) {
    const known = new Set<string>();
    for (const node of kept) collectIds(node, known);
    const next = cleanAll(kept, (id) => !isOurs(id, origin) || known.has(id));
    if (next.length === kept.length && next.every((node, index) => node === kept[index])) break;
    kept = next;
  }
  if (kept === first && first.length === nodes.length) return kept;
  const before = reachable(nodes, root);
  const after = reachable(kept, root);
  return kept.filter(({ "@id": id }) => typeof id !== "string" || !before.has(id) || after.has(id));
}

type IsKnown = (id: string) => boolean;

function cleanAll(nodes: readonly GraphNode[], isKnown?: IsKnown): readonly GraphNode[] {
  const cleaned = nodes.flatMap((node) => (cleanNode(node, isKnown) as GraphNode | undefined) ?? []);
  const isSame = cleaned.length === nodes.length && cleaned.every((node, index) => node === nodes[index]);
  return isSame ? nodes : cleaned;
}

/** The value without what is missing; the same object when nothing was. */
function clean(value: Value | null, isKnown?: IsKnown): Value {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (isList(value)) return cleanList(value, isKnown);
  if (typeof value === "object")
    return isReference(value) ? cleanReference(value, isKnown) : cleanNode(value, isKnown);
  return value;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** True for an object that says nothing but an id. */
export function isReference(value: JsonObject): value is Reference {
  if (typeof value["@id"] !== "string") return false;
  for (const key in value) if (key !== "@id") return false;
  return true;
}

function cleanReference(reference: Reference, isKnown?: IsKnown): Value {
  return isKnown === undefined || isKnown(reference["@id"]) ? reference : undefined;
}

function cleanList(values: readonly Value[], isKnown?: IsKnown): Value {
  const kept: Value[] = [];
  let isSame = true;
  for (const value of values) {
    const cleaned = clean(value, isKnown);
    if (cleaned !== value) isSame = false;
    if (cleaned !== undefined) kept.push(cleaned);
  }
  if (kept.length === 0) return undefined;
  return isSame ? values : kept;
}

function cleanNode(node: JsonObject, isKnown?: IsKnown): JsonObject | undefined {
  const kept: Record<string, Value> = {};
  let isSame = true;
  for (const key of Object.keys(node)) {
    const value = node[key];
    const cleaned = clean(value, isKnown);
    if (cleaned !== value || cleaned === undefined) isSame = false;
    if (cleaned !== undefined) kept[key] = cleaned;
  }
  const isHalfReviewed = (kept.reviewedBy === undefined) !== (kept.lastReviewed === undefined);
  const whole = isSame && !isHalfReviewed ? node : settle(kept, node);
  return hasRequired(whole) ? whole : undefined;
}

/** Keeps what goes together together: a review with its date, a list with its length. */
function settle(kept: Record<string, Value>, before: JsonObject): JsonObject {
  if (kept.reviewedBy === undefined || kept.lastReviewed === undefined) {
    delete kept.reviewedBy;
    delete kept.lastReviewed;
  }
  const items = kept.itemListElement;
  if (isList(items) && isList(before.itemListElement) && items.length < before.itemListElement.length) {
    if (kept.numberOfItems !== undefined) kept.numberOfItems = items.length;
    kept.itemListElement = items.map((item, index) =>
      typeof item === "object" && "position" in item ? { ...item, position: index + 1 } : item,
    );
  }
  return kept;
}

function isOurs(id: string, origin: string): boolean {
  return id.startsWith(`${origin}/`) || id.startsWith("#") || id === origin;
}

function collectIds(value: Value, ids: Set<string>): void {
  if (isList(value)) for (const item of value) collectIds(item, ids);
  else if (typeof value === "object" && !isReference(value)) {
    if (typeof value["@id"] === "string") ids.add(value["@id"]);
    for (const key in value) if (typeof value[key] === "object") collectIds(value[key], ids);
  }
}

/** Ids that lead on from the page, through references and nested nodes. */
function reachable(nodes: readonly GraphNode[], root: Value): ReadonlySet<string> {
  const byId = new Map(nodes.map((node) => [node["@id"], node]));
  const found = new Set<string>();
  const open: Value[] = [byId.get(root)];
  for (let value = open.pop(); value !== undefined || open.length > 0; value = open.pop()) {
    if (isList(value)) open.push(...value);
    else if (typeof value === "object") {
      const id = value["@id"];
      if (typeof id === "string" && !found.has(id)) {
        found.add(id);
        open.push(byId.get(id));
      }
      for (const key in value) if (typeof value[key] === "object") open.push(value[key]);
    }
  }
  return found;
}
