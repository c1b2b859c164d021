import type { Article } from "../../article/types.ts";
import { isBeside, type TextReader, type TextWord } from "./text-words.ts";

/** What one article is about, and what its text says, as terms. */
export interface Subject {
  readonly id: string;
  /** Terms of the title with their share of what it is about; the shares sum to 1. */
  readonly shares: ReadonlyMap<string, number>;
  /** Terms of the title, each with the word as the title first writes it. */
  readonly titled: ReadonlyMap<string, string>;
  /** How often each term stands in title, headings and text. */
  readonly counts: ReadonlyMap<string, number>;
  /** How often two terms stand side by side, "back pain", words that join others between them or none. */
  readonly pairs: ReadonlyMap<string, number>;
  /** For each term the one that follows it most often, and how often; nothing stands between. */
  readonly follower: ReadonlyMap<string, Companion>;
  /** The same for the one before. */
  readonly leader: ReadonlyMap<string, Companion>;
}

/** A term that stands beside another. */
export interface Companion {
  readonly term: string;
  readonly count: number;
}

/** What is known of the terms of all articles of a language. */
export interface SubjectIndex {
  readonly subjects: readonly Subject[];
  readonly frequencyOf: (term: string) => number;
  /** ln(1 + N / df) by term; 0 for one that stands nowhere. */
  readonly rarityOf: (term: string) => number;
  /** Articles by a term that holds enough of their subject to be linked by. */
  readonly byTerm: ReadonlyMap<string, readonly number[]>;
}

/**
 * Occurrences at which a word of the title counts half as its subject, in those of an average article that
 * has the word, and at least: what an article is about it says more often than others do.
 */
const HALF_OCCURRENCES = 1.5;
const LEAST_HALF = 2;
/** Share of the subject from which a term leads to its article. */
const LEAST_SHARE = 0.15;

/** Reads what the articles of one language are about. */
export function indexSubjects(articles: readonly Article[], read: TextReader): SubjectIndex {
  const readings = articles.map((article) => readTerms(article, read));
  const frequencies = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const { counts } of readings)
    for (const [term, count] of counts) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
      totals.set(term, (totals.get(term) ?? 0) + count);
    }
  const usualOf = (term: string): number => (totals.get(term) ?? 0) / (frequencies.get(term) ?? 1);
  const frequencyOf = (term: string): number => frequencies.get(term) ?? 0;
  const rarityOf = (term: string): number => {
    const frequency = frequencyOf(term);
    return frequency === 0 ? 0 : Math.log(1 + articles.length / frequency);
  };
  const subjects = readings.map((reading) => ({ ...reading, shares: sharesOf(reading, rarityOf, usualOf) }));
  const byTerm = new Map<string, number[]>();
  for (const [index, { shares }] of subjects.entries())
    for (const [term, share] of shares)
      if (share >= LEAST_SHARE) byTerm.set(term, [...(byTerm.get(term) ?? []), index]);
  return { subjects, frequencyOf, rarityOf, byTerm };
}

type Reading = Omit<Subject, "shares">;

function readTerms({ id, title, sections, blocks }: Article, read: TextReader): Reading {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  const beside = new Map<string, number>();
  const note = (text: string): void => {
    let before: (TextWord & { readonly term: string }) | null = null;
    for (const { start, end, term } of read(text)) {
      if (term === null) continue;
      add(counts, term);
      if (before !== null) {
        const pair = `${before.term} ${term}`;
        add(pairs, pair);
        if (isBeside(text, before.end, start)) add(beside, pair);
      }
      before = { start, end, term };
    }
  };
  const titled = new Map<string, string>();
  for (const { start, end, term } of read(title))
    if (term !== null && !titled.has(term)) titled.set(term, title.slice(start, end));
  note(title);
  for (const { heading } of sections) note(heading);
  for (const { kind, text } of blocks) if (kind !== "code") note(text);
  return { id, titled, counts, pairs, ...companionsIn(beside) };
}

function companionsIn(beside: ReadonlyMap<string, number>): Pick<Subject, "follower" | "leader"> {
  const follower = new Map<string, Companion>();
  const leader = new Map<string, Companion>();
  const keep = (of: Map<string, Companion>, term: string, companion: Companion): void => {
    const known = of.get(term);
    if (known === undefined || companion.count > known.count) of.set(term, companion);
  };
  for (const [pair, count] of beside) {
    const [first = "", second = ""] = pair.split(" ");
    keep(follower, first, { term: second, count });
    keep(leader, second, { term: first, count });
  }
  return { follower, leader };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How much of its subject each word of a title is: rare words, and those that the text comes back to. */
function sharesOf(
  { titled, counts }: Reading,
  rarityOf: (term: string) => number,
  usualOf: (term: string) => number,
): Map<string, number> {
  const weights = [...titled.keys()]
    .filter((term) => !/^\p{N}+$/u.test(term))
    .map((term) => {
      // The title itself is one of its occurrences.
      const told = (counts.get(term) ?? 1) - 1;
      return [
        term,
        (rarityOf(term) * told) / (told + Math.max(LEAST_HALF, HALF_OCCURRENCES * usualOf(term))),
      ] as const;
    });
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(total === 0 ? [] : weights.map(([term, weight]) => [term, weight / total]));
}
