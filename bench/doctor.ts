/**
 * `vervain theme doctor` over many overrides, of which every second fell behind.
 *
 *     npx tsx bench/doctor.ts [COUNT]     default: 200
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { hashOf } from "../plugins/overrides/lock.ts";
import { packageFolder } from "../plugins/package-folder.ts";

const LIMIT_MS = 1000;
const RUNS = 5;
const count = Number(process.argv[2] ?? 200);
const root = mkdtempSync(join(tmpdir(), "vervain-doctor-"));
const put = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
// The package as it is installed, with a theme of as many partials.
const installed = join(root, "node_modules/vervain");
for (const part of ["dist", "_includes", "package.json"])
  cpSync(packageFolder(part), join(installed, part), { recursive: true });
for (const name of readdirSync(packageFolder("node_modules")))
  if (name !== "vervain" && !name.startsWith("."))
    symlinkSync(packageFolder(join("node_modules", name)), join(root, "node_modules", name));
const models = readFileSync(packageFolder("_includes/models.json"), "utf8");
const { version } = JSON.parse(readFileSync(packageFolder("package.json"), "utf8")) as { version: string };
const source = readFileSync(packageFolder("_includes/layouts/article.njk"), "utf8");
const files: Record<string, { version: string; hash: string }> = {};
for (let at = 0; at < count; at++) {
  const path = `partials/made/part-${at}.njk`;
  const before = at % 2 === 0 ? source : source.replace("<article", '<article data-old="1"');
  put(join(installed, "_includes", path), source);
  put(join(root, "_includes", path), source.replace("<header", '<header data-mine="1"'));
  put(join(root, ".vervain/theme/0.0.1", path), before);
  files[path] = { version: "0.0.1", hash: hashOf(before) };
}
put(join(root, ".vervain/theme/0.0.1/models.json"), models);
put(join(root, ".vervain/theme.json"), JSON.stringify({ files }));

/** Says at its end what a process has used, as milliseconds of processor time. */
const METER = `data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("\\u0001"+(user+system)/1000)})`;

const time = (
  ...values: readonly string[]
): { readonly ms: number; readonly cpuMs: number; readonly stdout: string } => {
  const started = performance.now();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", METER, join(installed, "dist/cli/main.js"), ...values],
    { cwd: root, encoding: "utf8", maxBuffer: 1e8 },
  );
  return { ms: performance.now() - started, cpuMs: Number(stderr.split("\u0001")[1]), stdout };
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;
const runs = Array.from({ length: RUNS }, () => ({
  doctor: time("theme", "doctor", "--json"),
  bare: time("--version"),
}));
const { overrides } = JSON.parse(runs[0]?.doctor.stdout ?? "{}") as { overrides: { state: string }[] };
const stale = overrides.filter(({ state }) => state === "stale").length;
const cpuMs = median(runs.map(({ doctor }) => doctor.cpuMs));
const told = (pick: (one: (typeof runs)[number]) => number): string => median(runs.map(pick)).toFixed(0);
console.log(
  `${count} overrides of ${version}, ${stale} stale: ${cpuMs.toFixed(0)} ms of processor time, ${told(({ doctor }) => doctor.ms)} ms by the clock; \`vervain --version\`: ${told(({ bare }) => bare.cpuMs)} and ${told(({ bare }) => bare.ms)} (medians of ${RUNS}; at most ${LIMIT_MS} ms of processor time)`,
);
rmSync(root, { recursive: true });
process.exitCode = !(cpuMs <= LIMIT_MS) || overrides.length !== count || stale !== count / 2 ? 1 : 0;
