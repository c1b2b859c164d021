import { createHash } from "node:crypto";
import type { Headers } from "../headers.ts";

/** A file as it stands at the target now. */
export interface LiveFile {
  readonly path: string;
  /** Another one after every change of the file, made by whomever. */
  readonly version: string;
  readonly sizeBytes: number;
  /** SHA-256 of the bytes, hexadecimal; null where nobody knows it. */
  readonly hash: string | null;
  /** Headers that are kept with the file; null where nobody knows them. */
  readonly headers: Headers | null;
}

/** What stands at the target, and what waits there to be deleted. */
export interface Live {
  readonly files: readonly LiveFile[];
  /** Files that the site no longer has, with the moment since when, ISO 8601. */
  readonly waiting: ReadonlyMap<string, string>;
  /** A release that was begun and not brought to its end. */
  readonly isUnfinished: boolean;
  /** Files that such a release may have sent: nobody has looked at them yet, and the CDN may have what was there before. */
  readonly unsettled: readonly string[];
}

/** Changes with every file that is added, changed or removed at the target. */
export function liveDigest({ files, waiting, isUnfinished }: Live): string {
  const lines = files.map(({ path, version }) => `${path}\0${version}\0${waiting.get(path) ?? ""}`);
  const all = [String(isUnfinished), ...lines.sort()].join("\n");
  return createHash("sha256").update(all).digest("hex");
}
