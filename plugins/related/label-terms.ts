import type { ReasonKind } from "../corpus/types.ts";
import type { RelatedDocument } from "./types.ts";
import { IGNORED, type Vocabulary } from "./vocabulary.ts";

/** Fields of a document that hold labels, by kind of reason. */
export const FIELDS = {
  condition: "conditions",
  therapy: "therapies",
  benefit: "benefits",
} as const;
export type LabelKind = keyof typeof FIELDS & ReasonKind;
export const LABEL_KINDS = Object.keys(FIELDS) as readonly LabelKind[];

/** Terms of the words that labels are made of, by label: "reduce:sleep-quality" is "sleep" and "quality". */
export type LabelTerms = ReadonlyMap<string, readonly number[]>;

/** Reads the words of all labels. */
export function readLabels(documents: readonly RelatedDocument[], vocabulary: Vocabulary): LabelTerms {
  const known = new Map<string, readonly number[]>();
  for (const document of documents)
    for (const kind of LABEL_KINDS)
      for (const label of document[FIELDS[kind]] ?? [])
        if (!known.has(label)) known.set(label, termsOf(label.slice(label.indexOf(":") + 1), vocabulary));
  return known;
}

function termsOf(words: string, vocabulary: Vocabulary): number[] {
  const terms = new Set<number>();
  vocabulary.read(words, (word) => terms.add(vocabulary.termOf[word]!));
  terms.delete(IGNORED);
  return [...terms];
}
