import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Problem } from "../problem.ts";
import type { RelatedMemory } from "./memory.ts";
import { decodeMemory, encodePieces } from "./memory-format.ts";

/** What was found in the cache's file. */
export interface CacheRead {
  /** Null: there is none, or none that can be used. */
  readonly memory: RelatedMemory | null;
  /** Set when a file was there and could not be used, to be said once; the next write mends it. */
  readonly problem: Problem | null;
}

/** Reads the memory of an earlier build. Never throws: without a cache a build is slower, not different. */
export function readCache(file: string): CacheRead {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return { memory: null, problem: isMissing ? null : unusable(file, (error as Error).message) };
  }
  const memory = decodeMemory(bytes);
  return { memory, problem: memory ? null : unusable(file, "it is damaged or of another version") };
}

/**
 * Writes the memory beside its place and moves it there whole, so that a killed
 * build leaves the old one. A problem when that fails; never throws.
 */
export function writeCache(file: string, memory: RelatedMemory): Problem | null {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writePieces(draft, encodePieces(memory));
    renameSync(draft, file);
    return null;
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    return fault(file, `could not be written: ${(error as Error).message}. The next build ranks anew.`);
  }
}

function writePieces(file: string, pieces: readonly Uint8Array[]): void {
  const handle = openSync(file, "w");
  try {
    for (const piece of pieces) for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
  } finally {
    closeSync(handle);
  }
}

function unusable(file: string, why: string): Problem {
  return fault(file, `could not be used: ${why}. It is built anew.`);
}

function fault(file: string, message: string): Problem {
  return { file, line: 0, field: "related cache", message, severity: "note" };
}
