import { has } from "./main.ts";
import type { Node } from "./types.ts";

/** The properties that the node does not have, in the order given. */
export function missing(node: Node, properties: readonly string[]): readonly string[] {
  return properties.filter((property) => !has(node, property));
}

/** Properties a node of a list lacks that the others have. */
export function lackedByOne(
  nodes: readonly Node[],
  properties: readonly string[],
): readonly (readonly [Node, string])[] {
  return properties.flatMap((property) => {
    const without = nodes.filter((node) => missing(node, [property]).length > 0);
    return without.length > 0 && without.length * 2 < nodes.length
      ? without.map((node) => [node, property] as const)
      : [];
  });
}
