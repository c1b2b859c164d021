import { createHash } from "node:crypto";
import type { Bundle } from "./bundle.ts";

/** The theme's own assets as the package ships them, so that a site that changes none waits for no compiler. */
export interface Precompiled {
  /** What {@link keyOf} gives for the sources they were made of. */
  readonly key: string;
  readonly urls: Readonly<Record<string, string>>;
  /** Contents of texts by path in the output folder: as they are, a package packs them to a quarter; in base64 to three quarters. */
  readonly texts: Readonly<Record<string, string>>;
  /** Contents of all others in base64, likewise. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that are one of the sources as it is, by path in the output folder: fonts. */
  readonly copies: Readonly<Record<string, string>>;
}

/** A file that assets are made of. */
export interface Source {
  /** "fonts/bitter-latin.woff2" */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Of what {@link Precompiled} is made of; another where the form is another, so that files of an older one are left alone. */
const FORM = 3;

/** Changes with every byte of the sources, with the path the assets are served from, and with the form. */
export function keyOf(sources: readonly Source[], path: string): string {
  const hash = createHash("sha256").update(`${FORM}\n${path}`);
  for (const { name, bytes } of sources) hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
  return hash.digest("base64url");
}

/** The bundle, or null when it was made of other sources. */
export function unpack(packed: Precompiled, key: string, sources: readonly Source[] = []): Bundle | null {
  if (packed.key !== key) return null;
  const decoded = (files: Readonly<Record<string, string>>, encoding: BufferEncoding) =>
    Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text, encoding) }));
  const made = [...decoded(packed.texts, "utf8"), ...decoded(packed.files, "base64")];
  const bytesOf = new Map(sources.map(({ name, bytes }) => [name, bytes]));
  const copied = Object.entries(packed.copies).map(([file, name]) => ({
    path: file,
    bytes: bytesOf.get(name) ?? new Uint8Array(),
  }));
  const files = [...made, ...copied];
  return { urls: new Map(Object.entries(packed.urls)), files, sources: [] };
}
