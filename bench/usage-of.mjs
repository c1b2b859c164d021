// Runs another program and writes what it used, from GNU time's report; times the wall itself.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const [program, ...values] = process.argv.slice(2);
const started = performance.now();
const hasTime = spawnSync("/usr/bin/time", ["--version"]).status === 0;
const run = hasTime
  ? spawnSync("/usr/bin/time", ["-f", "used %U %S %M", program, ...values], { encoding: "utf8" })
  : spawnSync(program, values, { encoding: "utf8" });
const wallMs = performance.now() - started;
if (run.status !== 0) {
  console.error(run.stdout, run.stderr);
  process.exit(1);
}
const [, user = 0, system = 0, kilobytes = 0] = /used ([\d.]+) ([\d.]+) (\d+)/.exec(run.stderr) ?? [];
const usage = { wallMs, cpuMs: 1000 * (Number(user) + Number(system)), maxRssMiB: Number(kilobytes) / 1024 };
writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage));
