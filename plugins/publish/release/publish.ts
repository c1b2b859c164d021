import { randomBytes } from "node:crypto";
import { limiter } from "../../limiter.ts";
import { addressOf, type Manifest, type SiteFile } from "../manifest/manifest.ts";
import { requireSamePlan } from "../plan/file.ts";
import { requireFewDeletes } from "../plan/limits.ts";
import { isNothing, type Plan, planPublish } from "../plan/plan.ts";
import type { Store, StoreLock } from "../stores/store.ts";
import { finishRecord, unexplained } from "./finish.ts";
import { readLive, type Standing } from "./read-live.ts";
import type { Record } from "./record.ts";
import { type SentVersions, sendFiles } from "./send.ts";
import type { Source } from "./source.ts";
import type { Verdict } from "./verify.ts";

export interface PublishSettings {
  readonly graceHours: number;
  /** Most of the live files that may go in one publish without a word, 0..1. */
  readonly deleteShare: number;
  /** Files that may go: the owner's word; null: none was given. */
  readonly allowedDeletes: number | null;
}

export interface Publisher {
  readonly store: Store;
  readonly manifest: Manifest;
  readonly source: Source;
  readonly settings: PublishSettings;
  /** Whether what is published is the release before. */
  readonly isBack?: boolean;
  /** ISO 8601. */
  readonly now: string;
  /** Asks for the live pages; null: nobody does. */
  readonly verify: ((plan: Plan) => Promise<Verdict>) | null;
  readonly onPhase?: (name: string) => void;
  readonly onSent?: (done: number, of: number) => void;
  /** A sentence that spoils nothing. */
  readonly onWarning?: (text: string) => void;
}

/** What a publish did. */
export interface Outcome {
  readonly plan: Plan;
  readonly sentCount: number;
  readonly deletedCount: number;
  readonly verifiedCount: number;
  readonly invalidatedCount: number;
}

/** Deletes at once. */
const DELETED_AT_ONCE = 16;
/** Questions at once. */
const ASKED_AT_ONCE = 16;

/**
 * What would be done now, with what it is made of. Changes nothing.
 *
 * @param at the moment of a plan that was read; null: now, by the target's clock, which all who publish there share
 */
export async function preparePlan(
  publisher: Publisher,
  at: string | null = null,
): Promise<{ readonly plan: Plan; readonly standing: Standing }> {
  const { store, manifest, settings, now } = publisher;
  const standing = await readLive(store);
  if (standing.warning !== null) publisher.onWarning?.(standing.warning);
  if (standing.foreignCount > 0)
    publisher.onWarning?.(
      `publish: ${standing.foreignCount} files at ${store.name} were put there by something else. They are left alone.`,
    );
  const { graceHours } = settings;
  const plan = planPublish(manifest, standing.live, {
    target: store.name,
    now: at ?? new Date(Date.parse(now) + store.aheadMs()).toISOString(),
    graceHours,
    stored: store.stored,
  });
  requireFewDeletes(plan, settings.deleteShare, settings.allowedDeletes);
  return { plan, standing };
}

/**
 * Brings the target to what was built: files in the order of the plan, then a
 * look at the live pages, then what the CDN is to forget, then deletes. Readers
 * find whole pages at every moment, whenever it is cut short.
 *
 * @param read a plan that was read and is to be carried out as it is; null: whatever is to be done now
 * @throws {RangeError} where the plan holds no longer or takes too much off the site; nothing was done
 * @throws {Error} where it could not be brought to its end; a second run does that
 */
export async function publishSite(publisher: Publisher, read: Plan | null = null): Promise<Outcome> {
  const { store, onPhase } = publisher;
  onPhase?.(`Comparing with ${store.name}`);
  const at = read?.at ?? null;
  const first = await preparePlan(publisher, at);
  if (read !== null) requireSamePlan(read, first.plan);
  if (isNothing(first.plan) && first.standing.askedCount === 0) return untouched(first.plan);
  const lock = await store.lock();
  try {
    // Somebody may have published between the first look and the lock.
    const { plan, standing } = await preparePlan(publisher, at);
    if (read !== null) requireSamePlan(read, plan);
    return await carryOut(plan, standing, publisher, lock);
  } finally {
    // What went wrong before is what is said.
    await lock.release().catch(() => undefined);
  }
}

function untouched(plan: Plan): Outcome {
  return { plan, sentCount: 0, deletedCount: 0, verifiedCount: 0, invalidatedCount: 0 };
}

