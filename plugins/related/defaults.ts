import type { RelatedOptions, RelatedWeights } from "./types.ts";

/**
 * Weights chosen on a blog (its own halves, its beginnings only, without
 * titles), manual pages, book chapters and one-paragraph definitions: no value
 * here is the best of one set, each is good on all.
 */
export const DEFAULT_WEIGHTS: Required<RelatedWeights> = {
  title: 0.07,
  mention: 0.25,
  phrase: 0.3,
  tags: 0.1,
  topics: 0.1,
  time: 0.8,
};

/** {@link RelatedOptions} with every value set and checked. */
export interface ResolvedOptions {
  readonly count: number;
  readonly minimum: number;
  readonly fill: boolean;
  readonly rescue: boolean;
  readonly maxInbound: number | null;
  readonly lang: string;
  /** Days since 1970 before which articles are too old; -Infinity: none is. */
  readonly oldestDay: number;
  readonly weights: Required<RelatedWeights>;
  readonly threads: number | null;
}

const DAY_MS = 86_400_000;

/** @throws {RangeError} naming the option, what it takes and what it was given */
export function resolveOptions(options: RelatedOptions): ResolvedOptions {
  const { count = 5, minimum = 0, fill = false, rescue = true, maxInbound = 50, lang = "en" } = options;
  require("count", Number.isInteger(count) && count >= 0, "a whole number, 0 or more", count);
  require("minimum", minimum >= 0 && minimum <= 1, "0..1", minimum);
  require("maxInbound", maxInbound === null || maxInbound >= 1, "1 or more, or null", maxInbound);
  const weights = { ...DEFAULT_WEIGHTS, ...options.weights };
  for (const [name, weight] of Object.entries(weights)) {
    require(`weights.${name}`, weight >= 0 && weight <= 1, "0..1", weight);
  }
  const threads = options.threads ?? null;
  require("threads", threads === null ||
    (Number.isInteger(threads) && threads >= 0), "a whole number", threads);
  return { count, minimum, fill, rescue, maxInbound, lang, oldestDay: oldestDay(options), weights, threads };
}

/** Days since 1970 of an ISO date; NaN when it is none. */
export function dayOf(date: string | null | undefined): number {
  return date ? Date.parse(date) / DAY_MS : Number.NaN;
}

function oldestDay({ maxAgeDays, now }: RelatedOptions): number {
  if (maxAgeDays === undefined || maxAgeDays === null) return Number.NEGATIVE_INFINITY;
  require("maxAgeDays", maxAgeDays >= 0, "0 or more", maxAgeDays);
  const today = dayOf(now);
  require("now", !Number.isNaN(today), "an ISO date, because maxAgeDays is set", now);
  return today - maxAgeDays;
}

function require(name: string, isGood: boolean, expected: string, received: unknown): void {
  if (!isGood)
    throw new RangeError(`related: ${name}: expected ${expected}, received ${JSON.stringify(received)}.`);
}
