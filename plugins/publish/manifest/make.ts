import { createHash } from "node:crypto";
import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../../problem.ts";
import { type HeaderRule, headersFor } from "../headers.ts";
import { entriesBelow } from "../output/walk.ts";
import { isCompressedForm } from "./compressed-form.ts";
import { fileType } from "./file-type.ts";
import { addressOf, type Manifest, type SiteFile } from "./manifest.ts";
import { isPublished } from "./published.ts";

export interface ManifestOptions {
  /** Compressed forms beside files go out too: for servers that choose between them. Default true. */
  readonly hasCompressed?: boolean;
}

/**
 * The manifest of a built folder: every file that goes out, with its hash and
 * the headers that the table gives it. Modification times count for nothing,
 * so a fresh build of the same site has the same manifest.
 *
 * @throws {RangeError} for a link, pipe or device among the files
 */
export function makeManifest(
  folder: string,
  rules: readonly HeaderRule[],
  { hasCompressed = true }: ManifestOptions = {},
): Manifest {
  const files: SiteFile[] = [];
  const isThere = (path: string): boolean => existsSync(join(folder, path));
  for (const { path } of entriesBelow(folder)) {
    if (!isPublished(path) || (!hasCompressed && isCompressedForm(path, isThere))) continue;
    const bytes = readPlain(join(folder, path));
    if (bytes === null)
      throw new RangeError(
        `publish: ${path}: expected a plain file, received a link or a device. Copy the file itself into the site.`,
      );
    files.push({
      path,
      hash: hashBytes(bytes),
      sizeBytes: bytes.length,
      headers: { "Content-Type": fileType(path), ...headersFor(rules, headerPath(path)) },
    });
  }
  return { files: files.sort((a, b) => compareText(a.path, b.path)) };
}

/** Follows no link and waits for no pipe that is put there after it was looked at; Windows knows neither. */
const PLAINLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The bytes of a file; null where it is a link, a pipe or a device. */
function readPlain(path: string): Uint8Array | null {
  if (!lstatSync(path).isFile()) return null;
  let file: number;
  try {
    file = openSync(path, PLAINLY);
  } catch (error) {
    if (["ELOOP", "EMLINK", "ENXIO"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
  try {
    return fstatSync(file).isFile() ? readFileSync(file) : null;
  } finally {
    closeSync(file);
  }
}

/** SHA-256, hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Rules name paths as they are written, not as they are encoded. */
function headerPath(path: string): string {
  return decodeURIComponent(addressOf(path));
}
