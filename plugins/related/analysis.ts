import type { WordBag } from "./bags.ts";
import type { ResolvedOptions } from "./defaults.ts";
import { type Evidence, gatherEvidence } from "./evidence.ts";
import { invert, type Postings } from "./postings.ts";
import { documentFrequencies } from "./rarity.ts";
import { type LanguageGroup, labelsOf } from "./site.ts";
import { type Vectors, weighEvidence } from "./vectors.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Everything about the articles of one language that scoring needs. */
export interface Analysis {
  readonly group: LanguageGroup;
  readonly vocabulary: Vocabulary;
  /** By article. */
  readonly bags: readonly WordBag[];
  readonly evidence: Evidence;
  readonly frequencies: Uint32Array;
  readonly vectors: Vectors;
  readonly postings: Postings;
}

/** Weighs and indexes articles whose words have been read. */
export function analyse(
  group: LanguageGroup,
  vocabulary: Vocabulary,
  bags: readonly WordBag[],
  options: ResolvedOptions,
): Analysis {
  const evidence = gatherEvidence(bags, group.documents.map(labelsOf), vocabulary);
  const frequencies = documentFrequencies(evidence);
  const vectors = weighEvidence(evidence, frequencies, options.weights);
  return { group, vocabulary, bags, evidence, frequencies, vectors, postings: invert(vectors) };
}
