import type { Graph, JsonObject, Value } from "../../plugins/schema/index.ts";

/**
 * A graph as text a person can check: one line per value, "→" for references,
 * nested nodes indented, the test site's origin left out.
 */
export function say(graph: Graph | null, types?: readonly string[]): string {
  const nodes = graph?.["@graph"] ?? [];
  const wanted =
    types === undefined ? nodes : nodes.filter((node) => types.includes([node["@type"]].flat().join("+")));
  return `\n${wanted.map((node) => sayNode(node, "")).join("\n")}\n`;
}

function sayNode(node: JsonObject, indent: string): string {
  const { "@type": type, "@id": id, ...rest } = node;
  const head = [[type].flat().join("+"), id === undefined ? "" : short(String(id))].filter(Boolean).join(" ");
  const lines = Object.entries(rest).flatMap(([key, value]) =>
    [value].flat().map((item) => `${indent}  ${key}: ${sayValue(item as Value, `${indent}  `)}`),
  );
  return [head, ...lines].join("\n");
}

function sayValue(value: Value, indent: string): string {
  if (typeof value !== "object") return short(String(value));
  const object = value as JsonObject;
  return Object.keys(object).join() === "@id" ? `→ ${short(String(object["@id"]))}` : sayNode(object, indent);
}

function short(text: string): string {
  return text.replaceAll("https://example.org/", "/").replaceAll("https://schema.org/", "schema:");
}
