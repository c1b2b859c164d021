import type { PageRule } from "../types.ts";

export const pageGraph: PageRule = {
  name: "page-graph",
  number: 25,
  level: "error",
  scope: "page",
  language: "any",
  expected: "a graph that says what the page shows",
  why: "Machines must not be told what readers cannot see",
  source: "Google structured data policies, visible content",
  todo: "See vervain check: it names the node and the words.",
  check: ({ graphFaults }) => graphFaults.map((words) => ({ words })),
};
