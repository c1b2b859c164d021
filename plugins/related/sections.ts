import type { Analysis } from "./analysis.ts";
import { WORD } from "./evidence.ts";
import { HEAD_END } from "./heads.ts";
import { isWord } from "./subject-words.ts";
import { mostTelling } from "./telling.ts";

/**
 * Share of a title's weight that a heading must hold to be a part on the same,
 * and of the heading's own: "Neck size" is no part on waist size.
 */
const HEADING_SHARE = 0.5;
/** Longest heading that is quoted, in characters. */
const LONGEST_HEADING = 60;

/** Finds the heading of another article that says most of what this article's title names. */
export function headingReader({ group, vectors, kind, frequencies, forms, heads }: Analysis) {
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
    // A word of one article alone is no other subject.
    const worthAmongAll = (id: number): number =>
      frequencies[id]! > 1 && isWord(forms[id]!) ? worthOf(id) : 0;
    const total = ours.reduce((sum, id) => sum + worthOf(id), 0);
    return function headingOf(other) {
      const headings = group.documents[other]!.headings ?? [];
      if (headings.length === 0 || total === 0) return null;
      const theirs = new Set(inTitle(other));
      // What its title says already needs no heading.
      for (const id of ours) if (!theirs.has(id)) value[id] = worthOf(id);
      const best = bestHeading(heads[other]!, value, (id) => frequencies[id]! <= most, worthAmongAll);
      for (const id of ours) value[id] = 0;
      const heading = best.share >= HEADING_SHARE * total ? unnumbered(headings[best.at] ?? "") : "";
      return heading === "" || heading.length > LONGEST_HEADING ? null : heading;
    };
  };
}

/** The heading whose terms are worth most, the first of equals; a term counts once, one must be telling, and the rest be worth no more. */
function bestHeading(
  heads: Int32Array,
  value: Float64Array,
  isTelling: (term: number) => boolean,
  worthOf: (term: number) => number,
): { readonly at: number; readonly share: number } {
  let best = { at: -1, share: 0 };
  let at = 0;
  let seen = new Set<number>();
  let all = new Set<number>();
  for (const term of heads) {
    if (term !== HEAD_END) {
      all.add(term);
      if (value[term]! > 0) seen.add(term);
      continue;
    }
    const share = worth(seen, (id) => value[id]!);
    if (share > best.share && [...seen].some(isTelling) && share >= HEADING_SHARE * worth(all, worthOf))
      best = { at, share };
    if (seen.size > 0) seen = new Set();
    all = new Set();
    at++;
  }
  return best;
}

function worth(terms: ReadonlySet<number>, of: (term: number) => number): number {
  return [...terms].reduce((sum, id) => sum + of(id), 0);
}

/** "3. Jaw pain:" → "Jaw pain". */
function unnumbered(heading: string): string {
  return heading
    .replace(
      /^[^\p{L}\p{N}]*(?:\p{N}{1,3}(?:\.\p{N}{1,3})*\ufe0f?\u20e3?[.):\s]\s*|\p{N}\ufe0f?\u20e3)?/u,
      "",
    )
    .replace(/[\s:.]+$/u, "")
    .trim();
}
