import type { Manifest } from "../manifest/manifest.ts";
import type { Plan } from "../plan/plan.ts";
import type { Listing, Store } from "../stores/store.ts";
import type { Standing } from "./read-live.ts";
import { headerTable, pathKey, type Record } from "./record.ts";

export interface Finished {
  readonly plan: Plan;
  readonly manifest: Manifest;
  /** What stands at the target at the end. */
  readonly listing: Listing;
  /** What stood there before. */
  readonly standing: Standing;
  readonly store: Store;
  /** Name of the release; null where no file was sent. */
  readonly release: string | null;
}

type Entries = Record["files"];

/** The notes after a publish: what is live now, with the version that the target lists. */
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

function entriesOf(
  { manifest, listing, standing, store }: Finished,
  indexOf: (headers: Record["headers"][number]) => number,
): Entries {
  const sent = new Map(manifest.files.map((file) => [file.path, file]));
  const stood = new Map(standing.live.files.map((file) => [file.path, file]));
  const entries: Entries = {};
  for (const { path, version } of listing.files) {
    const file = sent.get(path);
    const old = stood.get(path);
    if (file !== undefined)
      entries[pathKey(path)] = [file.hash, indexOf(store.stored(file.headers)), version];
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
