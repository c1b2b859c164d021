/**
 * Scores the rows of a large site on several threads. The only file of the
 * ranking that knows the machine: it uses `node:worker_threads` and asks
 * `node:os` how many cores there are. The result is the same on any number.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { threadScript } from "../thread-script.ts";
import { BLOCKS_DONE, blockCountOf, scoreBlocks } from "./blocks.ts";
import { joinDesks } from "./desk.ts";
import type { Nearest } from "./nearest.ts";
import { shared } from "./shared-array.ts";
import type { Scorer } from "./similarity.ts";

/** Articles from which threads pay for their start: with 10,000 two take a third more processor time and as long. */
const THREADS_FROM = 16_000;
/** More threads than this wait for memory. */
const MOST_THREADS = 4;
/** Ordinary memory whose request makes the engine collect; never touched, so it takes no room itself. */
const NUDGE_BYTES = 2 ** 26;
const NUDGES = 4;
/** Articles from which there is enough to let go. */
const NUDGE_FROM = 8_000;
/** Longest time between two finished blocks before a thread is given up for dead. */
const STALL_MS = 120_000;

/** What a worker is sent; every array lies in shared memory. */
export interface WorkerTask {
  readonly scorer: Scorer;
  readonly control: Int32Array;
  /** Number of its desk. */
  readonly desk: number;
}

/** Threads that a site of this size is scored on when nothing is said. */
export function threadsFor(documentCount: number): number {
  return documentCount < THREADS_FROM ? 1 : Math.min(MOST_THREADS, availableParallelism());
}

/**
 * Lets a large site's words and counts go before it is scored. The engine counts
 * ordinary arrays only, not the shared ones that scoring takes, and would keep
 * some 130 MB of the stages before at 100,000 articles.
 */
export function nudgeCollector(documentCount: number): void {
  if (documentCount < NUDGE_FROM) return;
  for (let nudge = 0; nudge < NUDGES; nudge++) new ArrayBuffer(NUDGE_BYTES);
}

/**
 * Scores all rows, this thread working beside others, a desk each, and returns
 * when all are done. A worker that cannot start costs time only: the others
 * take its work.
 *
 * @throws {Error} when a worker died at work
 */
export function scoreOnThreads(scorer: Scorer): Nearest {
  const { size, desks } = scorer.postings;
  const control = shared(Int32Array, 2);
  const workers = desks.slice(1).map((_, other) => startWorker({ scorer, control, desk: other + 1 }));
  try {
    scoreBlocks(scorer, control, 0);
    waitForAll(control, blockCountOf(size.documentCount));
  } finally {
    for (const worker of workers) void worker.terminate();
  }
  return joinDesks(scorer.postings);
}

/** Starts a thread on `task`; it takes blocks until none is left, then ends. */
export function startWorker(workerData: WorkerTask): Worker {
  const worker = new Worker(threadScript("related/worker"), { workerData, execArgv: [] });
  worker.on("error", () => {}); // Its blocks are taken by others; one taken and not finished ends in STALL_MS.
  worker.unref();
  return worker;
}

function waitForAll(control: Int32Array, blockCount: number): void {
  for (
    let done = Atomics.load(control, BLOCKS_DONE);
    done < blockCount;
    done = Atomics.load(control, BLOCKS_DONE)
  ) {
    if (Atomics.wait(control, BLOCKS_DONE, done, STALL_MS) === "timed-out") {
      throw new Error(
        `related: a scoring thread stopped with ${done} of ${blockCount} blocks done. Set threads: 1.`,
      );
    }
  }
}
