import { unzipSync } from "fflate";
import { decodePage } from "../encoding.ts";
import type { Tree } from "../folders/tree.ts";

/** A zip archive that is not read; the message is for people. */
export class ZipRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ZipRefusal";
  }
}

/** What an archive may come to once it is unpacked: a blog of ten thousand texts with its pictures has a tenth of it. */
export const ZIP_LIMITS = {
  entryCount: 100_000,
  /** One file, in bytes. */
  fileBytes: 200_000_000,
  /** All of them, in bytes. */
  totalBytes: 4_000_000_000,
  /** How many times its packed size a large file may have: texts come to 20, zeros to 1,000. */
  ratio: 200,
  /** Size from which the ratio counts, in bytes. */
  ratioFrom: 10_000_000,
} as const;

/**
 * The files of a zip archive. What it says of sizes is held to limits before
 * anything is unpacked, and each file is unpacked, when it is asked for, into
 * no more room than that: neither a bomb nor a false size can grow.
 *
 * @throws {ZipRefusal} for what is no archive, is damaged, or comes to too much
 */
export function openZip(bytes: Uint8Array, name: string): Tree {
  const names = new Map<string, string>();
  let total = 0;
  read(bytes, (file) => {
    total += file.originalSize;
    const isBomb =
      file.originalSize > ZIP_LIMITS.ratioFrom && file.originalSize > file.size * ZIP_LIMITS.ratio;
    if (names.size >= ZIP_LIMITS.entryCount)
      throw new ZipRefusal(`expected at most ${ZIP_LIMITS.entryCount} files, received more`);
    if (isBomb || file.originalSize > ZIP_LIMITS.fileBytes || total > ZIP_LIMITS.totalBytes)
      throw new ZipRefusal(
        `expected an export, received an archive that unpacks to more than it can hold (${file.name.slice(0, 60)})`,
      );
    const path = safePath(file.name);
    if (path !== null && !names.has(path)) names.set(path, file.name);
    return false;
  });
  const unpacked = (path: string): Uint8Array => {
    const wanted = names.get(path);
    const found = read(bytes, (file) => file.name === wanted);
    return (wanted === undefined ? undefined : found[wanted]) ?? new Uint8Array();
  };
  return {
    name,
    files: [...names.keys()].sort(),
    bytes: unpacked,
    text: (path) => {
      if (!names.has(path)) return null;
      const decoded = decodePage(unpacked(path));
      return "text" in decoded ? decoded.text : null;
    },
  };
}

function read(
  bytes: Uint8Array,
  filter: (file: { name: string; size: number; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof ZipRefusal) throw error;
    throw new ZipRefusal("expected a zip archive, received one that is damaged");
  }
}

/** A path within the archive; null for folders, and for what leads out of it or is a system's own note. */
function safePath(name: string): string | null {
  const path = name.replaceAll("\\", "/").normalize("NFC");
  const isOutside =
    path.startsWith("/") || path.split("/").includes("..") || /^[a-z]:/i.test(path) || path.includes("\0");
  return path.endsWith("/") || isOutside || /(?:^|\/)(?:__MACOSX|\.DS_Store)(?:\/|$)/.test(path)
    ? null
    : path;
}
