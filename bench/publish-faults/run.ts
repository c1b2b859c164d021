/**
 * What a reader of a bucket finds while publishing goes wrong, and what a plan
 * of 10,000 files and a way back take. S3 is s3rver on loopback with a store that is atomic
 * as Amazon's is, behind a proxy. The reader looks at every link before and
 * after each request that the store gets.
 *
 *     npm run publish-faults             all parts
 *     npm run publish-faults -- kills    of: plan, back, faults, hugo, kills
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CREDENTIALS } from "../../test/publish/s3/server.ts";
import { measureBack } from "./back.ts";
import { measureFaults } from "./faults.ts";
import { measureHugo } from "./hugo.ts";
import { measureKills } from "./kills.ts";
import { measurePlan } from "./plan.ts";

Object.assign(process.env, CREDENTIALS, {
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
});
const PARTS = {
  plan: measurePlan,
  back: measureBack,
  faults: measureFaults,
  hugo: measureHugo,
  kills: measureKills,
};
/** Lines as they come, or all at the end. */
async function* linesOf(
  measure: (folder: string) => AsyncGenerator<string> | Promise<readonly string[]>,
  folder: string,
): AsyncGenerator<string> {
  const measured = measure(folder);
  if (measured instanceof Promise) yield* await measured;
  else yield* measured;
}

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "vervain-publish-faults-"));
const { stdout } = spawnSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" });
console.log(`${stdout.trim()} · Node ${process.version}`);
try {
  for (const [name, measure] of Object.entries(PARTS))
    if (wanted.length === 0 || wanted.includes(name))
      for await (const line of linesOf(measure, folder)) console.log(line);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
