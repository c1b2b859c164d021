import type { Plan } from "./plan.ts";

/** So many may always go: a blog of ten pages may lose one. */
const ALWAYS = 10;

/**
 * Refuses a plan that takes more files off the site than is usual, before
 * anything is done: an empty folder or a wrong prefix looks like a site that has
 * lost all its pages.
 *
 * @param share most of the live files that may go, 0..1
 * @param allowed a count that the owner has said yes to; null: none was said
 * @throws {RangeError} naming the count
 */
export function requireFewDeletes(plan: Plan, share: number, allowed: number | null): void {
  const { deletes, waiting, unchangedCount, changes } = plan;
  // What waits already was agreed to when it began to wait.
  const newlyGone = [...deletes, ...waiting].filter(({ isNew }) => isNew);
  const count = newlyGone.length;
  const staying = unchangedCount + changes.filter(({ kind }) => kind !== "added").length;
  const limit = allowed ?? Math.max(ALWAYS, Math.floor((staying + count) * share));
  if (count <= limit) return;
  const first = newlyGone
    .map(({ path }) => path)
    .slice(0, 3)
    .join(", ");
  throw new RangeError(
    `publish: expected to take at most ${limit} files off ${plan.target}, received ${count} of ${staying + count} (${first} …). Nothing was done. If that is meant: --allow-deletes ${count}.`,
  );
}
