/**
 * Imports made-up WordPress exports with the command as it is packed (`npm run
 * compile` first) and measures it: 10,000 posts, and files of 200 MB that are
 * mostly texts, comments or pictures. Five exports of different seeds hold what
 * real ones do. Each must add up, hold no address, and write nothing the second
 * time; 10,000 posts take at most 30 s of processor time, and no run more than
 * 300 MiB. Exit code 1 where one does not.
 *
 *     npm run bench:import
 *     npm run bench:import -- EXPORT.xml …    the same of exports of your own
 */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ledger } from "../plugins/import/ledger.ts";
import { type MadeShape, madeSite } from "./made-export.ts";
import { wxrPieces } from "./wxr.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** MiB that an import may take, and seconds of processor time for 10,000 posts. */
const MEMORY_LIMIT = 300;
const TIME_LIMIT = 30;

function writeExport(path: string, seed: number, shape: MadeShape): void {
  const handle = openSync(path, "w");
  for (const piece of wxrPieces(madeSite(seed, shape))) writeSync(handle, piece);
  closeSync(handle);
}

interface Usage {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly maxRssMiB: number;
}

function importOnce(
  source: string,
  into: string,
): { readonly code: number | null; readonly printed: string; readonly usage: Usage } {
  const usageFile = join(into, "..", "usage.json");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      join(ROOT, "bench/usage.mjs"),
      join(ROOT, "dist/cli/main.js"),
      "import",
      source,
      "--into",
      into,
    ],
    { encoding: "utf8", env: { ...process.env, BENCH_USAGE: usageFile, NO_COLOR: "1" } },
  );
  return {
    code: status,
    printed: stdout + stderr,
    usage: JSON.parse(readFileSync(usageFile, "utf8")) as Usage,
  };
}

/** E-mail and network addresses of people in the export that stand in a written file. */
function leaks(source: string, into: string): number {
  const addresses = new Set<string>();
  const fields = /<\w+:(?:author_email|comment_author_email|comment_author_IP)>(?:<!\[CDATA\[)?([^<\]]*)/g;
  for (const [, address = ""] of readFileSync(source, "utf8").matchAll(fields))
    if (/@|\d\.\d/.test(address)) addresses.add(address.toLowerCase());
  let found = 0;
  for (const name of readdirSync(into, { recursive: true, encoding: "utf8" })) {
    if (!statSync(join(into, name)).isFile()) continue;
    for (const [token] of readFileSync(join(into, name), "utf8")
      .toLowerCase()
      .matchAll(/[\w.+'-]+@[\w.-]+\w|\d{1,3}(?:\.\d{1,3}){3}/g))
      if (addresses.has(token)) found++;
  }
  return found;
}

/** One line of the two runs; false where a promise was broken. */
function measure(
  name: string,
  source: string,
  folder: string,
  timeLimit = Number.POSITIVE_INFINITY,
): boolean {
  const into = join(folder, "site");
  const first = importOnce(source, into);
  const ledger = JSON.parse(readFileSync(join(into, "import-report.json"), "utf8")) as Ledger;
  const { item, comment } = ledger.balance;
  const again = importOnce(source, into);
  const [, added, updated] = /files: (\d+) new, (\d+) updated/.exec(again.printed) ?? [];
  const leaked = statSync(source).size < LEAK_LIMIT ? leaks(source, into) : 0;
  rmSync(into, { recursive: true, force: true });
  const memory = Math.max(first.usage.maxRssMiB, again.usage.maxRssMiB);
  const seconds = first.usage.cpuMs / 1000;
  console.log(
    `${name.padEnd(26)} ${(statSync(source).size / 1e6).toFixed(1).padStart(6)} MB ${(first.usage.wallMs / 1000).toFixed(1).padStart(6)} s, ${seconds.toFixed(1)} s CPU, ${first.usage.maxRssMiB.toFixed(0)} MiB (again ${again.usage.maxRssMiB.toFixed(0)}), exit ${first.code}, items ${item.in} = ${item.out} + ${item.named}, comments ${comment.in} = ${comment.out} + ${comment.named}, second run ${added} + ${updated} writes, ${leaked} addresses`,
  );
  const isWhole = first.code === 0 && again.code === 0 && added === "0" && updated === "0" && leaked === 0;
  return isWhole && memory <= MEMORY_LIMIT && seconds <= timeLimit;
}

/** Exports above this size, in bytes, are not searched for addresses that got out: it takes longer than the import. */
const LEAK_LIMIT = 100_000_000;

function measureMade(
  folder: string,
  name: string,
  seed: number,
  shape: MadeShape,
  timeLimit?: number,
): boolean {
  const source = join(folder, "export.xml");
  writeExport(source, seed, shape);
  return measure(name, source, folder, timeLimit);
}

const LARGE: Readonly<Record<string, MadeShape>> = {
  "200 MB, mostly texts": { count: 8_900, words: 3_600 },
  "200 MB, mostly comments": { count: 4_000, words: 100, comments: 100, commentWords: 60 },
  "200 MB, mostly pictures": { count: 4_000, words: 400, pictures: 14 },
};

const folder = mkdtempSync(join(tmpdir(), "vervain-bench-import-"));
try {
  const own = process.argv.slice(2);
  const results = own.map((path) => measure(path.split("/").at(-1)!, path, folder));
  if (own.length === 0) {
    for (const seed of [1, 2, 3, 4, 5])
      results.push(measureMade(folder, `seed ${seed}`, seed, { count: 300, words: 200 }));
    results.push(measureMade(folder, "10,000 posts", 6, { count: 10_000, words: 400 }, TIME_LIMIT));
    for (const [name, shape] of Object.entries(LARGE)) results.push(measureMade(folder, name, 7, shape));
  }
  if (results.includes(false)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
