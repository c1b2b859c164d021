import { isNode } from "./read.ts";
import type { Graph } from "./types.ts";

/** Properties that say "is a part of": followed upwards they must end. */
const UPWARDS = [
  "isPartOf",
  "parentOrganization",
  "memberOf",
  "containedInPlace",
  "exampleOfWork",
  "inDefinedTermSet",
];

/** The same, said from above. */
const DOWNWARDS = ["hasPart", "subOrganization", "containsPlace", "itemListElement", "workExample"];

/** id → ids of the wholes it is said to be part of. */
export function wholesOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const wholes = new Map<string, string[]>();
  const add = (part: string | null, whole: string | null) => {
    if (part === null || whole === null) return;
    const known = wholes.get(part);
    if (known === undefined) wholes.set(part, [whole]);
    else if (!known.includes(whole)) known.push(whole);
  };
  for (const { node, property, value } of graph.entries) {
    if (!isNode(value)) continue;
    if (UPWARDS.includes(property)) add(node.id, value.id);
    if (DOWNWARDS.includes(property)) add(value.id, node.id);
  }
  return wholes;
}

/** Circles among the wholes, each told once; every step is walked once. */
export function circlesIn(wholes: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const start of wholes.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const open: (readonly [id: string, isLeft: boolean])[] = [[start, false]];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      const [id, isLeft] = step;
      if (isLeft) {
        path.pop();
        onPath.delete(id);
        done.add(id);
      } else if (onPath.has(id)) found.push(path.slice(path.indexOf(id)));
      else if (!done.has(id)) {
        path.push(id);
        onPath.add(id);
        open.push([id, true], ...(wholes.get(id) ?? []).map((whole) => [whole, false] as const));
      }
    }
  }
  return found;
}
