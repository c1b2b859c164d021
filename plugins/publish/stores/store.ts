import type { Headers } from "../headers.ts";
import type { SiteFile } from "../manifest/manifest.ts";

/** A file as a store lists it. */
export interface ListedFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** Another one after every change of the file, made by whomever. */
  readonly version: string;
}

/** What a store tells of one file when it is asked. */
export interface InspectedFile {
  /** SHA-256, hexadecimal; null for a file that somebody else put there. */
  readonly hash: string | null;
  readonly headers: Headers;
}

/** The right to publish to a target, held by one publisher at a time. */
export interface StoreLock {
  /** @throws {Error} when another publisher has taken it meanwhile */
  requireHeld(): Promise<void>;
  release(): Promise<void>;
}

/** What is at a target now: the site's files and the copies that were kept of earlier ones. */
export interface Listing {
  readonly files: readonly ListedFile[];
  /** Copies for a way back: `release/key`. */
  readonly kept: ReadonlySet<string>;
}

/**
 * A target of publishing. Every call may be made again after a failure; none is
 * seen by readers half done. Errors are worded for the owner and hold no secret.
 */
export interface Store {
  /** The target in words: "s3://bucket/blog". */
  readonly name: string;
  /** Whether a server behind it chooses between a file and its compressed form. */
  readonly hasCompressed: boolean;
  /** Those of a file's headers that are kept with it here. */
  stored(headers: Headers): Headers;
  /** @throws {Error} at once when another publisher holds it */
  lock(): Promise<StoreLock>;
  list(): Promise<Listing>;
  /** null: it is there no more. */
  inspect(path: string): Promise<InspectedFile | null>;
  /** What Vervain noted of its last release; null: nothing. */
  readRecord(): Promise<string | null>;
  writeRecord(text: string): Promise<void>;
  /** Called once before the first change of a release. */
  begin(release: string): Promise<void>;
  /**
   * Puts a file in its place. The bytes are those of the file, or nothing is put.
   *
   * @returns how the version of what was put begins in a listing; null where the store does not say
   */
  put(file: SiteFile, bytes: Uint8Array): Promise<string | null>;
  /** Keeps a copy of a live file, with its headers, before it is replaced. */
  keep(path: string, copy: string): Promise<void>;
  /** Puts a kept copy in its place again. @returns what {@link put} does */
  restore(path: string, copy: string): Promise<string | null>;
  remove(path: string): Promise<void>;
  /** Makes all that was put what readers get; for stores where that is a step of its own. */
  commit(): Promise<void>;
  /** Removes kept copies. */
  forget(copies: readonly string[]): Promise<void>;
  /** Lets the CDN forget addresses; null where there is none. */
  readonly invalidate: ((addresses: readonly string[], release: string) => Promise<void>) | null;
  /** How far the target's clock is before this machine's, as its last answer said, milliseconds; 0 where they agree within minutes, or are one. */
  aheadMs(): number;
  close(): void;
}
