import type { Manifest } from "../manifest/manifest.ts";
import type { Plan } from "../plan/plan.ts";
import type { InspectedFile, Listing, Store } from "../stores/store.ts";
import type { Standing } from "./read-live.ts";
import { headerTable, pathKey, type Record } from "./record.ts";
import type { SentVersions } from "./send.ts";

export interface Finished {
  readonly plan: Plan;
  readonly manifest: Manifest;
  /** What stands at the target at the end. */
  readonly listing: Listing;
  /** What stood there before. */
  readonly standing: Standing;
  readonly store: Store;
  /** What was sent, as the store said it. */
  readonly sent: SentVersions;
  /** What was asked for once more, by path: see {@link unexplained}. */
  readonly asked: ReadonlyMap<string, InspectedFile | null>;
  /** Name of the release; null where no file was sent. */
  readonly release: string | null;
}

type Entries = Record["files"];

/**
 * The notes after a publish: what is live now, with the version that the target
 * lists. Of a file that is neither what was sent nor what stood there before they
 * say nothing: somebody else has put it there meanwhile.
 */
export function finishRecord(finished: Finished): Record {
  const { plan, standing, release } = finished;
  const before = standing.record;
  const table = headerTable();
  const files = entriesOf(finished, table.indexOf);
  const whole = before.release === "" ? null : siteOf(before);
  const previous = release === null ? before.previous : whole;
  return {
    version: 1,
    release: release ?? before.release,
    begun: "",
    isBack: false,
    files,
    waiting: Object.fromEntries(
      [...plan.waiting, ...plan.deletes].map(({ path, since }) => [pathKey(path), since]),
    ),
    previous: previous === null ? null : renumbered(previous, before, table.indexOf),
    kept: release ?? before.kept,
    headers: table.sets,
  };
}

/** Files of the release of some notes; what only waited to be deleted is no part of it. */
export function siteOf({ files, waiting }: Record): Entries {
  return Object.fromEntries(Object.entries(files).filter(([key]) => waiting[key] === undefined));
}

/** Files of the site whose version in the listing is neither what was sent nor what stood there, in order. */
export function unexplained(
  manifest: Manifest,
  listing: Listing,
  sent: SentVersions,
  standing: Standing,
): readonly string[] {
  const listed = new Map(listing.files.map(({ path, version }) => [path, version]));
  const stood = new Map(standing.live.files.map(({ path, version }) => [path, version]));
  return manifest.files
    .map(({ path }) => path)
    .filter((path) => {
      const version = listed.get(path);
      if (version === undefined) return true;
      return sent.has(path) ? !isSent(sent, path, version) : stood.get(path) !== version;
    });
}

function isSent(sent: SentVersions, path: string, version: string): boolean {
  const start = sent.get(path);
  // A store that says nothing of what it was given is believed.
  return start === null || (start !== undefined && version.startsWith(start));
}

function entriesOf(
  { manifest, listing, sent, asked, standing, store }: Finished,
  indexOf: (headers: Record["headers"][number]) => number,
): Entries {
  const built = new Map(manifest.files.map((file) => [file.path, file]));
  const stood = new Map(standing.live.files.map((file) => [file.path, file]));
  const entries: Entries = {};
  for (const { path, version } of listing.files) {
    const file = built.get(path);
    const old = stood.get(path);
    const told = asked.get(path) ?? null;
    if (file !== undefined && isSent(sent, path, version))
      entries[pathKey(path)] = [file.hash, indexOf(store.stored(file.headers)), version];
    else if (told !== null && told.hash !== null)
      entries[pathKey(path)] = [told.hash, indexOf(told.headers), version];
    else if (old !== undefined && old.hash !== null && old.headers !== null && old.version === version)
      entries[pathKey(path)] = [old.hash, indexOf(old.headers), version];
  }
  return entries;
}

function renumbered(
  entries: Entries,
  { headers }: Record,
  indexOf: (set: Record["headers"][number]) => number,
): Entries {
  return Object.fromEntries(
    Object.entries(entries).map(([key, [hash, at, version]]) => [
      key,
      [hash, indexOf(headers[at] ?? {}), version],
    ]),
  );
}
