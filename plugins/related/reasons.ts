import type { Reason } from "../corpus/types.ts";
import type { Analysis } from "./analysis.ts";
import { WORD } from "./evidence.ts";
import { HEAD_END, namedCounts } from "./heads.ts";
import { type LabelKind, labelReader, mostTelling } from "./labels.ts";
import { partOf, stepBetween } from "./series.ts";
import type { NameTest } from "./types.ts";
import { UNIT, type Vectors } from "./vectors.ts";

/** Words named in a reason, at most. */
const WORDS_NAMED = 2;
/** Shortest word of a spaced script that is named. */
const SHORTEST_NAMED = 3;
/** How surely a word must stand in both articles: twice, tf / (tf + 1). */
const LEAST_PRESENCE = Math.floor((UNIT * 2) / 3);
/** Share of the articles with a word that must have it in their title or a heading for it to name a subject. */
const NAMED_SHARE = 0.2;
/**
 * Times that a word stands, on average, in the articles that have it, for it to name a subject: what an
 * article is about it says again and again, what it says by the way once (Church & Gale 1995, "burstiness").
 */
const LEAST_BURST = 2.5;
/** Share of what brings two articles together that a word must hold to be named. */
const LEAST_SHARE = 0.07;
/** Share of a title's weight that a heading must hold to be a part on the same. */
const HEADING_SHARE = 0.5;
/** Longest heading that is quoted, in characters. */
const LONGEST_HEADING = 60;

const NO_REASONS: readonly Reason[] = [];

/**
 * Says why articles are offered beside another, most telling first: the next
 * part of a series, rare labels in common, a part of it on what this article's
 * title names, a tag, words that name subjects. Empty where nothing telling is
 * shared.
 */
export function reasonWriter(
  source: Analysis,
  isName: NameTest | null,
): (index: number, others: readonly number[]) => Reason[][] {
  const { documents } = source.group;
  const { start, term, weight, presence } = source.vectors;
  const sharedLabels = labelReader(documents);
  const parts = documents.map(partOf);
  const telling = tellingTerms(source, isName);
  const own = new Uint16Array(source.vectors.termCount);
  const headingFor = headingReader(source);
  const titles = titleTest(source);
  return function reasonsFor(index, others) {
    for (let entry = start[index]!; entry < start[index + 1]!; entry++) {
      if (presence[entry]! >= LEAST_PRESENCE) own[term[entry]!] = weight[entry]!;
    }
    const headingOf = headingFor(index);
    const reasons = others.map((other): Reason[] => {
      const step = stepBetween(parts[index]!, parts[other]!);
      const labels = sharedLabels(documents[index]!, documents[other]!);
      const of = (...kinds: readonly LabelKind[]): readonly Reason[] =>
        labels.length === 0
          ? NO_REASONS
          : labels.filter(({ kind }) => kinds.includes(kind)).map(({ kind, shared }) => ({ kind, shared }));
      const heading = headingOf(other);
      const isTitled = (id: number): boolean => titles(index, id) || titles(other, id);
      const words = strongestShared(source, own, telling, isTitled, other);
      return [
        ...(step === null ? [] : [{ kind: "series" as const, shared: [step] }]),
        ...of("condition", "therapy"),
        ...(heading === null ? [] : [{ kind: "section" as const, shared: [heading] }]),
        ...of("benefit", "tag"),
        ...(words.length === 0
          ? []
          : [{ kind: "words" as const, shared: words.map((id) => source.forms[id]!) }]),
      ];
    });
    for (let entry = start[index]!; entry < start[index + 1]!; entry++) own[term[entry]!] = 0;
    return reasons;
  };
}

/** Whether an article is titled by a term, in its title or a heading; asked of so few that no set pays. */
function titleTest({ vectors: { titleStart, titleTerm }, heads }: Analysis) {
  return (index: number, term: number): boolean => {
    for (let at = titleStart[index]!; at < titleStart[index + 1]!; at++)
      if (titleTerm[at] === term) return true;
    return heads[index]!.includes(term);
  };
}

