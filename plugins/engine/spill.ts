import { Buffer } from "node:buffer";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where a text lies in its spill: bytes from the start, and how many. */
export interface Slip {
  readonly at: number;
  readonly length: number;
}

/** Texts in a temporary file instead of in memory. */
export interface Spill {
  /** @throws {Error} when there is no room for it */
  put(text: string): Slip;
  /** The text as it was put; a half of a character (a lone surrogate) comes back as U+FFFD, as from any file. */
  get(slip: Slip): string;
}

/** Bytes written at once. */
const CHUNK = 1 << 20;

/**
 * Opens a spill in the system's folder for temporary files. The file has no
 * name once it is open, so it is gone when the process is, however that ends.
 *
 * @returns null where no file can be made
 */
export function openSpill(): Spill | null {
  const file = openUnnamed();
  if (file === null) return null;
  let pending = Buffer.allocUnsafeSlow(CHUNK);
  let pendingSize = 0;
  let writtenSize = 0;
  let read = Buffer.allocUnsafeSlow(CHUNK);
  const flush = (): void => {
    writeAll(file, pending.subarray(0, pendingSize), writtenSize);
    writtenSize += pendingSize;
    pendingSize = 0;
  };
  return {
    put: (text) => {
      const length = Buffer.byteLength(text);
      if (pendingSize + length > pending.length) flush();
      if (length > pending.length) pending = Buffer.allocUnsafeSlow(length);
      pending.write(text, pendingSize);
      pendingSize += length;
      return { at: writtenSize + pendingSize - length, length };
    },
    get: ({ at, length }) => {
      if (at >= writtenSize) return pending.toString("utf8", at - writtenSize, at - writtenSize + length);
      if (length > read.length) read = Buffer.allocUnsafeSlow(length);
      readAll(file, read.subarray(0, length), at);
      return read.toString("utf8", 0, length);
    },
  };
}

function openUnnamed(): number | null {
  try {
    const folder = mkdtempSync(join(tmpdir(), "vervain-"));
    const file = openSync(join(folder, "texts"), "wx+", 0o600);
    const remove = (): void => rmSync(folder, { recursive: true, force: true });
    try {
      remove();
    } catch {
      // Windows keeps the name of a file that is open.
      process.once("exit", () => {
        closeSync(file);
        remove();
      });
    }
    return file;
  } catch {
    return null;
  }
}

function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(file, bytes, done, bytes.length - done, at + done);
    } catch (cause) {
      const megabytes = Math.ceil((at + bytes.length) / 2 ** 20);
      throw new Error(
        `build: expected room for ${megabytes} MiB of rendered text in ${tmpdir()}, received ${(cause as Error).message}. Free some, or name another folder in TMPDIR.`,
        { cause },
      );
    }
  }
}

function readAll(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) {
    const count = readSync(file, bytes, done, bytes.length - done, at + done);
    if (count === 0)
      throw new Error(`build: ${tmpdir()}: the temporary file is shorter than what was written.`);
    done += count;
  }
}
