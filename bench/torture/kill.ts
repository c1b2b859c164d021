import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../../test/project.ts";
import { seeded } from "../random.ts";
import { bothDigests, digest, isMarked, ownersDigest, type Ran, run, tell } from "./site.ts";

/** What was seen over all kills. */
export interface KillCounts {
  readonly landed: number;
  /** The live site was neither of the two versions. */
  readonly wrong: number;
  /** The live site was not there; the next build put it back. */
  readonly missing: number;
  /** The build after a kill failed, or gave another site. */
  readonly wrongAfter: number;
  /** A file of the owner's was changed or lost. */
  readonly lost: number;
}

/** Kills builds until `count` kills have landed. `inSwap`: each at another change of the disk in the swap. */
export async function killBuilds(project: Project, count: number, inSwap: boolean): Promise<KillCounts> {
  const whole = await bothDigests(project);
  const site = join(project.folder, "_site");
  const started = performance.now();
  await run(project, ["build"]);
  const buildMs = performance.now() - started;
  const random = seeded(7);
  const seen = { landed: 0, wrong: 0, missing: 0, wrongAfter: 0, lost: 0 };
  let step = 1;
  for (let round = 0; seen.landed < count; round++) {
    const word = round % 2 === 0 ? "B" : "A";
    tell(project, word);
    const before = ownersDigest(project);
    const ran = inSwap
      ? await killInSwap(project, step)
      : await run(project, ["build"], { killAfterMs: random() * buildMs });
    if (ran.signal === "SIGKILL") seen.landed++;
    step = ran.signal === "SIGKILL" ? step + 1 : 1;
    const live = digest(site);
    if (live === "none") seen.missing++;
    else if (live !== whole.A && live !== whole.B) seen.wrong++;
    if (ownersDigest(project) !== before) seen.lost++;
    // Every build after a kill in the swap, every tenth elsewhere: most are killed at once again, as the next would be.
    if (!inSwap && live !== "none" && round % 10 > 0) continue;
    const next = await run(project, ["build"]);
    const isRight = next.code === 0 && digest(site) === whole[word] && isMarked(site);
    if (
      !isRight ||
      ["_site.next", "_site.old", "_site.lock"].some((name) => existsSync(join(project.folder, name)))
    )
      seen.wrongAfter++;
  }
  return seen;
}

function killInSwap(project: Project, step: number): Promise<Ran> {
  return run(project, ["build"], {
    preloads: [new URL("killed-in-swap.ts", import.meta.url).href],
    env: { TORTURE_KILL_AT: String(step) },
  });
}
