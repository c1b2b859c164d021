/**
 * Runs every `*.test.ts` below this folder, each in a process of its own (a test
 * may change the working folder or hang), some at a time. Ends with
 * `N passed, N failed`; exit 1 when any failed.
 *
 *     npm run unit -- related     only files whose path contains "related"
 */
import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file that has said nothing final by then hangs: it is ended and counts as failed. The longest takes a third of it on a slow machine. */
const FILE_LIMIT_MS = 600_000;

interface Outcome {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
  readonly seconds: number;
}

const here = fileURLToPath(new URL(".", import.meta.url));
const filters = process.argv.slice(2);
const files = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter(
    (name) =>
      name.endsWith(".test.ts") && (filters.length === 0 || filters.some((filter) => name.includes(filter))),
  )
  .sort();
// The theme's styles as the package has them: each of a hundred small builds is two seconds of processor time shorter.
spawnSync(process.execPath, ["--import", "tsx", join(here, "../scripts/precompile.ts")], { stdio: "ignore" });
const outcomes: Outcome[] = [];
/** Files that wait most of their time for a server that watches: they run beside the others. */
const waiting = files.filter((file) => /^cli\/serve/.test(file.replaceAll("\\", "/")));
const queue = files.filter((file) => !waiting.includes(file));
const workers = Array.from({ length: availableParallelism() }, () => work(queue));
await Promise.all([...workers, work(waiting)]);

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function work(queue: string[]): Promise<void> {
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const outcome = await runFile(file);
    outcomes.push(outcome);
    const mark = outcome.failed > 0 ? "✗" : "✓";
    console.log(
      `${mark} ${file} · ${outcome.passed} passed${outcome.failed > 0 ? `, ${outcome.failed} failed` : ""} · ${outcome.seconds.toFixed(1)} s`,
    );
    if (outcome.failed > 0) console.log(outcome.output);
  }
}

function runFile(file: string): Promise<Outcome> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", join(here, file)], {
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), FILE_LIMIT_MS);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ file, output, seconds: (performance.now() - started) / 1000, ...tally(output, code) });
    });
  });
}

/** Reads uvu's closing lines; a file that never got so far has failed. */
function tally(output: string, code: number | null): { passed: number; failed: number } {
  const total = Number(/Total:\s+(\d+)/.exec(output)?.[1] ?? 0);
  const passed = Number(/Passed:\s+(\d+)/.exec(output)?.[1] ?? 0);
  const failed = total - passed;
  return { passed, failed: failed === 0 && (code !== 0 || total === 0) ? 1 : failed };
}
