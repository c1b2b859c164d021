import { join } from "node:path";
import type { Project } from "../../test/project.ts";
import { seeded } from "../random.ts";
import { bothDigests, digest, isMarked, run, tell } from "./site.ts";

export interface PairCounts {
  readonly pairs: number;
  /** The second build said that it waited. */
  readonly waited: number;
  readonly failed: number;
  readonly wrong: number;
}

/** Two builds at once, the second begun when the articles say something else; that is what must be live in the end. */
export async function buildInPairs(project: Project, count: number): Promise<PairCounts> {
  const whole = await bothDigests(project);
  const site = join(project.folder, "_site");
  const started = performance.now();
  await run(project, ["build"]);
  const buildMs = performance.now() - started;
  const random = seeded(11);
  const seen = { pairs: 0, waited: 0, failed: 0, wrong: 0 };
  for (; seen.pairs < count; seen.pairs++) {
    tell(project, "A");
    const first = run(project, ["build"]);
    await new Promise((resolve) => setTimeout(resolve, random() * buildMs));
    tell(project, "B");
    const both = await Promise.all([first, run(project, ["build"])]);
    if (both.some(({ output }) => output.includes("Waiting for process"))) seen.waited++;
    if (both.some(({ code }) => code !== 0)) seen.failed++;
    if (digest(site) !== whole.B || !isMarked(site)) seen.wrong++;
  }
  return seen;
}
