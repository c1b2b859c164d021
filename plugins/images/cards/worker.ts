import { parentPort, workerData } from "node:worker_threads";
import { writeKept } from "../cache-folder.ts";
import { cardDrawer } from "./draw.ts";
import type { CardTask, CardThread } from "./threads.ts";

const { fonts, colours } = workerData as CardThread;
const draw = cardDrawer(fonts);

// One after another: drawing takes the thread whole.
parentPort?.on("message", async ({ text, path }: CardTask) => {
  writeKept(path, await (await draw)(text, colours));
  parentPort?.postMessage(path);
});
