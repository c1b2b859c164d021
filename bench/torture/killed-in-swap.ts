/**
 * Loaded before the command: kills the process (`kill -9`) at a change of the
 * disk in the swap, which begins when the staging folder's mark is written for
 * the second time. `TORTURE_KILL_AT` counts changes from there, from 1.
 */
import { watchDisk } from "../../test/publish/disk-steps.ts";

const fatal = Number(process.env.TORTURE_KILL_AT);
let markings = 0;
let count = 0;
watchDisk((change, path) => {
  if (change === "writeFileSync" && path.endsWith("_site.next/.vervain.new")) markings++;
  // Each change is told twice: before and after.
  if (markings < 3) return;
  count++;
  if (count !== fatal) return;
  process.kill(process.pid, "SIGKILL");
  // The signal may reach another thread first.
  for (;;);
});
