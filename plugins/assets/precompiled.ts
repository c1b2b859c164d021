import { createHash } from "node:crypto";
import type { Bundle } from "./bundle.ts";

/** The theme's own assets as the package ships them, so that a site that changes none waits for no compiler. */
export interface Precompiled {
  /** What {@link keyOf} gives for the sources they were made of. */
  readonly key: string;
  readonly urls: Readonly<Record<string, string>>;
  /** Contents in base64 by path in the output folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** Changes with every byte of the sources and with the path the assets are served from. */
export function keyOf(
  sources: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  path: string,
): string {
  const hash = createHash("sha256").update(path);
  for (const { name, bytes } of sources) hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
  return hash.digest("base64url");
}

/** The bundle, or null when it was made of other sources. */
export function unpack(packed: Precompiled, key: string): Bundle | null {
  if (packed.key !== key) return null;
  const files = Object.entries(packed.files).map(([path, text]) => ({
    path,
    bytes: Buffer.from(text, "base64"),
  }));
  return { urls: new Map(Object.entries(packed.urls)), files, sources: [] };
}
