/**
 * Swaps a site of two pages in, in the folder it is started in, and is killed
 * (`kill -9`) at the change of the disk whose number is given. Prints the
 * number of changes when it comes to its end.
 *
 *     tsx test/publish/swap-once.ts 3
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { lockOutput } from "../../plugins/publish/output/lock.ts";
import { outputFolders, prepareOutput } from "../../plugins/publish/output/prepare.ts";
import { swapIn } from "../../plugins/publish/output/swap.ts";
import { watchDisk } from "./disk-steps.ts";

const fatal = Number(process.argv[2]);
const lock = await lockOutput("_site");
const folders = prepareOutput(
  outputFolders("_site", { input: "./src/", data: "./_data/", includes: "./_includes/" }),
);
for (const page of ["", "new/"]) {
  mkdirSync(`${folders.staging}/${page}`, { recursive: true });
  writeFileSync(`${folders.staging}/${page}index.html`, "new");
}
let count = 0;
watchDisk(() => {
  count++;
  if (count !== fatal) return;
  process.kill(process.pid, "SIGKILL");
  // The signal may reach another thread first.
  for (;;);
});
swapIn(folders);
lock.release();
console.log(count);
