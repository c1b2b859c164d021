import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hashBytes } from "../manifest/make.ts";
import type { SiteFile } from "../manifest/manifest.ts";
import type { Store } from "../stores/store.ts";

/** Where the files of a release come from, the built folder or copies at the target; gives what the store says of their versions. */
export type Source = (file: SiteFile) => Promise<string | null>;

/** Sends files of a folder, each as it was when the plan was made. */
export function fromFolder(folder: string, store: Store): Source {
  return async (file) => {
    const path = join(folder, file.path);
    const bytes = existsSync(path) ? readFileSync(path) : null;
    if (bytes === null || hashBytes(bytes) !== file.hash)
      throw new RangeError(
        `publish: ${file.path}: expected the bytes that were planned, received ${bytes === null ? "none" : "others"}: the file was changed while the site went out. Build, and publish again.`,
      );
    return store.put(file, bytes);
  };
}
