import type { WordBag } from "./bags.ts";
import type { ResolvedOptions } from "./defaults.ts";
import { type Evidence, gatherEvidence } from "./evidence.ts";
import { commonestForms } from "./forms.ts";
import { type Heads, readHeads } from "./heads.ts";
import { type LabelTerms, readLabels } from "./label-terms.ts";
import { documentFrequencies } from "./rarity.ts";
import { type LanguageGroup, labelsOf } from "./site.ts";
import { type Vectors, weighEvidence } from "./vectors.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Everything about the articles of one language that scoring and explaining need. */
export interface Analysis {
  readonly group: LanguageGroup;
  readonly vectors: Vectors;
  /** In how many articles a term stands, by term id. */
  readonly frequencies: Uint32Array;
  /** WORD, TAG, TOPIC or PHRASE by term id. */
  readonly kind: Uint8Array;
  /** A number by term id that is the same in every run. */
  readonly names: Int32Array;
  /** The commonest form of a word, by term id. */
  readonly forms: readonly string[];
  /** Terms of the headings, by article. */
  readonly heads: readonly Heads[];
  readonly labels: LabelTerms;
}

/** What the words of all articles come to, before weighing. */
export interface Gathered {
  readonly evidence: Evidence;
  readonly forms: readonly string[];
  readonly heads: readonly Heads[];
  readonly labels: LabelTerms;
}

/** Gathers articles whose words have been read, `bags` by article. The bags are not needed after it. */
export function gather(group: LanguageGroup, vocabulary: Vocabulary, bags: readonly WordBag[]): Gathered {
  // First: a heading that is not part of the text brings words of its own.
  const heads = readHeads(group.documents, vocabulary);
  const labels = readLabels(group.documents, vocabulary);
  const evidence = gatherEvidence(bags, group.documents.map(labelsOf), vocabulary);
  return { evidence, forms: commonestForms(bags, vocabulary), heads, labels };
}

/** Weighs what was gathered. */
export function analyse(
  group: LanguageGroup,
  { evidence, forms, heads, labels }: Gathered,
  options: ResolvedOptions,
): Analysis {
  const frequencies = documentFrequencies(evidence);
  const vectors = weighEvidence(evidence, frequencies, options.weights);
  return { group, vectors, frequencies, kind: evidence.kind, names: evidence.names, forms, heads, labels };
}
