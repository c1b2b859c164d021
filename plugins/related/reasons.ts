import type { Reason, ReasonKind } from "../corpus/types.ts";
import type { Analysis } from "./analysis.ts";
import { WORD } from "./evidence.ts";

/** Words named in a reason, at most. */
const WORDS_NAMED = 3;
/** A word in more than this share of the articles explains nothing. */
const COMMON_SHARE = 0.2;
/** Shortest word of a spaced script that is named. */
const SHORTEST_NAMED = 3;

/** Says why articles are offered beside another: labels they share, then the words that bring them together most. */
export function reasonWriter(source: Analysis): (index: number, others: readonly number[]) => Reason[][] {
  const { start, term, weight } = source.vectors;
  const own = new Uint16Array(source.vectors.termCount);
  const telling = tellingTerms(source);
  return function reasonsFor(index, others) {
    for (let entry = start[index]!; entry < start[index + 1]!; entry++) own[term[entry]!] = weight[entry]!;
    // Joined by concat: a spread leaves room for more, which half a million links would pay for.
    const reasons = others.map((other) =>
      labelReasons(source, index, other).concat(
        wordReason(source, own, telling, other),
        tagReason(source, index, other),
      ),
    );
    for (let entry = start[index]!; entry < start[index + 1]!; entry++) own[term[entry]!] = 0;
    return reasons;
  };
}

const LABELS = [
  ["condition", "conditions"],
  ["therapy", "therapies"],
  ["benefit", "benefits"],
] as const;

function labelReasons({ group: { documents } }: Analysis, index: number, other: number): Reason[] {
  return LABELS.flatMap(([kind, field]) =>
    sharedReason(kind, documents[index]![field], documents[other]![field]),
  );
}

function tagReason({ group: { documents } }: Analysis, index: number, other: number): Reason[] {
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

function wordReason(source: Analysis, own: Uint16Array, telling: Uint8Array, other: number): Reason[] {
  const best = strongestShared(source, own, telling, TELLING, other);
  const named = best.length > 0 ? best : strongestShared(source, own, telling, ANY_WORD, other);
  return named.length === 0 ? [] : [{ kind: "words", shared: named.map((id) => source.forms[id]!) }];
}

/** The shared words of most weight, strongest first; ties by code unit. */
function strongestShared(
  { vectors, forms }: Analysis,
  own: Uint16Array,
  telling: Uint8Array,
  least: number,
  other: number,
): number[] {
  const { start, term, weight } = vectors;
  const ids: number[] = [];
  const products: number[] = [];
  for (let entry = start[other]!, end = start[other + 1]!; entry < end; entry++) {
    const id = term[entry]!;
    const product = own[id]! * weight[entry]!;
    if (product === 0 || telling[id]! < least || product < (products[WORDS_NAMED - 1] ?? 0)) continue;
    let at = ids.length;
    while (at > 0 && comesBefore(product, forms[id]!, products[at - 1]!, forms[ids[at - 1]!]!)) at--;
    ids.splice(at, 0, id);
    products.splice(at, 0, product);
    ids.length = products.length = Math.min(ids.length, WORDS_NAMED);
  }
  return ids;
}

function comesBefore(product: number, form: string, otherProduct: number, otherForm: string): boolean {
  return product > otherProduct || (product === otherProduct && form < otherForm);
}

const ANY_WORD = 1;
const TELLING = 2;

/** By term: 0 for labels, {@link TELLING} for words that explain something, {@link ANY_WORD} for the rest. */
function tellingTerms({ group, kind, frequencies, forms }: Analysis): Uint8Array {
  const commonest = Math.max(2, group.documents.length * COMMON_SHARE);
  return Uint8Array.from(forms, (form, id) => {
    if (kind[id] !== WORD) return 0;
    return frequencies[id]! > 1 && frequencies[id]! <= commonest && isTelling(form) ? TELLING : ANY_WORD;
  });
}

function isTelling(form: string): boolean {
  return (form.length >= SHORTEST_NAMED || form > "\u02ff") && !/^\p{N}+$/u.test(form);
}
