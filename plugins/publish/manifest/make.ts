import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync } from "node:fs";
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
    if (!lstatSync(join(folder, path)).isFile())
      throw new RangeError(
        `publish: ${path}: expected a plain file, received a link or a device. Copy the file itself into the site.`,
      );
    const bytes = readFileSync(join(folder, path));
    files.push({
      path,
      hash: hashBytes(bytes),
      sizeBytes: bytes.length,
      headers: { "Content-Type": fileType(path), ...headersFor(rules, headerPath(path)) },
    });
  }
  return { files: files.sort((a, b) => compareText(a.path, b.path)) };
}

/** SHA-256, hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Rules name paths as they are written, not as they are encoded. */
function headerPath(path: string): string {
  return decodeURIComponent(addressOf(path));
}
