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
