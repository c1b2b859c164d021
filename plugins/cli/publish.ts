import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { configuredFolders, shownOutput } from "../engine/folders.ts";
import { quote } from "../problem.ts";
import { makeManifest } from "../publish/manifest/make.ts";
import { missingCount } from "../publish/output/mark.ts";
import { parsePlan } from "../publish/plan/file.ts";
import type { Plan } from "../publish/plan/plan.ts";
import { showPlan, summary } from "../publish/plan/shown.ts";
import { announcedPublishing, type Publishing } from "../publish/publishing.ts";
import { changedPages, sitemapAddresses, tellIndexNow } from "../publish/release/index-now.ts";
import { type Outcome, type Publisher, preparePlan, publishSite } from "../publish/release/publish.ts";
import { fromFolder } from "../publish/release/source.ts";
import { verifySite } from "../publish/release/verify.ts";
import { wayBack } from "../publish/release/way-back.ts";
import { openStore } from "../publish/stores/open.ts";
import type { Store } from "../publish/stores/store.ts";
import { createProgress, type Progress } from "./progress.ts";

/** What `vervain publish` takes from the command line. */
export interface PublishCommandOptions {
  readonly config?: string;
  /** Show what would be done, and do nothing. */
  readonly plan?: boolean;
  /** Carry out a plan that was written before, or refuse it. */
  readonly apply?: string;
  /** Go back to the release before. */
  readonly rollback?: boolean;
  readonly json?: boolean;
  /** Delete what the site has lost at once, without its grace period. */
  readonly deleteNow?: boolean;
  readonly allowDeletes?: string;
}

/** Sends the built site to its target. Exit code: 0, or 1 with a site that is whole all the same. */
export async function publishCommand(options: PublishCommandOptions): Promise<number> {
  const started = performance.now();
  const { apply, plan: isPlanOnly = false, rollback = false, json = false } = options;
  if ([apply !== undefined, isPlanOnly, rollback].filter(Boolean).length > 1)
    throw new RangeError("publish: expected one of --plan, --apply and --rollback, received more.");
  const read = apply === undefined ? null : parsePlan(apply, readFileSync(apply, "utf8"));
  const { publishing, folder } = await readConfiguration(options.config);
  const store = await openStore(publishing);
  const progress = createProgress();
  const warnings: string[] = [];
  try {
    const publisher = await publisherOf({ options, publishing, folder, store, progress, warnings });
    if (isPlanOnly) {
      const { plan } = await preparePlan(publisher);
      progress.end();
      print(warnings, json ? [JSON.stringify(plan, null, 2)] : showPlan(plan));
      return 0;
    }
    const outcome = await publishSite(publisher, read);
    const told = await tell(outcome.plan, publishing, folder, rollback);
    if (typeof told === "string") warnings.push(told);
    progress.end();
    const ms = performance.now() - started;
    print(warnings, json ? [toJson(outcome, warnings, ms)] : [toLine(outcome, store, ms)]);
    return 0;
  } finally {
    progress.end();
    store.close();
  }
}

interface Configuration {
  readonly publishing: Publishing;
  readonly folder: string;
}

async function readConfiguration(config: string | undefined): Promise<Configuration> {
  const directories = await configuredFolders(config);
  const publishing = announcedPublishing();
  if (publishing === null)
    throw new RangeError(
      "publish: expected the plugin publish in the configuration, received none. Add vervain, or publish alone.",
    );
  return { publishing, folder: shownOutput(directories) };
}

interface Run extends Configuration {
  readonly options: PublishCommandOptions;
  readonly store: Store;
  readonly progress: Progress;
  readonly warnings: string[];
}

