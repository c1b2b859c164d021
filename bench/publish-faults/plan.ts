import { join } from "node:path";
import { finishRecord } from "../../plugins/publish/release/finish.ts";
import { preparePlan } from "../../plugins/publish/release/publish.ts";
import type { Store } from "../../plugins/publish/stores/store.ts";
import { publisherOf, publishFolder, testStore } from "../../test/publish/s3/publishing.ts";
import { type S3Server, startS3 } from "../../test/publish/s3/server.ts";
import { type Files, writeSite } from "../../test/publish/s3/site.ts";

export const FILES = 10_000;
const RUNS = 5;

/** Time of a plan of an unchanged site, reading and hashing every file among it, and what publishing it then writes. */
export async function measurePlan(folder: string): Promise<readonly string[]> {
  const server = await startS3();
  const site = join(folder, "_site");
  writeSite(site, manyPages(0));
  const store = await testStore(`http://127.0.0.1:${server.port}`, 3);
  await seed(site, store, server);
  const writes = server.store.writeCount;
  const times: number[] = [];
  const cpuBefore = process.cpuUsage();
  for (let run = 0; run < RUNS; run++) {
    const before = performance.now();
    const { plan } = await preparePlan(publisherOf(site, store));
    times.push(performance.now() - before);
    if (plan.unchangedCount !== FILES)
      throw new Error(`expected ${FILES} unchanged, received ${plan.unchangedCount}`);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  await publishFolder(site, store);
  const unchangedWrites = server.store.writeCount - writes;
  store.close();
  await server.close();
  const median = times.sort((a, b) => a - b)[RUNS >> 1] as number;
  return [
    `plan: ${FILES} files in ${(median / 1000).toFixed(2)} s (median of ${RUNS}; ${((user + system) / 1e6 / RUNS).toFixed(2)} s of processor with the store's; ${((FILES * 3300) / 1e6).toFixed(0)} MB hashed, listing of s3rver among it)`,
    `plan: unchanged rebuild ${unchangedWrites} writes`,
  ];
}

/** A site of {@link FILES} pages, of which so many are in a second version. */
export function manyPages(newer: number): Files {
  const text = (page: number): string =>
    `<!doctype html><title>${page}${page < newer ? " again" : ""}</title>${"Rest is good. ".repeat(230)}`;
  const pages = Array.from(
    { length: FILES - 1 },
    (_, page) => [`page-${page}/index.html`, text(page)] as const,
  );
  return { "index.html": text(-1), ...Object.fromEntries(pages) };
}

/** As after a publish, without 10,000 requests to the one process that is store and publisher here. */
export async function seed(site: string, store: Store, server: S3Server): Promise<void> {
  const publisher = publisherOf(site, store);
  const { plan, standing } = await preparePlan(publisher);
  let modifiedMs = Date.now();
  for (const { path, hash } of publisher.manifest.files) {
    modifiedMs += 1000;
    server.store.objects.set(path, {
      bytes: Buffer.from("x"),
      headers: {},
      etag: hash.slice(0, 32),
      modifiedMs,
    });
  }
  const { manifest } = publisher;
  const record = finishRecord({
    plan,
    manifest,
    listing: await store.list(),
    sent: new Map(manifest.files.map(({ path }) => [path, null])),
    asked: new Map(),
    standing,
    store,
    release: "seed",
  });
  await store.writeRecord(JSON.stringify(record));
}
