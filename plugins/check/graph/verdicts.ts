import { leakIn } from "../page/leak.ts";
import { range } from "../vocabulary.ts";
import { labelOf, shown } from "./label.ts";
import { typesOf } from "./main.ts";
import { isNode } from "./read.ts";
import { schemaOrgTerm } from "./terms.ts";
import type { Entry, Graph } from "./types.ts";
import {
  judgeBooleanLiteral,
  judgeNode,
  judgeNumberLiteral,
  judgeText,
  type ValueRule,
  type Verdict,
} from "./value.ts";

const verdictsOf = new WeakMap<Graph, ReadonlyMap<ValueRule, readonly string[]>>();

/** Messages of one value rule for a graph; all values are judged once and each breaks at most one rule. */
export function verdictsFor(graph: Graph, rule: ValueRule): readonly string[] {
  let known = verdictsOf.get(graph);
  if (known === undefined) {
    known = judgeGraph(graph);
    verdictsOf.set(graph, known);
  }
  return known.get(rule) ?? [];
}

function judgeGraph(graph: Graph): ReadonlyMap<ValueRule, readonly string[]> {
  const found = new Map<ValueRule, string[]>();
  for (const entry of graph.entries) {
    const verdict = judgeEntry(graph, entry);
    if (verdict === null) continue;
    const message = `${labelOf(entry)}: expected ${verdict.expected}, received ${shownOf(graph, entry)}. ${verdict.advice}`;
    const messages = found.get(verdict.rule);
    if (messages === undefined) found.set(verdict.rule, [message]);
    else messages.push(message);
  }
  return found;
}

function shownOf(graph: Graph, { value }: Entry): string {
  if (!isNode(value) || !value.isReference) return shown(value);
  const types = typesOf(graph, value);
  return types.length === 0 || schemaOrgTerm(value.id ?? "") !== null
    ? `"${value.id}"`
    : `${types.join(", ")} "${value.id}"`;
}

function judgeEntry(graph: Graph, { property, isOwn, value }: Entry): Verdict | null {
  const accepted = range(property);
  if (accepted === null || value === null || !isOwn) return null;
  if (typeof value === "string")
    return value.trim() === "" || leakIn(value, true) !== null ? null : judgeText(value, accepted);
  if (typeof value === "number") return judgeNumberLiteral(value, accepted);
  if (typeof value === "boolean") return judgeBooleanLiteral(accepted);
  return judgeNode(typesOf(graph, value), value.id, value.isReference, accepted);
}
