import type { WordBag } from "./bags.ts";
import type { ResolvedOptions } from "./defaults.ts";
import { gatherEvidence } from "./evidence.ts";
import { commonestForms } from "./forms.ts";
import { invert, type Postings } from "./postings.ts";
import { documentFrequencies } from "./rarity.ts";
import { type LanguageGroup, labelsOf } from "./site.ts";
import { type Vectors, weighEvidence } from "./vectors.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Everything about the articles of one language that scoring and explaining need. */
export interface Analysis {
  readonly group: LanguageGroup;
  readonly vectors: Vectors;
  readonly postings: Postings;
  /** In how many articles a term stands, by term id. */
  readonly frequencies: Uint32Array;
  /** `TermKind` by term id. */
  readonly kind: Uint8Array;
  /** The commonest form of a term, by term id. */
  readonly forms: readonly string[];
}

/** Weighs and indexes articles whose words have been read, `bags` by article. */
export function analyse(
  group: LanguageGroup,
  vocabulary: Vocabulary,
  bags: readonly WordBag[],
  options: ResolvedOptions,
): Analysis {
  const evidence = gatherEvidence(bags, group.documents.map(labelsOf), vocabulary);
  const frequencies = documentFrequencies(evidence);
  const vectors = weighEvidence(evidence, frequencies, options.weights);
  const forms = commonestForms(bags, vocabulary);
  return { group, vectors, postings: invert(vectors), frequencies, kind: evidence.kind, forms };
}
