import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hashBytes } from "../manifest/make.ts";
import type { SiteFile } from "../manifest/manifest.ts";
import type { Store } from "../stores/store.ts";

/** Where the files of a release come from: the built folder, or copies at the target. */
export type Source = (file: SiteFile) => Promise<void>;

/** Sends files of a folder, each as it was when the plan was made. */
export function fromFolder(folder: string, store: Store): Source {
  return async (file) => {
    const bytes = readFileSync(join(folder, file.path));
    if (hashBytes(bytes) !== file.hash)
      throw new RangeError(
        `publish: ${file.path}: expected the bytes that were planned, received others: the file was changed while the site went out. Build, and publish again.`,
      );
    await store.put(file, bytes);
  };
}
