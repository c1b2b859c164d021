import { createHash } from "node:crypto";
import { compareText } from "../../problem.ts";
import type { Headers } from "../headers.ts";
import { addressOf, type Manifest, type SiteFile } from "../manifest/manifest.ts";
import { type Live, type LiveFile, liveDigest } from "./live.ts";
import { STEPS, type Step, stepOf } from "./steps.ts";

/** `added`: not there yet; `changed`: other bytes; `headers`: the same bytes, sent with other headers. */
export type ChangeKind = "added" | "changed" | "headers";

/** A file that is to be sent. */
export interface Change {
  readonly path: string;
  readonly kind: ChangeKind;
  readonly step: Step;
  readonly sizeBytes: number;
}

/** A file that the site no longer has, and since when: ISO 8601. */
export interface Gone {
  readonly path: string;
  readonly since: string;
  /** Whether it was there at the last publish. */
  readonly isNew: boolean;
}

/** What a publish would do, in the order in which it would do it. */
export interface Plan {
  readonly version: 1;
  /** The target in words. */
  readonly target: string;
  /** When it was made, ISO 8601: the grace period is counted to here. */
  readonly at: string;
  /** Digest of what is built, and of what is live: a plan holds for these two alone. */
  readonly site: string;
  readonly live: string;
  readonly changes: readonly Change[];
  readonly unchangedCount: number;
  /** Deleted at the end: their grace period is over. */
  readonly deletes: readonly Gone[];
  /** Left for now, to be deleted by a later publish. */
  readonly waiting: readonly Gone[];
  /** Addresses that the CDN is to forget: changed, deleted or sent with other headers. */
  readonly invalidations: readonly string[];
  /** Whether a release that was begun earlier is brought to its end. */
  readonly finishes: boolean;
  /** Files of the site that such a release has sent and nobody has looked at. */
  readonly unsettled: readonly string[];
}

export interface PlanOptions {
  readonly target: string;
  /** ISO 8601. */
  readonly now: string;
  /** How long a file stays after the site has lost it, hours; ≥ 0. */
  readonly graceHours: number;
  /** The headers of a file that the target keeps with it. */
  readonly stored: (headers: Headers) => Headers;
}

const HOUR_MS = 3_600_000;

/** Compares what is built with what is live. The same two give the same plan. */
export function planPublish(manifest: Manifest, live: Live, options: PlanOptions): Plan {
  const standing = new Map(live.files.map((file) => [file.path, file]));
  const built = new Set(manifest.files.map(({ path }) => path));
  const changes = manifest.files.flatMap((file) => changeOf(file, standing.get(file.path), options));
  const gone = live.files
    // What somebody else put there is no loss of the site's, and not ours to delete.
    .filter(({ path, hash }) => !built.has(path) && hash !== null)
    .map(({ path }) => ({
      path,
      since: live.waiting.get(path) ?? options.now,
      isNew: !live.waiting.has(path),
    }))
    .sort((a, b) => compareText(a.path, b.path));
  const isDue = ({ since }: Gone): boolean =>
    Date.parse(since) + options.graceHours * HOUR_MS <= Date.parse(options.now);
  const deletes = gone.filter(isDue);
  const unsettled = live.unsettled.filter((path) => built.has(path)).sort(compareText);
  const replaced = changes.filter(({ kind }) => kind !== "added").map(({ path }) => path);
  return {
    version: 1,
    target: options.target,
    at: options.now,
    site: manifestDigest(manifest, options.stored),
    live: liveDigest(live),
    changes: changes.sort(inOrder),
    unchangedCount: manifest.files.length - changes.length,
    deletes,
    waiting: gone.filter((one) => !isDue(one)),
    invalidations: [...new Set([...replaced, ...unsettled, ...deletes.map(({ path }) => path)])]
      .map(addressOf)
      .sort(compareText),
    finishes: live.isUnfinished,
    unsettled,
  };
}

/** Whether nothing at all would be written. */
export function isNothing({ changes, deletes, waiting, finishes }: Plan): boolean {
  return changes.length === 0 && deletes.length === 0 && !finishes && waiting.every(({ isNew }) => !isNew);
}

function changeOf(file: SiteFile, live: LiveFile | undefined, { stored }: PlanOptions): readonly Change[] {
  const kind = kindOf(file, live, stored);
  if (kind === null) return [];
  return [{ path: file.path, kind, step: stepOf(file, kind === "added"), sizeBytes: file.sizeBytes }];
}

function kindOf(
  file: SiteFile,
  live: LiveFile | undefined,
  stored: PlanOptions["stored"],
): ChangeKind | null {
  if (live === undefined) return "added";
  if (live.hash !== file.hash) return "changed";
  return live.headers === null || headersKey(live.headers) !== headersKey(stored(file.headers))
    ? "headers"
    : null;
}

/** The same for headers that are the same, in whatever order and letter case of their names. */
export function headersKey(headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name.toLowerCase()}: ${value}`);
  return lines.sort(compareText).join("\n");
}

function manifestDigest({ files }: Manifest, stored: PlanOptions["stored"]): string {
  const hash = createHash("sha256");
  for (const { path, hash: bytes, headers } of files)
    hash.update(`${path}\0${bytes}\0${headersKey(stored(headers))}\0`);
  return hash.digest("hex");
}

function inOrder(a: Change, b: Change): number {
  return STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || compareText(a.path, b.path);
}
