import type { OpenedArticle } from "../article/read.ts";
import type { Corpus } from "../corpus/corpus.ts";
import type { WrittenPage } from "./guard.ts";

/** The articles' files as a build read them, by path relative to the project. */
export type Sources = ReadonlyMap<
  string,
  Pick<OpenedArticle, "raw" | "body"> & {
    /** A name for the bytes of the file. */
    readonly hash?: string;
  }
>;

/** On a site of ours asked of every page that is not made, as it is of those that are. @throws {ContentError} for one that may not be written */
export type PageGuard = (page: WrittenPage) => void;

/** What the command line is told while a build runs. */
export interface BuildWatcher {
  /** True: what is decided is explained from the articles' texts afterwards, so they are not let go. */
  readonly keepsTexts?: boolean;
  /** True: an article with faults is shown as far as it can be read, and its faults come with what is decided. */
  readonly rendersFaulty?: boolean;
  reading?(): void;
  /** The templates of the build, before anything is decided. */
  gathered?(items: readonly object[]): void;
  /** `sources` hold their texts where a build is repeated. */
  decided?(corpus: Corpus, sources: Sources, guard: PageGuard | null): void;
  /**
   * Told by a configuration that asked which files are there, and not what is in
   * them: it is to be run again where `areSame` is no longer true. Without it
   * Eleventy runs it again for every change of such a file.
   */
  namesRead?(areSame: () => boolean): void;
  /** Told of a page of which something is said when it is made: it is to be made each time. */
  said?(url: string): void;
  /** Told of a folder beside the site that a build writes to. */
  wroteTo?(folder: string): void;
  /** Told as pages are written: how many are, of how many that are known of. */
  rendered?(count: number, of: number): void;
}

// Of the process, not of this module: the command and the configuration may have loaded one copy each.
const REGISTRY = Symbol.for("vervain.watchers");
const shared = globalThis as { [REGISTRY]?: Set<BuildWatcher> };
shared[REGISTRY] ??= new Set();
const watchers: Set<BuildWatcher> = shared[REGISTRY];

/** Follows the builds of this process; returns a function that stops following. */
export function watchBuilds(watcher: BuildWatcher): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** Whether a command follows the build, and says what is to be said. */
export function areBuildsWatched(): boolean {
  return watchers.size > 0;
}

/** Whether somebody reads the texts of this build after it is decided. */
export function areTextsKept(): boolean {
  return [...watchers].some(({ keepsTexts }) => keepsTexts === true);
}

/** Whether somebody tells the writer of faults, so that they need not stop a build that is repeated. */
export function areFaultsTold(): boolean {
  return [...watchers].some(({ rendersFaulty }) => rendersFaulty === true);
}

/** Whether somebody runs the configuration again when other files are there. */
export function areNamesFollowed(): boolean {
  return [...watchers].some(({ namesRead }) => namesRead !== undefined);
}

export function announceNamesRead(areSame: () => boolean): void {
  for (const watcher of watchers) watcher.namesRead?.(areSame);
}

export function announceReading(): void {
  for (const watcher of watchers) watcher.reading?.();
}

export function announceRendered(count: number, of: number): void {
  for (const watcher of watchers) watcher.rendered?.(count, of);
}

export function announceGathered(items: readonly object[]): void {
  for (const watcher of watchers) watcher.gathered?.(items);
}

export function announceDecided(corpus: Corpus, sources: Sources, guard: PageGuard | null): void {
  for (const watcher of watchers) watcher.decided?.(corpus, sources, guard);
}

export function announceSaid(url: string): void {
  for (const watcher of watchers) watcher.said?.(url);
}

export function announceWroteTo(folder: string): void {
  for (const watcher of watchers) watcher.wroteTo?.(folder);
}
