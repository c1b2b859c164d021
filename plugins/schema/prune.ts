import { hasRequired } from "./required.ts";
import type { GraphNode, JsonObject, Reference, Value } from "./types.ts";

/**
 * Takes out what is missing and everything that leans on it: empty values,
 * nodes without their required parts, references to nodes of this site that
 * the graph does not hold, and nodes that only a node now gone led to.
 * Repeats until nothing changes. The first node stays.
 */
export function prune(nodes: readonly GraphNode[], origin: string): readonly GraphNode[] {
  let kept = cleanAll(nodes);
  let said = scanIds(kept);
  for (;;) {
    const { known, referred } = said;
    const isMissing = (id: string): boolean => isOurs(id, origin) && !known.has(id);
    if (![...referred].some(isMissing)) break;
    kept = cleanAll(kept, (id) => !isMissing(id));
    said = scanIds(kept);
  }
  const meant = scanIds(nodes);
  const isWhole = meant.known.size === said.known.size && meant.referred.size === said.referred.size;
  return isWhole ? kept : connected(nodes, kept);
}

/** Without the nodes that were led to before and are no longer. */
function connected(before: readonly GraphNode[], kept: readonly GraphNode[]): readonly GraphNode[] {
  const root = before[0]?.["@id"];
  const were = reachable(before, root);
  const are = reachable(kept, root);
  return kept.filter(({ "@id": id }) => typeof id !== "string" || !were.has(id) || are.has(id));
}

type IsKnown = (id: string) => boolean;

/** Ids of nodes held and of nodes referred to. */
interface Ids {
  readonly known: ReadonlySet<string>;
  readonly referred: ReadonlySet<string>;
}

/** Nodes that lie in many graphs, cleaned once, with their ids: lists, for a set of one id is ten times as large. */
const shared = new WeakMap<object, Readonly<Record<keyof Ids, readonly string[]>>>();

/**
 * The node without what is missing, to be put into as many graphs as wanted:
 * {@link prune} looks at its ids only. Undefined where nothing is left of it.
 */
export function shareNode(node: GraphNode): GraphNode | undefined {
  const cleaned = cleanNode(node) as GraphNode | undefined;
  if (cleaned === undefined) return undefined;
  const { known, referred } = scanIds([cleaned]);
  shared.set(cleaned, { known: [...known], referred: [...referred] });
  return cleaned;
}

/** A shared node whose references, too, all lead somewhere. */
function isSettled(value: object, isKnown: IsKnown | undefined): boolean {
  const ids = shared.get(value);
  if (ids === undefined || isKnown === undefined) return ids !== undefined;
  for (const id of ids.referred) if (!isKnown(id)) return false;
  return true;
}

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

function isList(value: Value | null): value is readonly Value[] {
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
  if (isSettled(node, isKnown)) return node;
  const kept: Record<string, Value> = {};
  let isSame = true;
  for (const key in node) {
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

/** Ids of the nodes a graph holds, and of those it refers to. */
function scanIds(nodes: readonly GraphNode[]): Ids {
  const known = new Set<string>();
  const referred = new Set<string>();
  const scan = (value: Value | null): void => {
    if (isList(value)) for (const item of value) scan(item);
    else if (typeof value === "object" && value !== null) {
      const ids = shared.get(value);
      if (ids !== undefined) {
        for (const id of ids.known) known.add(id);
        for (const id of ids.referred) referred.add(id);
        return;
      }
      const id = value["@id"];
      if (typeof id === "string") (isReference(value) ? referred : known).add(id);
      for (const key in value) if (typeof value[key] === "object") scan(value[key]);
    }
  };
  scan(nodes);
  return { known, referred };
}

/** Ids that lead on from the page, through references and nested nodes. */
function reachable(nodes: readonly GraphNode[], root: Value): ReadonlySet<string> {
  const byId = new Map(nodes.map((node) => [node["@id"], node]));
  const found = new Set<string>();
  const open: (Value | null)[] = [byId.get(root)];
  for (let value = open.pop(); value !== undefined || open.length > 0; value = open.pop()) {
    if (isList(value)) open.push(...value);
    else if (typeof value === "object" && value !== null) {
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
