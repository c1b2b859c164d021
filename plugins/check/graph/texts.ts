import type { Entry, Graph } from "./types.ts";

/** Every text of a graph, with the place where it stands. */
export function* texts(graph: Graph): Generator<readonly [Entry, string]> {
  for (const entry of graph.entries) if (typeof entry.value === "string") yield [entry, entry.value];
}
