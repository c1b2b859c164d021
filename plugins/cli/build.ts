import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { type BuildWatcher, watchBuilds } from "../build/watchers.ts";
import type { Corpus } from "../corpus/corpus.ts";
import { eleventyPackage } from "../eleventy-package.ts";
import { createEleventy } from "../engine/eleventy.ts";
import { configuredFolders, shownOutput } from "../engine/folders.ts";
import { keepLean, type LeanBuild } from "../engine/lean.ts";
import { followOwners } from "../engine/owners-code.ts";
import { once } from "../once.ts";
import { isDiskError, wordDiskError } from "../publish/output/disk-fault.ts";
import { lockOutput, type OutputLock } from "../publish/output/lock.ts";
import { MARK_NAME } from "../publish/output/mark.ts";
import { type OutputFolders, outputFolders, prepareOutput } from "../publish/output/prepare.ts";
import { removeOwn, removeOwnFiles } from "../publish/output/remove-own.ts";
import { openSpareFolders } from "../publish/output/spare-folders.ts";
import { clearFolders, swapIn } from "../publish/output/swap.ts";
import {
  type BuildSummary,
  type CheckSummary,
  printChecked,
  printSummary,
  summaryOf,
} from "./build-summary.ts";
import { reportFault } from "./faults.ts";
import { keepPages, type PageKeeping } from "./keep-pages.ts";
import { compareLast, type LastBuild } from "./last-build.ts";
import { createProgress, type Progress } from "./progress.ts";
import { silenceMeasurements } from "./serve-log.ts";
import { siteInputs } from "./site-inputs.ts";

/** What is told of a build when all is decided. */
type Decided = Parameters<NonNullable<BuildWatcher["decided"]>>;

export interface BuildOptions {
  readonly config?: string;
  readonly output?: string;
  /** Keep an output folder that Vervain did not make beside the new site, instead of refusing it. */
  readonly setAside?: boolean;
  /** Check every page before the site is swapped in; an error keeps the last good site. */
  readonly check?: boolean;
  /** False: what earlier builds kept is dropped first, and all is made anew. */
  readonly cache?: boolean;
  /** Print every warning instead of the first few. */
  readonly verbose?: boolean;
}

/** Builds the site beside the last one and swaps it in when it is whole. Exit code: 0, or 1 with the last site untouched. */
export async function buildCommand(options: BuildOptions): Promise<number> {
  const started = performance.now();
  const progress = createProgress();
  let corpus: Corpus | null = null;
  let lean: LeanBuild | null = null;
  let lock: OutputLock | null = null;
  let closing = (): string => "";
  const wroteTo = new Set<string>();
  const pages: { keeping: PageKeeping | null; begin: (...values: Decided) => PageKeeping | null } = {
    keeping: null,
    begin: () => null,
  };
  const unwatch = watchBuilds({
    reading: () => progress.phase("Reading articles"),
    gathered: (items) => lean?.gathered(items),
    decided: (decided, sources, guard) => {
      corpus = decided;
      pages.keeping = pages.begin(decided, sources, guard);
      if (pages.keeping !== null) lean?.keep(pages.keeping);
      lean?.decided();
      progress.phase("Rendering pages");
    },
    said: (url) => pages.keeping?.said(url),
    wroteTo: (folder) => void wroteTo.add(folder),
    rendered: (count, of) => progress.count(count, of),
  });
  try {
    const wanted = await foldersOf(options);
    lock = await lockOutput(wanted.output, {
      onWait: (holder) => console.log(`Waiting for ${holder}, which builds into ${wanted.shown} …`),
    }).catch(refused(wanted.shown));
    if (options.cache === false) dropKept();
    const folders = prepareOutput(wanted, { setsAside: options.setAside });
    const { shown, output, staging } = folders;
    const { make: makeFolder, keep } = openSpareFolders();
    closing = watchStanding(output);
    let pageCount = 0;
    let standing = async (): Promise<LastBuild<BuildSummary> | null> => null;
    const eleventy = createEleventy({
      configPath: options.config,
      output: staging,
      runMode: "build",
      configure: (config) => {
        ignoreOutputs(config, output);
        config.on("eleventy.before", () => silenceMeasurements(config));
        config.on("eleventy.after", async ({ results = [] }) => {
          pageCount = results.length;
        });
        const owners = followOwners(eleventy);
        // Asked before a file is read: what is written to meanwhile is another next time.
        const inputs = once(() => siteInputs(config));
        const given = { config, inputs, output, options: [options.check === true] };
        standing = () => compareLast({ ...given, configured: owners() });
        pages.begin = (corpus, sources, guard) =>
          keepPages({
            ...{ corpus, sources, guard, folders, makeFolder },
            configured: owners(),
            inputs,
          });
      },
    });
    await eleventy.init();
    const isVerbose = options.verbose ?? false;
    const last = await standing();
    if (last !== null && last.said !== null) {
      removeOwn(staging);
      progress.end();
      const { said } = last;
      if (said.checked !== null) printChecked(said.checked, [], isVerbose);
      printSummary(said, { shown, ms: performance.now() - started, isVerbose, isUnchanged: true });
      return 0;
    }
    lean = keepLean(eleventy);
    eleventy.disableLogger?.();
    const spokenCount = await countSpoken(() => eleventy.write());
    if (readdirSync(staging).every((name) => name === MARK_NAME))
      throw new Error("build: nothing was written. Is there a page in the input folder?");
    const checked = options.check ? await checkStaged(staging, corpus, progress, isVerbose) : null;
    if (options.check && checked === null) {
      if (closing() !== "") console.error(closing());
      return 1;
    }
    progress.phase("Swapping in");
    lock.requireHeld();
    // Where each page is made each time, none would be asked for.
    const left =
      swapIn(folders, removeOwnFiles) ??
      (await clearFolders(folders, pages.keeping === null ? undefined : keep));
    pages.keeping?.save();
    progress.end();
    if (left !== null) console.log(`${pc.yellow("warning")} ${left}`);
    tellMissing(lean.missing());
    const summary = summaryOf(corpus, pageCount, checked);
    // What keeps pages from being taken over keeps the site from it.
    const isPure = pages.keeping !== null && lean.missing().length === 0;
    if (isPure && left === null && spokenCount === 0) last?.keep(summary, corpus, wroteTo);
    printSummary(summary, { shown, ms: performance.now() - started, isVerbose, isUnchanged: false });
    return 0;
  } catch (error) {
    progress.end();
    reportFault(error, closing());
    return 1;
  } finally {
    lock?.release();
    unwatch();
  }
}

