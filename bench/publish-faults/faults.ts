import { join } from "node:path";
import { type Fault, startProxy } from "../../test/publish/s3/proxy.ts";
import { publishFolder, testStore } from "../../test/publish/s3/publishing.ts";
import { startS3 } from "../../test/publish/s3/server.ts";
import { blogFiles, writeSite } from "../../test/publish/s3/site.ts";
import { seeded } from "../random.ts";
import { readerOf } from "./reader.ts";

const FAULTS: readonly Fault[] = [
  "refuse",
  "drop",
  "lose-answer",
  "truncate",
  "truncate-answer",
  "duplicate",
  "delay",
];
const ROUNDS = 8;
/** Requests of ten that meet the fault. */
const OFTEN = 3;

/** Publishes eight versions over a line that does one wrong thing to three of ten requests. */
export async function* measureFaults(folder: string): AsyncGenerator<string> {
  for (const fault of FAULTS) {
    const server = await startS3();
    const proxy = await startProxy(server.port);
    const reader = readerOf(server.store);
    const random = seeded(11);
    let doneCount = 0;
    for (let version = 1; version <= ROUNDS; version++) {
      writeSite(join(folder, "_site"), blogFiles(version));
      proxy.fault = () => {
        reader.look(version);
        return version > 1 && random() * 10 < OFTEN ? fault : null;
      };
      const store = await testStore(proxy.endpoint, 5);
      // In one process a publisher that failed is not dead: its lock is taken away.
      await publishFolder(join(folder, "_site"), store, { now: new Date().toISOString() }).then(
        () => doneCount++,
        () => server.store.objects.delete(".vervain/lock"),
      );
      store.close();
      reader.look(version);
    }
    await proxy.close();
    await server.close();
    yield `${fault}: ${doneCount} of ${ROUNDS} publishes ended whole, the others stopped · ${reader.lookCount} looks: ${reader.brokenCount} with a broken link, ${reader.mixedCount} with a file of no version`;
  }
}
