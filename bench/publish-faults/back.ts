import { join } from "node:path";
import { folderStore } from "../../plugins/publish/stores/folder.ts";
import type { Store } from "../../plugins/publish/stores/store.ts";
import { goBack, NOW, publishFolder, testStore } from "../../test/publish/s3/publishing.ts";
import { startS3 } from "../../test/publish/s3/server.ts";
import { writeSite } from "../../test/publish/s3/site.ts";
import { FILES, manyPages, seed } from "./plan.ts";

/** Pages that the release from which the way leads back has changed. */
const CHANGED = 500;

/** What the way back takes in a site of 10,000 files, to a bucket and to a folder of releases. */
export async function* measureBack(folder: string): AsyncGenerator<string> {
  const site = join(folder, "_site");
  const settings = { graceHours: 24, deleteShare: 1, allowedDeletes: null };
  const back = async (name: string, store: Store, changed: number): Promise<string> => {
    writeSite(site, manyPages(changed));
    await publishFolder(site, store, { settings });
    const before = performance.now();
    const cpuBefore = process.cpuUsage();
    let liveMs = 0;
    const { sentCount } = await goBack(store, NOW, (name) => {
      if (name === "Noting the release") liveMs = performance.now() - before;
    });
    const tookMs = performance.now() - before;
    const { user, system } = process.cpuUsage(cpuBefore);
    if (sentCount !== changed) throw new Error(`expected ${changed} brought back, received ${sentCount}`);
    return `back: ${changed} of ${FILES} files live after ${seconds(liveMs)}, tidied up after ${seconds(tookMs)}, ${seconds((user + system) / 1000)} of processor (${name})`;
  };
  writeSite(site, manyPages(0));
  const server = await startS3();
  const bucket = await testStore(`http://127.0.0.1:${server.port}`, 3);
  await seed(site, bucket, server);
  yield await back("bucket, s3rver in the same process", bucket, CHANGED);
  bucket.close();
  await server.close();
  writeSite(site, manyPages(0));
  const releases = folderStore(join(folder, "www"));
  await publishFolder(site, releases);
  yield await back("folder", releases, CHANGED);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
