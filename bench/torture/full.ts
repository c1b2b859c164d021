import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Project } from "../../test/project.ts";
import { seeded } from "../random.ts";
import { bothDigests, digest, ownersDigest, run, tell } from "./site.ts";

export interface FullCounts {
  readonly full: number;
  /** Neither the last site nor, where it fitted, the new one is live. */
  readonly wrong: number;
  /** The message does not name cause and place, or is a stack. */
  readonly unclear: number;
  readonly lost: number;
  readonly messages: readonly string[];
}

/** Room of the disk, bytes. */
const DISK_BYTES = 64_000_000;

/** Builds on a disk of memory that is as good as full; null where none may be mounted. */
export async function buildOnFullDisk(project: Project, count: number): Promise<FullCounts | null> {
  const disk = mkdtempSync(join(tmpdir(), "vervain-full-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${DISK_BYTES}`, "tmpfs", disk]);
  try {
    return mounted.status === 0 ? await fill(project, disk, count) : null;
  } finally {
    spawnSync("umount", [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

async function fill(project: Project, disk: string, count: number): Promise<FullCounts> {
  const folder = join(disk, "project");
  cpSync(project.folder, folder, { recursive: true, verbatimSymlinks: true });
  const onDisk: Project = {
    ...project,
    folder,
    write: (path, text) => {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
  };
  const whole = await bothDigests(onDisk);
  const random = seeded(13);
  const seen = { full: 0, wrong: 0, unclear: 0, lost: 0 };
  const messages = new Set<string>();
  const filler = join(disk, "filler");
  const siteBytes = Number(
    spawnSync("du", ["-sb", join(folder, "_site")], { encoding: "utf8" }).stdout.split("\t")[0],
  );
  for (let tries = 0; seen.full < count && tries < count * 4; tries++) {
    tell(onDisk, "B");
    const owners = ownersDigest(onDisk);
    // A tmpfs gives whole pages of memory.
    const left = Math.floor((random() * siteBytes) / 4096) * 4096;
    writeFileSync(filler, new Uint8Array(Math.max(0, freeBytes(disk) - left)));
    const { code, output } = await run(onDisk, ["build"]);
    rmSync(filler);
    const live = digest(join(folder, "_site"));
    if (code === 0) {
      if (live !== whole.B) seen.wrong++;
    } else {
      seen.full++;
      if (live !== whole.A) seen.wrong++;
      const message = output.split("\n").find((line) => line.startsWith("error")) ?? output;
      messages.add(message.replace(/"[^"]*"/g, '"…"'));
      if (!/the disk is full/.test(output) || /\n\s+at /.test(output)) {
        seen.unclear++;
        messages.add(output);
      }
    }
    if (ownersDigest(onDisk) !== owners) seen.lost++;
    tell(onDisk, "A");
    await run(onDisk, ["build"]);
  }
  return { ...seen, messages: [...messages] };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
