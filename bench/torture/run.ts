/**
 * Does to builds what machines do to them, and counts what was lost or wrong:
 *
 *     npm run torture                     all of it; an hour on a busy machine
 *     npm run torture -- kill swap 20     these parts only, 20 of each
 *
 * Parts: `kill` (200 × `kill -9` at random), `swap` (50 inside the swap),
 * `pairs` (50 pairs of builds at once), `full` (20 × disk full; needs the right
 * to mount), `caches` (every kept file damaged in every way), `same` (ten ways
 * of building, compared byte for byte). Exit 1 when anything was.
 */
import { damageCaches } from "./caches.ts";
import { buildOnFullDisk } from "./full.ts";
import { killBuilds } from "./kill.ts";
import { buildInPairs } from "./pairs.ts";
import { buildInEveryWay } from "./same.ts";
import { tortureProject } from "./site.ts";

type Counts = Readonly<Record<string, number | readonly string[]>>;

const PARTS: Readonly<Record<string, (count: number | null) => Promise<Counts | null>>> = {
  kill: (count) => onProject((project) => killBuilds(project, count ?? 200, false)),
  swap: (count) => onProject((project) => killBuilds(project, count ?? 50, true)),
  pairs: (count) => onProject((project) => buildInPairs(project, count ?? 50)),
  full: (count) => onProject((project) => buildOnFullDisk(project, count ?? 20)),
  caches: () => onProject(damageCaches),
  same: () => onProject(buildInEveryWay),
};

/** Counts that must be nought. */
const FAULTS = ["wrong", "wrongAfter", "lost", "failed", "unclear", "silent", "different"];

async function onProject<Result extends object | null>(
  part: (project: ReturnType<typeof tortureProject>) => Promise<Result>,
): Promise<Counts | null> {
  const project = tortureProject();
  try {
    return (await part(project)) as Counts | null;
  } finally {
    project.clean();
  }
}

const values = process.argv.slice(2);
const count = values.map(Number).find((number) => number > 0) ?? null;
const wanted = values.filter((value) => !(Number(value) > 0));
for (const name of wanted.length > 0 ? wanted : Object.keys(PARTS)) {
  const part = PARTS[name];
  if (part === undefined)
    throw new RangeError(`torture: expected one of ${Object.keys(PARTS).join(", ")}, received "${name}".`);
  const started = performance.now();
  const counts = await part(count);
  const seconds = Math.round((performance.now() - started) / 1000);
  if (counts === null) {
    console.log(`${name}: skipped: no disk of memory may be mounted here`);
    continue;
  }
  console.log(`${name} (${seconds} s): ${JSON.stringify(counts)}`);
  const isFaulty = FAULTS.some((fault) => {
    const found = counts[fault];
    return typeof found === "number" ? found > 0 : (found?.length ?? 0) > 0;
  });
  if (isFaulty) process.exitCode = 1;
}