async function carryOut(
  plan: Plan,
  standing: Standing,
  publisher: Publisher,
  lock: StoreLock,
): Promise<Outcome> {
  const { store, manifest, source, onPhase, isBack = false, onSent = () => undefined } = publisher;
  const release = standing.record.begun || releaseName(publisher.now);
  const files = new Map(manifest.files.map((file) => [file.path, file]));
  let sent: SentVersions = new Map();
  if (plan.changes.length > 0 || plan.finishes) {
    await store.writeRecord(JSON.stringify({ ...standing.record, begun: release, isBack } satisfies Record));
    await store.begin(release);
    onPhase?.(`Sending ${plan.changes.length} files`);
    sent = await sendFiles({ plan, files, listing: standing.listing, store, lock, source, release, onSent });
    await lock.requireHeld();
    await store.commit();
  }
  const verifiedCount = await verifyAndInvalidate(plan, publisher, release);
  onPhase?.("Noting the release");
  await lock.requireHeld();
  const outdated = await noteRelease(plan, standing, publisher, release, sent);
  const deletedCount = await deleteDue(plan, store, lock, release, onPhase);
  // The site is live whole by now; copies that stay cost space until the next publish.
  await store.forget(outdated).catch((error: Error) => publisher.onWarning?.(error.message));
  return {
    plan,
    sentCount: plan.changes.length,
    deletedCount,
    verifiedCount,
    invalidatedCount: store.invalidate === null ? 0 : plan.invalidations.length,
  };
}

/** Sorts by time, and is nobody's guess: copies of what was public once lie under it. */
function releaseName(now: string): string {
  return `${now.replace(/[-:]|\.\d+/g, "")}-${randomBytes(4).toString("hex")}`;
}

/** Deleted addresses are forgotten after they are deleted; all others before. */
async function verifyAndInvalidate(plan: Plan, publisher: Publisher, release: string): Promise<number> {
  const { store, verify, onPhase, onWarning } = publisher;
  const look = async (): Promise<Verdict | null> => {
    if (verify === null || (plan.changes.length === 0 && !plan.finishes)) return null;
    onPhase?.("Looking at the live pages");
    return verify(plan);
  };
  const gone = new Set(deletedAddresses(plan));
  const changed = plan.invalidations.filter((address) => !gone.has(address));
  let verdict = await look();
  if (store.invalidate !== null && changed.length > 0) {
    onPhase?.("Invalidating");
    await store.invalidate(changed, release);
    // What was wrong may have been the CDN's old copy.
    if (verdict !== null && verdict.faults.length > 0) verdict = await look();
  }
  for (const warning of verdict?.warnings ?? []) onWarning?.(warning);
  if (verdict !== null && verdict.faults.length > 0)
    throw new Error(
      `${verdict.faults.join("\n")}\npublish: the files are at ${store.name}, but readers do not get them as they were built. Nothing was deleted. Mend what is between, and publish again; or go back: vervain publish --rollback`,
    );
  return verdict?.count ?? 0;
}

/** Copies of releases before the last are let go of at the end: they cost space and nothing else. */
async function noteRelease(
  plan: Plan,
  standing: Standing,
  { store, manifest }: Publisher,
  release: string,
  sent: SentVersions,
): Promise<readonly string[]> {
  const listing = await store.list();
  const inTurn = limiter(ASKED_AT_ONCE);
  const asked = new Map(
    await Promise.all(
      unexplained(manifest, listing, sent, standing).map((path) =>
        inTurn(async () => [path, await store.inspect(path)] as const),
      ),
    ),
  );
  const isRelease = plan.changes.length > 0 || plan.finishes;
  const record = finishRecord({
    plan,
    manifest,
    listing,
    sent,
    asked,
    standing,
    store,
    release: isRelease ? release : null,
  });
  await store.writeRecord(JSON.stringify(record));
  requireOurs(
    manifest.files.filter(({ path, hash }) => asked.has(path) && asked.get(path)?.hash !== hash),
    store,
  );
  return [...listing.kept].filter((copy) => !copy.startsWith(`${record.kept}/`)).sort();
}

/** @throws {Error} where the site is not what was built any more: nothing is deleted on its word */
function requireOurs(replaced: readonly SiteFile[], store: Store): void {
  const [first] = replaced;
  if (first !== undefined)
    throw new Error(
      `publish: expected the files at ${store.name} as they were sent, received ${replaced.length} that something else has replaced or removed meanwhile (${first.path}${replaced.length > 1 ? " …" : ""}). Nothing was deleted. Publish again.`,
    );
}

async function deleteDue(
  plan: Plan,
  store: Store,
  lock: StoreLock,
  release: string,
  onPhase: Publisher["onPhase"],
): Promise<number> {
  if (plan.deletes.length === 0) return 0;
  onPhase?.(`Deleting ${plan.deletes.length} files`);
  await lock.requireHeld();
  const inTurn = limiter(DELETED_AT_ONCE);
  const tried = await Promise.allSettled(
    plan.deletes.map(({ path }) => inTurn(() => store.remove(path).then(() => path))),
  );
  const gone = tried.flatMap((one) => (one.status === "fulfilled" ? [addressOf(one.value)] : []));
  // What did go is forgotten, whatever became of the rest: no later plan knows of it.
  if (gone.length > 0) await store.invalidate?.(gone, `${release}-deletes`);
  const failed = tried.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return gone.length;
}

function deletedAddresses({ deletes }: Plan): readonly string[] {
  return deletes.map(({ path }) => addressOf(path));
}
