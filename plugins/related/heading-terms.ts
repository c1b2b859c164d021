import { once } from "../once.ts";
import { CLAUSE_END, HEAD_END, type Heads } from "./heads.ts";

/** One heading of an article. */
export interface Heading {
  /** Terms by clause. */
  readonly clauses: readonly (readonly number[])[];
  /** Equal for headings of the same terms. */
  readonly key: string;
  /** The same of the first of several clauses; null where there is but one. */
  readonly lead: string | null;
}

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
      const lead = clauses.length > 1 ? keyOf(clauses[0]!) : null;
      found.push({ clauses, key: keyOf(clauses.flat()), lead });
      clauses = [];
    }
  }
  return found;
}

function keyOf(terms: readonly number[]): string {
  return [...new Set(terms)].sort((a, b) => a - b).join(" ");
}

/** What comes back in the headings of a group of articles. */
export interface HeadingCounts {
  /** Articles with a heading of the same terms. */
  readonly withKey: (key: string) => number;
  /** Articles with a heading of the same first clause. */
  readonly withLead: (lead: string) => number;
  /** Whether a first clause stands near the end in most articles that have it: "Conclusion: …". */
  readonly isClosing: (lead: string) => boolean;
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
      headings.forEach(({ lead }, at) => {
        if (lead !== null && !firstOf.has(lead)) firstOf.set(lead, at);
      });
      for (const key of new Set(headings.map((heading) => heading.key))) increment(keys, key);
      for (const [lead, at] of firstOf) {
        increment(leads, lead);
        if (at >= Math.min(CLOSING_FROM * headings.length, headings.length - 2)) increment(closings, lead);
      }
    }
    return { keys, leads, closings };
  });
  const withLead: HeadingCounts["withLead"] = (lead) => counted().leads.get(lead) ?? 0;
  return {
    withKey: (key) => counted().keys.get(key) ?? 0,
    withLead,
    isClosing: (lead) => 2 * (counted().closings.get(lead) ?? 0) > withLead(lead),
  };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