/** Finds the heading of another article that says most of what this article's title names. */
function headingReader({ group, vectors, kind, frequencies, heads }: Analysis) {
  const { titleStart, titleTerm } = vectors;
  const most = mostTelling(group.documents.length);
  const value = new Float64Array(vectors.termCount);
  const inTitle = (index: number): number[] =>
    Array.from(titleTerm.subarray(titleStart[index]!, titleStart[index + 1]!)).filter(
      (id) => kind[id] === WORD,
    );
  return function headingFor(index: number): (other: number) => string | null {
    const ours = inTitle(index);
    const worthOf = (id: number): number => Math.log(1 + group.documents.length / frequencies[id]!) ** 2;
    const total = ours.reduce((sum, id) => sum + worthOf(id), 0);
    return function headingOf(other) {
      const headings = group.documents[other]!.headings ?? [];
      if (headings.length === 0 || total === 0) return null;
      const theirs = new Set(inTitle(other));
      // What its title says already needs no heading.
      for (const id of ours) if (!theirs.has(id)) value[id] = worthOf(id);
      const best = bestHeading(heads[other]!, value, (id) => frequencies[id]! <= most);
      for (const id of ours) value[id] = 0;
      const heading = best.share >= HEADING_SHARE * total ? unnumbered(headings[best.at] ?? "") : "";
      return heading === "" || heading.length > LONGEST_HEADING ? null : heading;
    };
  };
}

/** The heading whose terms are worth most, the first of equals; a term counts once, and one must be telling. */
function bestHeading(
  heads: Int32Array,
  value: Float64Array,
  isTelling: (term: number) => boolean,
): { readonly at: number; readonly share: number } {
  let best = { at: -1, share: 0 };
  let at = 0;
  let seen = new Set<number>();
  for (const term of heads) {
    if (term !== HEAD_END) {
      if (value[term]! > 0) seen.add(term);
      continue;
    }
    const share = [...seen].reduce((sum, id) => sum + value[id]!, 0);
    if (share > best.share && [...seen].some(isTelling)) best = { at, share };
    if (seen.size > 0) seen = new Set();
    at++;
  }
  return best;
}

/** "3. Jaw pain:" → "Jaw pain". */
function unnumbered(heading: string): string {
  return heading
    .replace(/^[^\p{L}\p{N}]*(?:\p{N}{1,3}[.):\s]\s*)?/u, "")
    .replace(/[\s:.]+$/u, "")
    .trim();
}

/** The shared telling words of most weight, strongest first; ties by code unit. */
function strongestShared(
  { vectors, forms }: Analysis,
  own: Uint16Array,
  telling: Telling,
  isTitled: Telling,
  other: number,
): number[] {
  const { start, term, weight, presence } = vectors;
  const found: { readonly id: number; readonly product: number }[] = [];
  let sum = 0;
  for (let entry = start[other]!, end = start[other + 1]!; entry < end; entry++) {
    const id = term[entry]!;
    const ours = own[id]!;
    if (ours === 0) continue;
    const product = ours * weight[entry]!;
    sum += product;
    if (product > 0 && presence[entry]! >= LEAST_PRESENCE && telling(id) && isTitled(id))
      found.push({ id, product });
  }
  found.sort((a, b) => b.product - a.product || (forms[a.id]! < forms[b.id]! ? -1 : 1));
  return found
    .slice(0, WORDS_NAMED)
    .filter(({ product }) => product >= LEAST_SHARE * sum)
    .map(({ id }) => id);
}

type Telling = (term: number) => boolean;

/** Whether a term is a word that names a subject of this site: in few articles, and what some are titled by. */
function tellingTerms(
  { group, vectors, kind, frequencies, forms, heads }: Analysis,
  isName: NameTest | null,
): Telling {
  const most = mostTelling(group.documents.length);
  const named = namedCounts(heads, vectors, vectors.termCount);
  const times = occurrences(vectors);
  const known = new Map<number, boolean>();
  const isTelling: Telling = (id) =>
    kind[id] === WORD &&
    frequencies[id]! > 1 &&
    frequencies[id]! <= most &&
    named[id]! >= NAMED_SHARE * frequencies[id]! &&
    times[id]! >= LEAST_BURST * frequencies[id]! &&
    isWord(forms[id]!) &&
    (isName === null || isName(forms[id]!, group.lang));
  return function tells(id) {
    const before = known.get(id);
    if (before !== undefined) return before;
    const tells = isTelling(id);
    known.set(id, tells);
    return tells;
  };
}

/** How often each term stands in all articles, by term id; read back from its presence, tf / (tf + 1). */
function occurrences({ documentCount, termCount, start, term, presence }: Vectors): Float64Array {
  const times = new Float64Array(termCount);
  for (let entry = 0, end = start[documentCount]!; entry < end; entry++) {
    const share = presence[entry]!;
    times[term[entry]!]! += Math.round(share / Math.max(1, UNIT - share));
  }
  return times;
}

function isWord(form: string): boolean {
  return (form.length >= SHORTEST_NAMED || form > "\u02ff") && !/^\p{N}+$/u.test(form);
}
