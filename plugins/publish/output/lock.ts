import {
  linkSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { quote } from "../../problem.ts";
import { type Holder, stateOf, thisProcess } from "./holder.ts";

/** The right to build into a folder, held by one process at a time. */
export interface OutputLock {
  /** @throws {Error} when somebody took the lock away meanwhile */
  requireHeld(): void;
  release(): void;
}

export interface LockOptions {
  /** Called once, when another process holds the lock. */
  readonly onWait?: (holder: string) => void;
  /** How long to wait for another process, in milliseconds; 0: not at all. Default ten minutes. */
  readonly patienceMs?: number;
}

const TEN_MINUTES = 600_000;
const POLL_MS = 50;
const PREFIX = "vervain:";

/**
 * Takes the lock of an output folder, at `${folder}.lock`, and waits while
 * another process holds it. A lock whose process is dead (`kill -9`, a restart)
 * is taken over.
 *
 * It is a link that leads nowhere, its target the holder: made, and told from
 * another's, in one step (Emacs locks files so). A file would be empty for a
 * moment, and then not to be told from one of the owner's.
 *
 * @throws {Error} when another process holds it too long, or on another machine
 */
export async function lockOutput(
  folder: string,
  { onWait, patienceMs = TEN_MINUTES }: LockOptions = {},
): Promise<OutputLock> {
  const path = `${folder}.lock`;
  const mine = PREFIX + JSON.stringify(thisProcess());
  mkdirSync(dirname(path), { recursive: true });
  const until = performance.now() + patienceMs;
  let isToldOf = false;
  while (!create(path, mine)) {
    const theirs = read(path);
    if (theirs === null) continue;
    const holder = parseHolder(theirs, path);
    const state = stateOf(holder);
    if (state === "dead") takeAway(path, theirs);
    else if (state === "unknown" || performance.now() >= until) throw heldFault(path, folder, holder, state);
    else {
      if (!isToldOf) onWait?.(`process ${holder.pid}`);
      isToldOf = true;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
  return {
    requireHeld: () => {
      if (read(path) === mine) return;
      throw new Error(
        `output: expected to hold ${quote(path)} until the end, received another's lock. Something removed it and another build began: build again when that has ended.`,
      );
    },
    release: () => {
      if (read(path) === mine) rmSync(path, { force: true });
    },
  };
}

/** False when there is one already. */
function create(path: string, text: string): boolean {
  try {
    symlinkSync(text, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    // Windows allows links to administrators only, some file systems to nobody.
    if (code !== "EPERM" && code !== "ENOSYS" && code !== "ENOTSUP") throw error;
    return createFile(path, text);
  }
}

function createFile(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, text);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What stands in a lock; null when it is gone. */
function read(path: string): string | null {
  const found = look(() => readlinkSync(path));
  return found === NO_LINK ? look(() => readFileSync(path, "utf8")) : found;
}

const NO_LINK = "";

function look(act: () => string): string | null {
  try {
    return act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    // No link; a folder.
    if (code === "EINVAL" || code === "UNKNOWN" || code === "EISDIR") return NO_LINK;
    throw error;
  }
}

/** @throws {RangeError} for what is no lock of Vervain's */
function parseHolder(text: string, path: string): Holder {
  try {
    if (text.startsWith(PREFIX)) return JSON.parse(text.slice(PREFIX.length)) as Holder;
  } catch {
    // Said below.
  }
  throw new RangeError(
    `output: expected nothing or Vervain's lock at ${quote(path)}, received something else. Move it away.`,
  );
}

/** Moved first and looked at then: of two builds that find a dead one's lock, the slower must not take the quicker's. */
function takeAway(path: string, dead: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const taken = read(aside);
  if (taken !== dead && taken !== null) create(path, taken);
  rmSync(aside, { force: true });
}

function heldFault(path: string, folder: string, { pid, where }: Holder, state: "alive" | "unknown"): Error {
  const holder = state === "alive" ? `process ${pid}` : `process ${pid} on ${where.split(" ")[0]}`;
  return new Error(
    `output: expected to be the only build into ${quote(folder)}, received ${holder}, which is at it. Wait for it, or end it; if it is not running any more, delete ${quote(path)}.`,
  );
}
