import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Project } from "../../test/project.ts";
import { digest, pathsIn, type RunOptions, run } from "./site.ts";

export interface SameCounts {
  readonly builds: number;
  /** What differed from the first build, by the way it was built. */
  readonly different: readonly string[];
  readonly skipped: readonly string[];
}

interface Way extends RunOptions {
  readonly name: string;
  /** In a folder of its own, with its files made in this order. */
  readonly copied?: "forwards" | "backwards";
  readonly mtime?: number;
  readonly isCold?: boolean;
}

const WAYS: readonly Way[] = [
  { name: "again, with what was kept" },
  { name: "cold", isCold: true },
  { name: "in another folder", copied: "forwards" },
  { name: "files made in another order", copied: "backwards" },
  { name: "files of another day", copied: "forwards", mtime: 1_000_000_000 },
  { name: "in another time zone", env: { TZ: "Pacific/Kiritimati" }, isCold: true },
  { name: "in a time zone behind", env: { TZ: "America/Adak" } },
  { name: "in another language", env: { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }, isCold: true },
  { name: "on one core", under: ["taskset", "-c", "0"], isCold: true },
  { name: "with one thread for files", env: { UV_THREADPOOL_SIZE: "1" }, isCold: true },
];

/** Builds the project in every way and compares all bytes with the first build. */
export async function buildInEveryWay(project: Project): Promise<SameCounts> {
  const first = await built(project, { name: "first", isCold: true });
  const different: string[] = [];
  const skipped: string[] = [];
  for (const way of WAYS) {
    const [program] = way.under ?? [];
    if (program !== undefined && spawnSync(program, ["--version"]).error) skipped.push(way.name);
    else if ((await built(project, way)) !== first) different.push(way.name);
  }
  return { builds: WAYS.length - skipped.length, different, skipped };
}

async function built(project: Project, way: Way): Promise<string> {
  const folder = way.copied === undefined ? project.folder : copy(project.folder, way);
  if (way.isCold) rmSync(join(folder, ".cache"), { recursive: true, force: true });
  rmSync(join(folder, "_site"), { recursive: true, force: true });
  const { code, output } = await run({ ...project, folder }, ["build"], way);
  if (code !== 0) throw new Error(`${way.name}: ${output}`);
  const name = digest(join(folder, "_site"));
  if (folder !== project.folder) rmSync(folder, { recursive: true, force: true });
  return name;
}

function copy(from: string, { copied, mtime }: Way): string {
  const folder = mkdtempSync(join(tmpdir(), "vervain-same-"));
  const paths = pathsIn(from).filter((path) => !/^(?:_site|\.cache|node_modules)/.test(path));
  for (const path of copied === "backwards" ? [...paths].reverse() : paths) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(join(from, path)));
    if (mtime !== undefined) utimesSync(target, mtime, mtime);
  }
  symlinkSync(join(from, "node_modules"), join(folder, "node_modules"));
  return folder;
}
