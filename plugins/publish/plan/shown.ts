import type { Change, ChangeKind, Plan } from "./plan.ts";

/** Paths of one kind that are listed before the rest is only counted. */
const LISTED = 20;

const MARKS: Readonly<Record<ChangeKind, string>> = { added: "+", changed: "~", headers: "h" };

/** The plan as people read it, a line each. */
export function showPlan(plan: Plan): readonly string[] {
  const { changes, deletes, waiting, invalidations, target } = plan;
  return [
    `${target}: ${summary(plan)}`,
    ...(plan.finishes ? ["A release that was begun earlier is brought to its end."] : []),
    ...listed(changes, ({ kind, path, step }) => `  ${MARKS[kind]} ${path}  (${step})`),
    ...listed(deletes, ({ path }) => `  - ${path}`),
    ...listed(waiting, ({ path, since }) => `  . ${path}  (gone since ${since}, deleted by a later publish)`),
    ...(invalidations.length > 0
      ? [`The CDN is to forget ${counted(invalidations.length, "address")}.`]
      : []),
  ];
}

/** "3 added, 1 changed, 12 kB, 40 unchanged". */
export function summary({ changes, deletes, waiting, unchangedCount }: Plan): string {
  const count = (kind: ChangeKind): number => changes.filter((change) => change.kind === kind).length;
  const parts = [
    [count("added"), "added"],
    [count("changed"), "changed"],
    [count("headers"), "with other headers"],
    [deletes.length, "deleted"],
    [waiting.length, "waiting to be deleted"],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  const bytes = changes.length > 0 ? [size(bytesOf(changes))] : [];
  return [...(told.length > 0 ? told : ["nothing to do"]), ...bytes, `${unchangedCount} unchanged`].join(
    ", ",
  );
}

/** Bytes that are to be sent. */
export function bytesOf(changes: readonly Change[]): number {
  return changes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

function listed<Item>(items: readonly Item[], line: (item: Item) => string): readonly string[] {
  const shown = items.slice(0, LISTED).map(line);
  return items.length > LISTED
    ? [...shown, `  … and ${items.length - LISTED} more (--json lists all)`]
    : shown;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "es"}`;
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const [number, unit] = bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${number < 10 ? number.toFixed(1) : Math.round(number)} ${unit}`;
}
