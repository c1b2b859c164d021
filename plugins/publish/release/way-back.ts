import type { Manifest, SiteFile } from "../manifest/manifest.ts";
import type { Store } from "../stores/store.ts";
import { siteOf } from "./finish.ts";
import { readLive } from "./read-live.ts";
import { pathKey, type Record } from "./record.ts";
import type { Source } from "./source.ts";

/** The release before, as a site that can be published again from what is kept at the target. */
export interface WayBack {
  readonly manifest: Manifest;
  readonly source: Source;
  /** Files of that release that are at the target no more; where newer ones stand in their place, those stay. */
  readonly lostCount: number;
}

/**
 * The way back: to the release before the live one, or, after a publish that did
 * not come to its end, to the one before that. A way back that was cut short is gone to its end.
 *
 * @throws {RangeError} where there is none
 */
export async function wayBack(store: Store): Promise<WayBack> {
  const { record, live, listing } = await readLive(store);
  const back = previousOf(record);
  if (back === null)
    throw new RangeError(
      `publish: --rollback: expected an earlier release at ${store.name}, received none. The next publish leaves a way back to what is live now.`,
    );
  const byKey = new Map(live.files.map((file) => [pathKey(file.path), file]));
  const files: SiteFile[] = [];
  let lostCount = 0;
  for (const [key, [hash, at]] of Object.entries(back.files)) {
    const file = byKey.get(key);
    const isKept = listing.kept.has(`${back.copies}/${key}`);
    if (file !== undefined && isKept)
      files.push({ path: file.path, hash, sizeBytes: file.sizeBytes, headers: record.headers[at] ?? {} });
    else if (file?.hash !== hash) lostCount++;
    // There is no copy of what nobody replaced; headers that somebody else gave it stay.
    if (file !== undefined && !isKept && file.hash !== null)
      files.push({
        path: file.path,
        hash: file.hash,
        sizeBytes: file.sizeBytes,
        headers: file.headers ?? {},
      });
  }
  const source: Source = ({ path }) => store.restore(path, `${back.copies}/${pathKey(path)}`);
  return { manifest: { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }, source, lostCount };
}

function previousOf(record: Record): { readonly files: Record["files"]; readonly copies: string } | null {
  if (record.begun !== "" && !record.isBack)
    return record.release === "" ? null : { files: siteOf(record), copies: record.begun };
  return record.previous === null ? null : { files: record.previous, copies: record.kept };
}
