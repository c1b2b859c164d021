import type { RelatedDocument } from "./types.ts";
import { IGNORED, type Vocabulary } from "./vocabulary.ts";

/** Between two headings in {@link Heads}. */
export const HEAD_END = -1;
/** Between two clauses of a heading in {@link Heads}. */
export const CLAUSE_END = -2;

/** Terms of an article's headings in order; clauses are ended by {@link CLAUSE_END}, headings by {@link HEAD_END}. */
export type Heads = Int32Array;

/** Reads the headings of articles; an article without any has no terms. */
export function readHeads(documents: readonly RelatedDocument[], vocabulary: Vocabulary): Heads[] {
  return documents.map(({ headings }) => (headings?.length ? headsOf(headings, vocabulary) : NONE));
}

const NONE: Heads = new Int32Array(0);

function headsOf(headings: readonly string[], vocabulary: Vocabulary): Heads {
  const terms: number[] = [];
  for (const heading of headings) {
    for (const clause of clausesOf(heading)) {
      vocabulary.read(clause, (word) => {
        const term = vocabulary.termOf[word]!;
        if (term !== IGNORED) terms.push(term);
      });
      terms.push(CLAUSE_END);
    }
    terms.push(HEAD_END);
  }
  return Int32Array.from(terms);
}

/** Where a heading may be cut: after a colon or a question. What stands behind a dash or in brackets may take it back. */
const CLAUSE = /(?<=[:：?？])\s+|(?<=[：？])/u;

/** The clauses of a heading as written; the heading itself where it has but one. */
export function clausesOf(heading: string): string[] {
  return heading.split(CLAUSE).filter((clause) => clause.trim() !== "");
}
