import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { threadScript } from "../../thread-script.ts";
import type { CardColours } from "./layout.ts";
import type { CardText } from "./text.ts";

/** A card to draw, and where its file goes. */
export interface CardTask {
  readonly path: string;
  readonly text: CardText;
}

/** What a thread is started with. */
export interface CardThread {
  readonly fonts: readonly Uint8Array[];
  readonly colours: CardColours;
}

/** Cards that keep a thread busy for four times as long as it takes to start. */
const CARDS_A_THREAD = 60;
/** Heap of a thread: with a small nursery, pictures that were written are let go at once (1,000 cards: 570 MB instead of 940). */
const SMALL = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 };
/** One core is left for the pages. */
const MOST_THREADS = 4;

/** Threads for so many cards on this machine. */
export function threadCount(cardCount: number, cores = availableParallelism()): number {
  const most = Math.max(1, Math.min(MOST_THREADS, cores - 1));
  return Math.min(most, Math.ceil(cardCount / CARDS_A_THREAD));
}

/** Cards being drawn. */
export interface CardDrawing {
  /** Resolves when all are on the disk. @throws {Error} when one could not be drawn or written */
  finished(): Promise<void>;
}

/** Begins to draw cards beside whatever this thread does; a process that has nothing else to wait for may end. */
export function startDrawing(tasks: readonly CardTask[], thread: CardThread): CardDrawing {
  const queue = [...tasks];
  const workers = Array.from({ length: threadCount(tasks.length) }, () => startThread(thread));
  const outcome = Promise.all(workers.map((worker) => serve(worker, queue))).then(
    () => null,
    (failure: Error) => failure,
  );
  for (const worker of workers) worker.unref();
  const ended = outcome.finally(() => {
    for (const worker of workers) void worker.terminate();
  });
  return {
    finished: async () => {
      for (const worker of workers) worker.ref();
      const failure = await ended;
      if (failure !== null) throw failure;
    },
  };
}

function startThread(workerData: CardThread): Worker {
  return new Worker(threadScript("images/cards/worker"), { workerData, execArgv: [], resourceLimits: SMALL });
}

/** Gives a thread one card after another until none is left. */
function serve(worker: Worker, queue: CardTask[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const task = queue.shift();
      if (task === undefined) resolve();
      else worker.postMessage(task);
    };
    worker.on("message", next);
    worker.on("error", reject);
    worker.on("exit", (code) => {
      if (code !== 0) reject(new Error(`cards: a drawing thread ended with code ${code}.`));
    });
    next();
  });
}