/** How many lines were said meanwhile: they would be missing where a build makes nothing. */
async function countSpoken(act: () => Promise<unknown>): Promise<number> {
  const { log, warn, error, info } = console;
  let count = 0;
  const counting =
    (say: (...values: unknown[]) => void) =>
    (...values: unknown[]): void => {
      count++;
      say(...values);
    };
  Object.assign(console, {
    log: counting(log),
    warn: counting(warn),
    error: counting(error),
    info: counting(info),
  });
  try {
    await act();
  } finally {
    Object.assign(console, { log, warn, error, info });
  }
  return count;
}

/** Where builds keep what they made, and what lies there that is not theirs. */
const KEPT_FOLDER = ".cache/vervain";
const OF_IMPORT = "fetched";

function dropKept(): void {
  if (!existsSync(KEPT_FOLDER)) return;
  for (const name of readdirSync(KEPT_FOLDER))
    if (name !== OF_IMPORT) rmSync(join(KEPT_FOLDER, name), { recursive: true, force: true });
}

/** Nothing but the disk's answer to the first thing written beside the output. */
function refused(shown: string): (error: unknown) => never {
  return (error) => {
    throw isDiskError(error) ? new RangeError(wordDiskError(error, shown), { cause: error }) : error;
  };
}

/** Checks the pages as they were written, and says what is wrong with them. Null when something is. */
async function checkStaged(
  folder: string,
  corpus: Corpus | null,
  progress: Progress,
  isVerbose: boolean,
): Promise<CheckSummary | null> {
  progress.phase("Checking pages");
  const { findBuilt } = await import("./check-built.ts");
  const { lines, pageCount } = findBuilt(folder, corpus);
  progress.end();
  const linesOf = (wanted: string): readonly string[] =>
    lines.filter(({ severity }) => severity === wanted).map(({ line }) => line);
  const [errors, warnings] = [linesOf("error"), linesOf("warning")];
  printChecked({ pageCount, warnings }, errors, isVerbose);
  return errors.length === 0 ? { pageCount, warnings } : null;
}

/** The folders of the build: the option's output or the configuration's, apart from what the site is made of. */
async function foldersOf({ output, config }: BuildOptions): Promise<OutputFolders> {
  const directories = await configuredFolders(config);
  return outputFolders(output ?? shownOutput(directories), directories);
}

/** Says once what a later Eleventy has no more: the site is the same, building it is not as cheap. */
function tellMissing(names: readonly string[]): void {
  if (names.length === 0) return;
  console.log(
    `${pc.dim("note")} Eleventy ${eleventyPackage().version}: expected ${names.join(", ")} inside it, received none. The site is the same; a large one takes more time and memory. A newer Vervain may know this Eleventy.`,
  );
}

/**
 * What may be said of the last site after a fault, asked of the disk: its
 * folder is never written to, so while it is the same one, so is the site.
 * "": there was none, or it is not there.
 */
function watchStanding(output: string): () => string {
  const identity = (): string | null => {
    const stat = statSync(output, { bigint: true, throwIfNoEntry: false });
    return stat === undefined || readdirSync(output).length === 0 ? null : `${stat.dev} ${stat.ino}`;
  };
  const before = identity();
  return () => (before !== null && identity() === before ? "The last good site was left as it was." : "");
}

// Where the input folder is the project itself, the last site's pages would be read as templates.
function ignoreOutputs(config: { readonly ignores: { add(glob: string): void } }, output: string): void {
  const base = output.replace(/^\.\//, "").replace(/\/+$/, "");
  config.ignores.add(`${base}/**`);
  config.ignores.add(`${base}.*/**`);
}
