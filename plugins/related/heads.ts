import type { RelatedDocument } from "./types.ts";
import { IGNORED, type Vocabulary } from "./vocabulary.ts";

/** Between two headings in {@link Heads}. */
export const HEAD_END = -1;

/** Terms of an article's headings in order, each heading ended by {@link HEAD_END}. */
export type Heads = Int32Array;

/** Reads the headings of articles; an article without any has no terms. */
export function readHeads(documents: readonly RelatedDocument[], vocabulary: Vocabulary): Heads[] {
  return documents.map(({ headings }) => (headings?.length ? headsOf(headings, vocabulary) : NONE));
}

const NONE: Heads = new Int32Array(0);

function headsOf(headings: readonly string[], vocabulary: Vocabulary): Heads {
  const terms: number[] = [];
  for (const heading of headings) {
    vocabulary.read(heading, (word) => {
      const term = vocabulary.termOf[word]!;
      if (term !== IGNORED) terms.push(term);
    });
    terms.push(HEAD_END);
  }
  return Int32Array.from(terms);
}

/**
 * In how many articles a term stands in the title or a heading, by term id:
 * what articles are titled by is what they are about.
 */
export function namedCounts(
  heads: readonly Heads[],
  titleRows: { readonly titleStart: Uint32Array; readonly titleTerm: Uint32Array },
  termCount: number,
): Uint32Array {
  const counts = new Uint32Array(termCount);
  const last = new Int32Array(termCount).fill(-1);
  const note = (term: number, index: number): void => {
    if (term < 0 || last[term] === index) return;
    last[term] = index;
    counts[term]!++;
  };
  for (let index = 0; index < heads.length; index++) {
    for (let at = titleRows.titleStart[index]!; at < titleRows.titleStart[index + 1]!; at++)
      note(titleRows.titleTerm[at]!, index);
    for (const term of heads[index]!) note(term, index);
  }
  return counts;
}
