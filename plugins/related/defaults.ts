import { parseOptions } from "../options.ts";
import { RANKING_OPTIONS } from "./options.ts";
import type { BoxChooser, NameTest, RelatedOptions, RelatedWeights } from "./types.ts";

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

/** @throws {RangeError} naming every option that is wrong, what it takes and what it was given; also for one that there is not */
export function resolveOptions(options: RelatedOptions): ResolvedOptions {
  const { maxAgeDays, now, threads = null, ...taken } = parseOptions("related", RANKING_OPTIONS, options);
  return { ...taken, threads, oldestDay: oldestDay(maxAgeDays, now) };
}

/** Days since 1970 of an ISO date; NaN when it is none. */
export function dayOf(date: string | null | undefined): number {
  return date ? Date.parse(date) / DAY_MS : Number.NaN;
}

function oldestDay(maxAgeDays: number | null, now: string | null | undefined): number {
  if (maxAgeDays === null) return Number.NEGATIVE_INFINITY;
  const today = dayOf(now);
  if (Number.isNaN(today))
    throw new RangeError(
      `related: now: expected an ISO date, because maxAgeDays is set, received ${JSON.stringify(now)}.`,
    );
  return today - maxAgeDays;
}
