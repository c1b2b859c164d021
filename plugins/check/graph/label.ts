import { quote } from "../../problem.ts";
import { isNode } from "./read.ts";
import type { Entry, Node } from "./types.ts";

/** Where a value stands, for messages: "BlogPosting.author[0].name". */
export function labelOf({ node, key, at }: Entry): string {
  return `${node.path}.${key}${at === null ? "" : `[${at}]`}`;
}

/** A value in a message: the text in quotes, or the node's type and name. */
export function shown(value: Entry["value"]): string {
  if (!isNode(value)) return quote(value);
  return nameOf(value);
}

/** A node in a message: its type, and its `@id` or name. */
export function nameOf(node: Node): string {
  const type = node.types.join(", ") || "a node without type";
  const name = node.id ?? (typeof node.value.name === "string" ? node.value.name : null);
  return name === null ? type : `${type} ${quote(name)}`;
}
