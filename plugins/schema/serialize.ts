import type { Graph } from "./types.ts";

/** `<` could end the script element; U+2028 and U+2029 end a line in older JavaScript. */
const UNSAFE = /[<\u2028\u2029]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** The graph as JSON for `<script type="application/ld+json">`; "" for no graph. Keys stay in the order they were written. */
export function serializeGraph(graph: Graph | null): string {
  if (graph === null) return "";
  return JSON.stringify(graph).replace(UNSAFE, (character) => ESCAPES[character] ?? "");
}
