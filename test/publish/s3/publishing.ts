import { headerRules } from "../../../plugins/publish/headers.ts";
import { makeManifest } from "../../../plugins/publish/manifest/make.ts";
import type { Plan } from "../../../plugins/publish/plan/plan.ts";
import { type Outcome, type Publisher, publishSite } from "../../../plugins/publish/release/publish.ts";
import { fromFolder } from "../../../plugins/publish/release/source.ts";
import { wayBack } from "../../../plugins/publish/release/way-back.ts";
import { s3Store } from "../../../plugins/publish/stores/s3.ts";
import type { Store } from "../../../plugins/publish/stores/store.ts";
import { PLAIN } from "../sample.ts";

export const RULES = headerRules(PLAIN);
export const NOW = "2026-11-28T12:00:00.000Z";

/** Publishers of tests wait no longer than they must for another's beats. */
const TIMING = { beatMs: 50, patienceMs: 300 };

/** The bucket behind an endpoint on loopback. */
export function testStore(endpoint: string, attempts = 3, prefix = ""): Promise<Store> {
  return s3Store({ bucket: "blog", endpoint, prefix }, { attempts, lockTiming: TIMING });
}

/** Publishes a folder to a store. */
export function publishFolder(
  folder: string,
  store: Store,
  more: Partial<Publisher> = {},
  read: Plan | null = null,
): Promise<Outcome> {
  return publishSite(publisherOf(folder, store, more), read);
}

export function publisherOf(folder: string, store: Store, more: Partial<Publisher> = {}): Publisher {
  return {
    store,
    manifest: makeManifest(folder, RULES),
    source: fromFolder(folder, store),
    settings: { graceHours: 24, deleteShare: 0.2, allowedDeletes: null },
    now: NOW,
    verify: null,
    ...more,
  };
}

/** Goes back to the release before. */
export async function goBack(
  store: Store,
  now = NOW,
  onPhase: (name: string) => void = () => undefined,
): Promise<Outcome> {
  const { manifest, source } = await wayBack(store);
  const settings = { graceHours: 24, deleteShare: 1, allowedDeletes: null };
  return publishSite({ store, manifest, source, settings, isBack: true, now, verify: null, onPhase });
}