async function publisherOf(run: Run): Promise<Publisher> {
  const { options, publishing, folder, store, progress, warnings } = run;
  const { lostCount = 0, ...site } = options.rollback
    ? await wayBack(store)
    : builtSite(folder, publishing, store);
  const allowedDeletes = countOf(options.allowDeletes);
  if (lostCount > (allowedDeletes ?? 0))
    throw new RangeError(
      `publish: --rollback: expected all files of the release before at ${store.name}, received ${lostCount} fewer: they were deleted since. Nothing was done. Publish a build of that state, or go back without them: --allow-deletes ${lostCount}.`,
    );
  if (lostCount > 0) warnings.push(`publish: ${lostCount} files of the release before are not brought back.`);
  return {
    store,
    ...site,
    settings: {
      graceHours: options.deleteNow ? 0 : publishing.graceHours,
      deleteShare: options.rollback ? 1 : publishing.deleteShare,
      allowedDeletes: options.rollback ? null : allowedDeletes,
    },
    isBack: options.rollback === true,
    now: new Date().toISOString(),
    verify: publishing.verify
      ? (plan) => verifySite(plan, { url: publishing.url, manifest: site.manifest, stored: store.stored })
      : null,
    onPhase: (name) => progress.phase(name),
    onSent: (done, of) => progress.count(done, of),
    onWarning: (text) => void warnings.push(text),
  };
}

/** The site in the output folder. @throws {RangeError} where there is none */
function builtSite(
  folder: string,
  { rules }: Publishing,
  store: Store,
): Pick<Publisher, "manifest" | "source"> & { readonly lostCount?: number } {
  if (!existsSync(folder) || readdirSync(folder).length === 0)
    throw new RangeError(
      `publish: expected a built site in ${quote(folder)}, received nothing. Build it first.`,
    );
  const missing = missingCount(folder);
  if (missing !== 0)
    throw new RangeError(
      `publish: expected ${quote(folder)} as it was built, received ${missing === "all" ? "a build that did not come to its end" : `it without ${missing} of its files`}. Build again; what is to be left out, leave out of the build.`,
    );
  const manifest = makeManifest(folder, rules, { hasCompressed: store.hasCompressed });
  if (!manifest.files.some(({ path }) => path === "index.html"))
    throw new RangeError(
      `publish: expected a home page, index.html, in ${quote(folder)}, received none. Build the whole site first.`,
    );
  return { manifest, source: fromFolder(folder, store) };
}

function countOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,7}$/.test(text))
    throw new RangeError(`publish: --allow-deletes: expected a count, received ${quote(text)}.`);
  return Number(text);
}

/** Search engines are told of what the sitemap lists; nobody unless the owner has set a key. */
async function tell(
  plan: Plan,
  { indexNow, url }: Publishing,
  folder: string,
  isRollback: boolean,
): Promise<number | string> {
  if (indexNow === null || isRollback) return 0;
  const sitemaps = readdirSync(folder).filter((name) => /^sitemap[\w-]*\.xml$/.test(name));
  const listed = new Set(
    sitemaps.flatMap((name) => sitemapAddresses(readFileSync(join(folder, name), "utf8"))),
  );
  return tellIndexNow(changedPages(plan, url, listed), { url, key: indexNow });
}

function print(warnings: readonly string[], lines: readonly string[]): void {
  for (const warning of new Set(warnings)) console.error(`${pc.yellow("warning")} ${warning}`);
  for (const line of lines) console.log(line);
}

function toLine({ plan, verifiedCount, deletedCount }: Outcome, store: Store, ms: number): string {
  const parts = [
    summary(plan),
    ...(verifiedCount > 0 ? [`${verifiedCount} looked at`] : []),
    ...(deletedCount > 0 ? [`${deletedCount} deleted`] : []),
    `${(ms / 1000).toFixed(2)} s`,
  ];
  return `${pc.green("published")} ${store.name} · ${parts.join(" · ")}`;
}

function toJson(outcome: Outcome, warnings: readonly string[], ms: number): string {
  return JSON.stringify({ ...outcome, warnings, ms: Math.round(ms) }, null, 2);
}
