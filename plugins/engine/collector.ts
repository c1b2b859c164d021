import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Heap growth after which V8 begins to collect, percent of what lives; its own choice is about 100. */
const GROWTH_PERCENT = 20;

/** Growth of what is used at which it is not waited for: V8 collects beside the work, and pages are made faster than it ends. */
const MOST_GROWTH_PERCENT = 20;

/** The first V8 (Node 24's) that keeps the pages it freed, unless it is told to save memory. */
const V8_WITH_POOL = 13;

/** Collects memory now, or once there is enough of it to be worth it. */
export interface Collector {
  now(): void;
  /** To be called often: it takes 2 µs while there is nothing to do. */
  whenGrown(): void;
}

/** Does nothing: a small site's garbage is not worth a collection. */
export const NO_COLLECTOR: Collector = { now: () => undefined, whenGrown: () => undefined };

/**
 * Makes V8 frugal for the rest of the process. Not compacting: moving a heap of
 * 500 MiB takes another 500 MiB while it lasts.
 */
export function frugalHeap(): Collector {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  if (Number.parseInt(process.versions.v8, 10) >= V8_WITH_POOL) setFlagsFromString("--memory-saver-mode");
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  let limit = Number.POSITIVE_INFINITY;
  const now = (): void => {
    collect();
    limit = getHeapStatistics().used_heap_size * (1 + MOST_GROWTH_PERCENT / 100);
  };
  return {
    now,
    whenGrown: () => {
      if (getHeapStatistics().used_heap_size > limit) now();
    },
  };
}
