import { Worker } from "node:worker_threads";

/** Writes files in the order they come, on a thread of its own. */
export interface Writer {
  /** Files taken and, as far as is known, not yet written. */
  readonly pendingCount: number;
  /** Takes the file to be written, folders included. @throws {Error} when an earlier one could not be written */
  write(path: string, content: string | Uint8Array): void;
  /** Resolves once all files taken so far are on the disk, or rejects with what kept one from it. */
  flush(): Promise<void>;
}

/** As the thread tells it: an error that crosses threads keeps its message alone. */
interface WriteFailure {
  readonly message: string;
  readonly code?: string;
  /** The file that could not be written: of a full disk the system does not tell. */
  readonly path?: string;
}

/** What the thread says: how many files it has taken off its list, and the first that failed. */
interface Report {
  readonly takenCount: number;
  readonly failure: WriteFailure | null;
}

// Plain JavaScript in a string: on Node 20 a thread reads no TypeScript, and a loader would cost it more than its work.
const THREAD = `
const { mkdirSync, writeFileSync } = require("node:fs");
const { dirname } = require("node:path");
const { parentPort } = require("node:worker_threads");
let takenCount = 0;
let failure = null;
parentPort.on("message", (files) => {
  for (const [path, content] of files) {
    takenCount++;
    if (failure !== null) continue;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    } catch (error) {
      failure = { message: error.message, code: error.code, path: error.path ?? path };
    }
  }
  parentPort.postMessage({ takenCount, failure });
});
`;

function toError({ message, ...told }: WriteFailure): Error {
  return Object.assign(new Error(message), told);
}

/** Files sent at once: a message costs more than its content. */
const BATCH = 8;

/**
 * A thread that makes folders and writes files while the pages after them are
 * rendered. Making a folder takes ext4 0.05–0.2 ms, and a page is mostly that.
 */
export function createWriter(): Writer {
  const worker = new Worker(THREAD, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  let batch: [string, string | Uint8Array][] = [];
  let givenCount = 0;
  let report: Report = { takenCount: 0, failure: null };
  let waiting: { readonly forCount: number; readonly resume: () => void }[] = [];
  const isDone = (count: number): boolean => report.takenCount >= count || report.failure !== null;
  const wake = (next: Report): void => {
    report = next;
    const woken = waiting.filter(({ forCount }) => isDone(forCount));
    waiting = waiting.filter(({ forCount }) => !isDone(forCount));
    if (waiting.length === 0) worker.unref();
    for (const { resume } of woken) resume();
  };
  worker.on("message", wake);
  worker.on("error", (failure) => wake({ takenCount: report.takenCount, failure }));
  // After the listeners, which would hold the process again: a build that fails has nothing to wait for.
  worker.unref();
  const send = (): void => {
    if (batch.length > 0) worker.postMessage(batch);
    batch = [];
  };
  return {
    get pendingCount() {
      return givenCount - report.takenCount;
    },
    write: (path, content) => {
      if (report.failure !== null) throw toError(report.failure);
      batch.push([path, content]);
      givenCount++;
      if (batch.length >= BATCH) send();
    },
    flush: async () => {
      send();
      const forCount = givenCount;
      if (!isDone(forCount)) {
        worker.ref();
        await new Promise<void>((resume) => waiting.push({ forCount, resume }));
      }
      if (report.failure !== null) throw toError(report.failure);
    },
  };
}
