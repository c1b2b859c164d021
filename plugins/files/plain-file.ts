import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from "node:fs";
import { sep } from "node:path";
import type { Problem } from "../problem.ts";
import { decodeText } from "./decode.ts";

/** Largest file of content or data that is read, in bytes: ten times the longest article and people file we know of. */
export const FILE_LIMIT = 10 * 1024 * 1024;

export interface PlainFileOptions {
  /** Folder that the file must lie in once all links are followed. */
  readonly inside: string;
  readonly limitBytes?: number;
}

/** The bytes of a file, or why it is not read. */
export type PlainFile = { readonly bytes: Uint8Array } | { readonly fault: string };

/**
 * Reads a file that content or data comes from: a plain file inside a folder,
 * links followed, and not larger than the limit. A device, a pipe or a folder is
 * none, and is never waited for. Null when there is nothing at the path.
 */
export function readPlainFile(
  path: string,
  { inside, limitBytes = FILE_LIMIT }: PlainFileOptions,
): PlainFile | null {
  const real = realPath(path);
  if (real === null) return null;
  if (real === "loop") return { fault: "a link that leads in a circle" };
  if (!isInside(real, inside)) return { fault: "a link that leads out of the project" };
  return readOpened(real, limitBytes);
}

function realPath(path: string): string | "loop" | null {
  try {
    return realpathSync.native(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ELOOP") return "loop";
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw error;
  }
}

function isInside(real: string, folder: string): boolean {
  const root = realpathSync.native(folder);
  return real.startsWith(root.endsWith(sep) ? root : root + sep);
}

function readOpened(path: string, limitBytes: number): PlainFile {
  // Not waiting for who writes into a pipe; what was opened is what is asked, not what the path leads to later.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) return { fault: "a folder" };
    if (!stats.isFile()) return { fault: "a device or a pipe" };
    if (stats.size > limitBytes)
      return { fault: `${megabytes(stats.size)}, and at most ${megabytes(limitBytes)} are read` };
    return { bytes: readFileSync(file) };
  } finally {
    closeSync(file);
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}

/** The text of a file, or its problem; null when there is nothing at the path. */
export type TextFile = { readonly text: string } | { readonly problem: Problem };

/**
 * Reads a file of content or data as strict UTF-8.
 *
 * @param file the path as the writer knows it, for the problem
 */
export function readTextFile(path: string, file: string, options: PlainFileOptions): TextFile | null {
  const read = readPlainFile(path, options);
  if (read === null) return null;
  if ("fault" in read) return { problem: fileProblem(file, read.fault) };
  const decoded = decodeText(read.bytes);
  if (!("expected" in decoded)) return { text: decoded.text };
  const { expected, received, line } = decoded;
  const message = `${expected}, received ${received}. Save the file as UTF-8.`;
  return { problem: { file, line, field: "encoding", message, severity: "error" } };
}

/** The problem of a file that is not read. */
export function fileProblem(file: string, fault: string): Problem {
  const message = `expected a plain file of the project, received ${fault}. Put a file of its own there.`;
  return { file, line: 0, field: "file", message, severity: "error" };
}
