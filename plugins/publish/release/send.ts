import { limiter } from "../../limiter.ts";
import type { SiteFile } from "../manifest/manifest.ts";
import type { Change, Plan } from "../plan/plan.ts";
import { STEPS } from "../plan/steps.ts";
import type { Listing, Store, StoreLock } from "../stores/store.ts";
import { pathKey } from "./record.ts";
import type { Source } from "./source.ts";

/** Files sent at once. */
const SENT_AT_ONCE = 16;

/** Thrown when a step did not end: what came after it was not begun. */
export class SendError extends Error {
  readonly sentCount: number;
  constructor(message: string, sentCount: number, cause: unknown) {
    super(message, { cause });
    this.name = "SendError";
    this.sentCount = sentCount;
  }
}

export interface Sending {
  readonly plan: Plan;
  readonly files: ReadonlyMap<string, SiteFile>;
  readonly listing: Listing;
  readonly store: Store;
  readonly lock: StoreLock;
  readonly source: Source;
  /** Under which copies of what is replaced are kept. */
  readonly release: string;
  readonly onSent: (done: number, of: number) => void;
}

/** How the versions of what was sent begin in a listing, by path; null where the store did not say. */
export type SentVersions = ReadonlyMap<string, string | null>;

/**
 * Sends the files of a plan step by step. No step begins before the one before
 * has ended whole; after the first failure nothing more is begun.
 *
 * @throws {SendError} when a file could not be sent
 */
export async function sendFiles(sending: Sending): Promise<SentVersions> {
  const { plan, lock, onSent } = sending;
  const versions = new Map<string, string | null>();
  let sentCount = 0;
  for (const step of STEPS) {
    const changes = plan.changes.filter((change) => change.step === step);
    if (changes.length === 0) continue;
    await lock.requireHeld();
    await sendStep(changes, sending, (path, version) => {
      versions.set(path, version);
      onSent(++sentCount, plan.changes.length);
    }).catch((error: unknown) => {
      throw new SendError(
        `publish: stopped at "${step}" after ${sentCount} of ${plan.changes.length} files; no later step was begun and nothing was deleted. Publish again: what is there already is not sent twice.`,
        sentCount,
        error,
      );
    });
  }
  return versions;
}

async function sendStep(
  changes: readonly Change[],
  sending: Sending,
  onSent: (path: string, version: string | null) => void,
): Promise<void> {
  const inTurn = limiter(SENT_AT_ONCE);
  let failure: { readonly error: unknown } | null = null;
  const sendOne = async (change: Change): Promise<void> => {
    if (failure !== null) return;
    try {
      onSent(change.path, await sendFile(change, sending));
    } catch (error) {
      failure ??= { error };
    }
  };
  await Promise.all(changes.map((change) => inTurn(() => sendOne(change))));
  const failed = failure as { readonly error: unknown } | null;
  if (failed !== null) throw failed.error;
}

async function sendFile({ path, kind }: Change, sending: Sending): Promise<string | null> {
  const { files, listing, store, source, release } = sending;
  const file = files.get(path) as SiteFile;
  const copy = `${release}/${pathKey(path)}`;
  // Of a release that was cut short the copy is the older one, to which the way back leads.
  if (kind !== "added" && !listing.kept.has(copy)) await store.keep(path, copy);
  return source(file);
}
