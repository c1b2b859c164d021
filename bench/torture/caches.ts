import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../../test/project.ts";
import { bothDigests, digest, pathsIn, run } from "./site.ts";

export interface CacheCounts {
  /** Kept files that were damaged, each in each way. */
  readonly damaged: number;
  readonly wrong: number;
  /** Builds that said nothing of the damage. */
  readonly silent: number;
}

/** How a kept file comes to hold something else. `another`: the next of the same kind. */
const WAYS: Readonly<Record<string, (bytes: Buffer, another: Buffer) => Uint8Array>> = {
  emptied: () => new Uint8Array(),
  cut: (bytes) => bytes.subarray(0, bytes.length >> 1),
  "one bit turned": (bytes) => {
    const turned = Buffer.from(bytes);
    turned.writeUInt8(turned.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    return turned;
  },
  "of the same length, other bytes": (bytes) => Buffer.alloc(bytes.length, 7),
  "another's": (_, another) => another,
  longer: (bytes) => Buffer.concat([bytes, Buffer.from("more")]),
};

/** Damages every kept file in every way, one way a build. */
export async function damageCaches(project: Project): Promise<CacheCounts> {
  const whole = await bothDigests(project);
  const folder = join(project.folder, ".cache/vervain");
  const kept = pathsIn(folder);
  const texts = kept.map((path) => readFileSync(join(folder, path)));
  const seen = { damaged: 0, wrong: 0, silent: 0 };
  for (const damage of Object.values(WAYS)) {
    kept.forEach((path, index) => {
      const kind = path.slice(path.lastIndexOf("."));
      const another = kept.findIndex((one, at) => at !== index && one.endsWith(kind));
      writeFileSync(
        join(folder, path),
        damage(texts[index] as Buffer, texts[another] ?? Buffer.from("another")),
      );
      seen.damaged++;
    });
    const { code, output } = await run(project, ["build"]);
    if (code !== 0 || digest(join(project.folder, "_site")) !== whole.A) seen.wrong++;
    if (!/\.cache\/vervain.*(?:damaged|could not be used)/.test(output)) seen.silent++;
    const mended = kept.filter((path) => existsSync(join(folder, path)));
    if (mended.length === 0) throw new Error("nothing was kept");
  }
  rmSync(folder, { recursive: true });
  return seen;
}
