/**
 * What is published: whether publint and attw find something to mend, how large
 * it is, and what adding all plugins costs over bare Eleventy.
 *
 *     npm run package
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFolder } from "../../plugins/package-folder.ts";
import { install, pack } from "./install.ts";
import { LIMIT_BYTES } from "./limits.ts";

/** Most that reading and adding all plugins may cost, in milliseconds of processor time. */
const LIMIT_MS = 100;
const RUNS = 15;

const root = mkdtempSync(join(tmpdir(), "vervain-package-"));
const tarball = pack(root);
const bytes = statSync(tarball).size;
console.log(`packed: ${(bytes / 1000).toFixed(0)} kB (at most ${LIMIT_BYTES / 1000})`);
const checks = [tool("publint", ["--strict", tarball]), tool("attw", [tarball, "--profile", "esm-only"])];

install(root, tarball, null);
writeFileSync(join(root, "package.json"), '{ "type": "module" }');
mkdirSync(join(root, "src"));
const [bare, all] = startUps();
const costMs = median(all.map((ms, at) => ms - (bare[at] as number)));
console.log(
  `start-up: ${median(bare).toFixed(0)} ms for Eleventy, ${median(all).toFixed(0)} with all plugins; ${costMs.toFixed(0)} more, pair by pair (processor time, medians of ${RUNS}; at most ${LIMIT_MS})`,
);
rmSync(root, { recursive: true, force: true });
process.exitCode = bytes > LIMIT_BYTES || costMs > LIMIT_MS || checks.includes(false) ? 1 : 0;

function tool(name: string, values: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(packageFolder(`node_modules/.bin/${name}`), values, {
    cwd: root,
    encoding: "utf8",
  });
  console.log(`${name}: ${status === 0 ? "nothing to mend" : `\n${stdout}${stderr}`}`);
  return status === 0;
}

/** Processor time of setting Eleventy up, in pairs: without us and with every plugin. */
function startUps(): readonly [readonly number[], readonly number[]] {
  const script = (plugin: string): string => `import Eleventy from "@11ty/eleventy";
const site = new Eleventy("src", "_site", { quietMode: true, configPath: null, config: ${plugin} });
await site.init();
const { user, system } = process.cpuUsage();
console.log("\\u0001" + (user + system) / 1000);`;
  const measure = (text: string): number => {
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", text], {
      cwd: root,
      encoding: "utf8",
    });
    const ms = Number(stdout.split("\u0001")[1]);
    if (!(ms > 0)) throw new Error(stdout + stderr);
    return ms;
  };
  const without = script("() => {}");
  const added = script(
    'async (config) => { const { vervain } = await import("vervain"); config.addPlugin(vervain, { review: {} }); }',
  );
  const pairs = Array.from({ length: RUNS }, () => [measure(without), measure(added)] as const);
  return [pairs.map(([ms]) => ms), pairs.map(([, ms]) => ms)];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}
