import type { Direction } from "../corpus/types.ts";
import { parseCanonical } from "./canonical.ts";

const VERBS: Readonly<Record<Direction, string>> = {
  reduce: "Reduces",
  improve: "Improves",
  regulate: "Regulates",
  prevent: "Helps prevent",
};

/** A benefit in readers' words: "Reduces stress", "Helps prevent heart disease". */
export function labelOf(canonical: string, targets: ReadonlyMap<string, { readonly label: string }>): string {
  const { direction, target } = parseCanonical(canonical) ?? { direction: "improve", target: canonical };
  return `${VERBS[direction]} ${lowerFirst(targets.get(target)?.label ?? target.replaceAll("-", " "))}`;
}

/** "Sleep quality" → "sleep quality"; names and abbreviations ("ADHD symptoms", "Raynaud's") stay. */
function lowerFirst(label: string): string {
  const isName = /^\S*(?:[A-Z]\S*[A-Z]|['’]s\b)/.test(label);
  return isName ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/**
 * True where the words would wish the reverse: "Helps prevent mobility",
 * "Reduces memory". What says so was misread, or its target has no name for the trouble.
 */
export function saysReverse(
  canonical: string,
  targets: ReadonlyMap<string, { readonly nature: "good" | "burden" | "level" }>,
): boolean {
  const parsed = parseCanonical(canonical);
  const nature = targets.get(parsed?.target ?? "")?.nature ?? "burden";
  if (parsed?.direction === "prevent") return nature !== "burden";
  return parsed?.direction === "reduce" && nature === "good";
}
