import type { ArticleBenefit, Grave } from "../corpus/types.ts";
import { parseCanonical } from "./canonical.ts";
import { PhraseIndex } from "./english/phrase-index.ts";
import { tokenize } from "./english/tokens.ts";

/** One entry of `grave.yaml`. */
export interface GraveEntry {
  readonly label: string;
  readonly why: string;
  /** Ids of targets. */
  readonly targets?: readonly string[];
  /** Names that make any heading or sentence grave. */
  readonly words?: readonly string[];
}

/** What is too grave to be said on an extraction's word alone, ready to look up. */
export interface Graves {
  readonly byTarget: ReadonlyMap<string, Grave>;
  readonly byWords: PhraseIndex<Grave>;
}

export function compileGraves(entries: Readonly<Record<string, GraveEntry>>): Graves {
  const byTarget = new Map<string, Grave>();
  const byWords = new PhraseIndex<Grave>();
  for (const [id, { label, why, targets = [], words = [] }] of Object.entries(entries)) {
    const grave: Grave = { id, label, why };
    for (const target of targets) byTarget.set(target, grave);
    for (const phrase of words) byWords.add(phrase, grave);
  }
  return { byTarget, byWords };
}

/**
 * What makes one canonical of a benefit grave: its target, or what its heading
 * or sentence names beside it, as readers would see that too; null where nothing does.
 */
export function graveOf(
  canonical: string,
  { heading, evidence }: Pick<ArticleBenefit, "heading" | "evidence">,
  graves: Graves,
): Grave | null {
  const target = parseCanonical(canonical)?.target ?? "";
  return graves.byTarget.get(target) ?? graveIn(heading ?? "", graves) ?? graveIn(evidence, graves);
}

/** The first grave thing that a text names; null for none. */
export function graveIn(text: string, { byWords }: Graves): Grave | null {
  const tokens = tokenize(text);
  for (let at = 0; at < tokens.length; at++) {
    const match = byWords.match(tokens, at);
    if (match) return match.value;
  }
  return null;
}
