import { once } from "../once.ts";
import { CLAUSE_END, HEAD_END, type Heads } from "./heads.ts";
import { mostRepeated } from "./telling.ts";

/** One heading of an article: its terms by clause. */
export type Heading = readonly (readonly number[])[];

/** The headings of an article, in order. */
export function headingsIn(heads: Heads): Heading[] {
  const found: Heading[] = [];
  let clauses: number[][] = [];
  let terms: number[] = [];
  for (const term of heads) {
    if (term >= 0) terms.push(term);
    else if (term === CLAUSE_END) {
      clauses.push(terms);
      terms = [];
    } else if (term === HEAD_END) {
      found.push(clauses);
      clauses = [];
    }
  }
  return found;
}

/** Equal for headings of the same terms. */
function keyOf(heading: Heading): string {
  return [...new Set(heading.flat())].sort((a, b) => a - b).join(" ");
}

/** The same of the first of several clauses; null where there is but one. */
const leadOf = (heading: Heading): string | null => (heading.length > 1 ? keyOf([heading[0]!]) : null);

/** What comes back in the headings of a group of articles. */
export interface HeadingCounts {
  /** Articles with a heading of the same terms. */
  readonly same: (heading: Heading) => number;
  /** Articles with a heading that has the term. */
  readonly withTerm: (term: number) => number;
  /** Whether its first clause comes back, near the end in most articles that have it: "Conclusion: …". */
  readonly isClosing: (heading: Heading) => boolean;
}

/** Share of an article's headings after which one closes it; the last two always do. */
const CLOSING_FROM = 0.75;

/** Counts headings of the same terms, and first clauses of the same terms; when first asked. */
export function headingCounts(heads: readonly Heads[]): HeadingCounts {
  const counted = once(() => {
    const [keys, leads, closings] = [
      new Map<string, number>(),
      new Map<string, number>(),
      new Map<string, number>(),
    ];
    for (const one of heads) {
      const headings = headingsIn(one);
      const firstOf = new Map<string, number>();
      headings.forEach((heading, at) => {
        const lead = leadOf(heading);
        if (lead !== null && !firstOf.has(lead)) firstOf.set(lead, at);
      });
      for (const key of new Set(headings.map(keyOf))) increment(keys, key);
      for (const [lead, at] of firstOf) {
        increment(leads, lead);
        if (at >= Math.min(CLOSING_FROM * headings.length, headings.length - 2)) increment(closings, lead);
      }
    }
    return { keys, leads, closings };
  });
  const terms = once(() => termCounts(heads));
  return {
    same: (heading) => counted().keys.get(keyOf(heading)) ?? 0,
    withTerm: (term) => terms().get(term) ?? 0,
    isClosing: (heading) => {
      const { leads, closings } = counted();
      const lead = leadOf(heading) ?? "";
      const count = leads.get(lead) ?? 0;
      return count > mostRepeated(heads.length) && 2 * (closings.get(lead) ?? 0) > count;
    },
  };
}

function termCounts(heads: readonly Heads[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const one of heads)
    for (const term of new Set(one)) if (term >= 0) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
