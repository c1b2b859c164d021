import { compareText } from "../article/problem.ts";
import type { Reason, ReasonKind } from "../corpus/types.ts";
import type { WordBag } from "./bags.ts";
import { type Evidence, WORD } from "./evidence.ts";
import type { RelatedDocument } from "./types.ts";
import type { Vectors } from "./vectors.ts";
import { IGNORED, type Vocabulary } from "./vocabulary.ts";

/** Words named in a reason, at most. */
const WORDS_NAMED = 3;
/** A word in more than this share of the articles explains nothing. */
const COMMON_SHARE = 0.2;
/** Shortest word of a spaced script that is named. */
const SHORTEST_NAMED = 3;

/** What is needed to say why two articles are alike. */
export interface ReasonSource {
  readonly documents: readonly RelatedDocument[];
  readonly evidence: Evidence;
  readonly vectors: Vectors;
  readonly frequencies: Uint32Array;
  /** The commonest form of each term, by term id. */
  readonly forms: readonly string[];
}

/** Why `other` is offered beside `index`: labels they share, then the words that bring them together most. */
export function reasonsFor(source: ReasonSource, index: number, others: readonly number[]): Reason[][] {
  const own = new Map<number, number>();
  const { start, term, weight } = source.vectors;
  for (let entry = start[index]!; entry < start[index + 1]!; entry++) own.set(term[entry]!, weight[entry]!);
  return others.map((other) => [
    ...labelReasons(source, index, other),
    ...wordReason(source, own, other),
    ...tagReason(source, index, other),
  ]);
}

/** The form of each term that stands most often in the articles; ties by code unit. */
export function commonestForms(bags: readonly WordBag[], vocabulary: Vocabulary): string[] {
  const counts = new Float64Array(vocabulary.words.length);
  for (const { words, text, title } of bags) {
    for (let at = 0; at < words.length; at++) counts[words[at]!]! += text[at]! + title[at]!;
  }
  const best = new Int32Array(vocabulary.terms.length).fill(-1);
  for (let word = 0; word < counts.length; word++) {
    const term = vocabulary.termOf[word]!;
    if (term === IGNORED || counts[word] === 0) continue;
    const present = best[term]!;
    const difference = present < 0 ? 1 : counts[word]! - counts[present]!;
    if (difference > 0 || (difference === 0 && vocabulary.words[word]! < vocabulary.words[present]!))
      best[term] = word;
  }
  return Array.from(best, (word, term) => (word < 0 ? vocabulary.terms[term]! : vocabulary.words[word]!));
}

const LABELS = [
  ["condition", "conditions"],
  ["therapy", "therapies"],
  ["benefit", "benefits"],
] as const;

function labelReasons({ documents }: ReasonSource, index: number, other: number): Reason[] {
  return LABELS.flatMap(([kind, field]) =>
    sharedReason(kind, documents[index]![field], documents[other]![field]),
  );
}

function tagReason({ documents }: ReasonSource, index: number, other: number): Reason[] {
  return sharedReason("tag", documents[index]!.tags, documents[other]!.tags);
}

function sharedReason(
  kind: ReasonKind,
  ours: readonly string[] | null | undefined,
  theirs: readonly string[] | null | undefined,
): Reason[] {
  if (!ours?.length || !theirs?.length) return [];
  const shared = [...new Set(ours.filter((label) => theirs.includes(label)))];
  return shared.length === 0 ? [] : [{ kind, shared }];
}

function wordReason(source: ReasonSource, own: ReadonlyMap<number, number>, other: number): Reason[] {
  const found = sharedTerms(source, own, other);
  const commonest = Math.max(2, source.documents.length * COMMON_SHARE);
  const telling = found.filter(
    ({ id }) => source.frequencies[id]! <= commonest && isTelling(source.forms[id]!),
  );
  const named = (telling.length > 0 ? telling : found)
    .sort((a, b) => b.product - a.product || compareText(source.forms[a.id]!, source.forms[b.id]!))
    .slice(0, WORDS_NAMED);
  return named.length === 0 ? [] : [{ kind: "words", shared: named.map(({ id }) => source.forms[id]!) }];
}

interface SharedTerm {
  readonly id: number;
  readonly product: number;
}

function sharedTerms(
  { vectors, evidence }: ReasonSource,
  own: ReadonlyMap<number, number>,
  other: number,
): SharedTerm[] {
  const { start, term, weight } = vectors;
  const shared: SharedTerm[] = [];
  for (let entry = start[other]!; entry < start[other + 1]!; entry++) {
    const id = term[entry]!;
    const ours = evidence.kind[id] === WORD ? own.get(id) : undefined;
    if (ours !== undefined) shared.push({ id, product: ours * weight[entry]! });
  }
  return shared;
}

function isTelling(form: string): boolean {
  return !/^\p{N}+$/u.test(form) && (form.length >= SHORTEST_NAMED || form > "\u02ff");
}
