import { has } from "./main.ts";
import type { Node } from "./types.ts";

/** The properties that the node does not have, in the order given. */
export function missing(node: Node, properties: readonly string[]): readonly string[] {
  return properties.filter((property) => !has(node, property));
}
