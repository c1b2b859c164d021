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
    const reasons: Reason[][] = [];
    for (const other of others) reasons.push(reasonsOf(source, own, telling, index, other));
    for (let entry = start[index]!; entry < start[index + 1]!; entry++) own[term[entry]!] = 0;
    return reasons;
  };
}

function reasonsOf(
  source: Analysis,
  own: Uint16Array,
  telling: Uint8Array,
  index: number,
  other: number,
): Reason[] {
  const ours = source.group.documents[index]!;
  const theirs = source.group.documents[other]!;
  const reasons: Reason[] = [];
  addShared(reasons, "condition", ours.conditions, theirs.conditions);
  addShared(reasons, "therapy", ours.therapies, theirs.therapies);
  addShared(reasons, "benefit", ours.benefits, theirs.benefits);
  addWords(reasons, source, own, telling, other);
  addShared(reasons, "tag", ours.tags, theirs.tags);
  // Without the room that growing left: a large site has half a million of these.
  return reasons.slice();
}

function addShared(
  reasons: Reason[],
  kind: ReasonKind,
  ours: readonly string[] | null | undefined,
  theirs: readonly string[] | null | undefined,
): void {
  if (!ours || !theirs || ours.length === 0 || theirs.length === 0) return;
  const shared: string[] = [];
  for (const label of ours) if (theirs.includes(label) && !shared.includes(label)) shared.push(label);
  if (shared.length > 0) reasons.push({ kind, shared: shared.slice() });
}

function addWords(
  reasons: Reason[],
  source: Analysis,
  own: Uint16Array,
  telling: Uint8Array,
  other: number,
): void {
  const best = strongestShared(source, own, telling, TELLING, other);
  const named = best.length > 0 ? best : strongestShared(source, own, telling, ANY_WORD, other);
  if (named.length > 0) reasons.push({ kind: "words", shared: named.map((id) => source.forms[id]!) });
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
