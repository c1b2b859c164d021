import { createHash } from "node:crypto";
import { z } from "zod/mini";
import type { Headers } from "../headers.ts";

/** What is noted of a file: `[SHA-256, index of its headers, version at the store]`. */
const ENTRY = z.tuple([z.string(), z.number().check(z.int()).check(z.minimum(0)), z.string()]);

/** A name of a release: part of paths at the target, so nothing that leads elsewhere. */
const NAME = z.string().check(z.regex(/^(?:\w[\w+-]*)?$/));

const RECORD = z.strictObject({
  version: z.literal(1),
  /** Release that is live whole; "": none yet. */
  release: NAME,
  /** Release that was begun and has not ended; "": none. */
  begun: NAME,
  /** Whether what was begun is the way back to {@link previous}. */
  isBack: z._default(z.boolean(), false),
  /** Sets of headers, each once. */
  headers: z.array(z.record(z.string(), z.string())),
  /** Files of the release by {@link pathKey}. */
  files: z.record(z.string(), ENTRY),
  /** Since when a file that the site has lost waits, by key. */
  waiting: z.record(z.string(), z.string()),
  /** The release before, to which there is a way back. */
  previous: z.nullable(z.record(z.string(), ENTRY)),
  /** Release under whose name copies of the one before are kept. */
  kept: NAME,
});

/**
 * What a publish notes at the target. It is believed only as far as the
 * target's own listing bears it out (a file's version), so a lost or old one
 * costs requests and nothing else. Paths stand in it as hashes: where the notes
 * can be read by the public, they list no page that is linked from nowhere.
 */
export type Record = z.output<typeof RECORD>;

export const NO_RECORD: Record = {
  version: 1,
  release: "",
  begun: "",
  isBack: false,
  headers: [],
  files: {},
  waiting: {},
  previous: null,
  kept: "",
};

/** Reads notes; null for what is none, or was cut short. */
export function parseRecord(text: string): Record | null {
  try {
    const parsed = RECORD.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Bytes of a path's hash: beside 100,000 files two share one once in ten thousand million sites. */
const KEY_BYTES = 12;

/** A path as the notes have it: to its bytes, because a store has two files whose names only look alike. */
export function pathKey(path: string): string {
  const digest = createHash("sha256").update(path).digest();
  return digest.subarray(0, KEY_BYTES).toString("base64url");
}

/** Gives each set of headers one number. */
export function headerTable(known: readonly Headers[] = []): {
  readonly sets: Headers[];
  readonly indexOf: (headers: Headers) => number;
} {
  const sets = [...known];
  const numbers = new Map(sets.map((headers, at) => [JSON.stringify(headers), at]));
  const indexOf = (headers: Headers): number => {
    const key = JSON.stringify(headers);
    const found = numbers.get(key);
    if (found !== undefined) return found;
    numbers.set(key, sets.length);
    return sets.push(headers) - 1;
  };
  return { sets, indexOf };
}
