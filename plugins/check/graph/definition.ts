import { quote } from "../../problem.ts";
import { addressKey } from "../urls.ts";
import { isA } from "../vocabulary.ts";
import { isNode } from "./read.ts";
import type { Node } from "./types.ts";

/** Properties that a thing has once: two definitions must agree on them. */
const SINGLE = [
  "name",
  "headline",
  "url",
  "datePublished",
  "dateModified",
  "lastReviewed",
  "jobTitle",
  "honorificSuffix",
  "email",
  "birthDate",
  "codeValue",
  "contentUrl",
] as const;

/** What a definition says of its node, small enough to keep for a whole site. */
export interface Definition {
  readonly id: string;
  readonly types: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

export interface Difference {
  readonly property: string;
  readonly first: string;
  readonly second: string;
}

/** The definition a node gives; null for a node without id. */
export function definitionIn(node: Node): Definition | null {
  if (node.id === null || node.isReference) return null;
  const values: Record<string, string> = {};
  for (const property of SINGLE) {
    const found = node.entries.filter((entry) => entry.property === property);
    const value = found[0]?.value;
    if (found.length === 1 && value !== null && value !== undefined && !isNode(value))
      values[property] = String(value);
  }
  return { id: node.id, types: node.types, values };
}

/** Where two definitions of one id contradict each other. */
export function differences(a: Node, b: Node): readonly Difference[] {
  const [first, second] = [definitionIn(a), definitionIn(b)];
  return first === null || second === null ? [] : definitionDifferences(first, second);
}

export function definitionDifferences(first: Definition, second: Definition): readonly Difference[] {
  const found: Difference[] = [];
  if (first.types.length > 0 && second.types.length > 0 && !areRelated(first.types, second.types)) {
    found.push({
      property: "@type",
      first: quote(first.types.join(", ")),
      second: quote(second.types.join(", ")),
    });
  }
  for (const property of SINGLE) {
    const [x, y] = [first.values[property], second.values[property]];
    if (x !== undefined && y !== undefined && x.trim() !== y.trim() && addressKey(x) !== addressKey(y))
      found.push({ property, first: quote(x), second: quote(y) });
  }
  return found;
}

/** True when a type of one is a type of the other, or above or below it. */
function areRelated(a: readonly string[], b: readonly string[]): boolean {
  return a.some((x) => b.some((y) => x === y || isA(x, y) || isA(y, x)));
}
