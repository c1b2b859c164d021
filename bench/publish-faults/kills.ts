import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startProxy } from "../../test/publish/s3/proxy.ts";
import { startS3 } from "../../test/publish/s3/server.ts";
import { blogFiles, writeSite } from "../../test/publish/s3/site.ts";
import { seeded } from "../random.ts";
import { readerOf } from "./reader.ts";

const KILLS = 100;
/** Requests of one publish of the small blog, more or less. */
const REQUESTS = 45;
const SCRIPT = fileURLToPath(new URL("publish-once.ts", import.meta.url));
const PATIENCE_MS = 60_000;

/** Kills a publisher (`kill -9`) at a random request, before the store gets it or before its answer arrives. */
export async function measureKills(folder: string): Promise<readonly string[]> {
  const server = await startS3();
  const proxy = await startProxy(server.port);
  const reader = readerOf(server.store);
  const site = join(folder, "_site");
  const random = seeded(7);
  let version = 1;
  let landedCount = 0;
  let finishedCount = 0;
  let child: ChildProcess;
  const run = async (): Promise<boolean> => {
    writeSite(site, blogFiles(version));
    proxy.reset();
    child = spawn(process.execPath, ["--import", "tsx", SCRIPT, site, proxy.endpoint], { stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    const [code] = await once(child, "exit");
    clearTimeout(timer);
    reader.look(version);
    return code === 0;
  };
  await run();
  for (let kill = 0; kill < KILLS; kill++) {
    version++;
    const fatal = 1 + Math.floor(random() * REQUESTS);
    const isBefore = random() < 0.5;
    proxy.fault = ({ number }) => {
      reader.look(version);
      if (number !== fatal) return number > fatal ? "drop" : null;
      landedCount++;
      child.kill("SIGKILL");
      return isBefore ? "drop" : "lose-answer";
    };
    await run();
    proxy.fault = () => {
      reader.look(version);
      return null;
    };
    // The next publish, of the same site, ends the work of the one that was killed; every third waits for two more kills.
    if (kill % 3 === 2 && (await run()) && isLive(server.store.objects, version)) finishedCount++;
  }
  await run();
  await proxy.close();
  await server.close();
  return [
    `kills: ${landedCount} of ${KILLS} landed · ${reader.lookCount} looks: ${reader.brokenCount} with a broken link, ${reader.mixedCount} with a file of no version`,
    `kills: ${finishedCount} of ${Math.floor(KILLS / 3)} next publishes ended with the whole new site`,
  ];
}

function isLive(objects: ReadonlyMap<string, { readonly bytes: Buffer }>, version: number): boolean {
  return Object.entries(blogFiles(version)).every(
    ([path, text]) => objects.get(path)?.bytes.toString() === text,
  );
}
