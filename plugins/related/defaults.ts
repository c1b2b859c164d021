import { checkNames } from "./check.ts";
import type { BoxChooser, NameTest, RelatedOptions, RelatedWeights } from "./types.ts";

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
  readonly boxes: BoxChooser | null;
  readonly isName: NameTest | null;
}

const DAY_MS = 86_400_000;

/** Every option, so that the compiler says when one is forgotten. */
const NAMES: Readonly<Record<keyof RelatedOptions, true>> = {
  count: true,
  minimum: true,
  fill: true,
  rescue: true,
  maxInbound: true,
  lang: true,
  maxAgeDays: true,
  now: true,
  weights: true,
  boxes: true,
  isName: true,
  threads: true,
};

export const OPTION_NAMES: readonly string[] = Object.keys(NAMES);

/** @throws {RangeError} naming the option, what it takes and what it was given; also for one that there is not */
export function resolveOptions(options: RelatedOptions): ResolvedOptions {
  checkNames("", options, OPTION_NAMES);
  const { count = 5, minimum = 0, fill = false, rescue = true, maxInbound = 50, lang = "en" } = options;
  require("count", isCount(count), "a whole number, 0 or more", count);
  require("minimum", isShare(minimum), "0..1", minimum);
  require("fill", typeof fill === "boolean", "true or false", fill);
  require("rescue", typeof rescue === "boolean", "true or false", rescue);
  require("maxInbound", maxInbound === null ||
    (isCount(maxInbound) && maxInbound >= 1), "1 or more, or null", maxInbound);
  require("lang", typeof lang === "string", "a language tag such as en", lang);
  const { threads = null, boxes = null, isName = null } = options;
  require("threads", threads === null || isCount(threads), "a whole number", threads);
  return {
    count,
    minimum,
    fill,
    rescue,
    maxInbound,
    lang,
    oldestDay: oldestDay(options),
    weights: resolveWeights(options.weights ?? {}),
    threads,
    boxes,
    isName,
  };
}

function resolveWeights(given: RelatedWeights): Required<RelatedWeights> {
  checkNames("weights", given, Object.keys(DEFAULT_WEIGHTS));
  const weights = { ...DEFAULT_WEIGHTS, ...given };
  for (const [name, weight] of Object.entries(weights))
    require(`weights.${name}`, isShare(weight), "0..1", weight);
  return weights;
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isShare = (value: unknown): boolean => typeof value === "number" && value >= 0 && value <= 1;

/** Days since 1970 of an ISO date; NaN when it is none. */
export function dayOf(date: string | null | undefined): number {
  return date ? Date.parse(date) / DAY_MS : Number.NaN;
}

function oldestDay({ maxAgeDays, now }: RelatedOptions): number {
  if (maxAgeDays === undefined || maxAgeDays === null) return Number.NEGATIVE_INFINITY;
  require("maxAgeDays", typeof maxAgeDays === "number" && maxAgeDays >= 0, "0 or more", maxAgeDays);
  const today = dayOf(now);
  require("now", !Number.isNaN(today), "an ISO date, because maxAgeDays is set", now);
  return today - maxAgeDays;
}

function require(name: string, isGood: boolean, expected: string, received: unknown): void {
  if (!isGood)
    throw new RangeError(`related: ${name}: expected ${expected}, received ${JSON.stringify(received)}.`);
}
