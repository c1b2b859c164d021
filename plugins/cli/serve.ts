import { mkdirSync } from "node:fs";
import { Server as HttpServer } from "node:http";
import { type AddressInfo, Server } from "node:net";
import pc from "picocolors";
import { projectPath } from "../build/build.ts";
import { folderOfSite } from "../build/place.ts";
import { watchBuilds } from "../build/watchers.ts";
import { outOfFolder } from "../corpus/site-folder.ts";
import { DESK } from "../desk/types.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { createEleventy, type EleventyRun } from "../engine/eleventy.ts";
import { indexEntries } from "../engine/entries.ts";
import { lockOutput } from "../publish/output/lock.ts";
import { markUnfinished } from "../publish/output/mark.ts";
import { requireOwn } from "../publish/output/prepare.ts";
import { removeEmptyFolders, removeOwnFiles } from "../publish/output/remove-own.ts";
import { faultsOfError, reportFault } from "./faults.ts";
import { answerDesk } from "./serve-desk.ts";
import { hearOfEarly } from "./serve-early.ts";
import { closePassthrough, forgetVanished } from "./serve-files.ts";
import { hearInNewFolders } from "./serve-folders.ts";
import { type Answer, guard } from "./serve-guard.ts";
import { quietLogger, silenceMeasurements } from "./serve-log.ts";
import { followServed } from "./serve-pages.ts";
import { addPanel } from "./serve-panel.ts";
import { serveLines } from "./serve-report.ts";
import { noteDecided, openState } from "./serve-state.ts";
import { hearFromHere, rerunForNames } from "./serve-watch.ts";
import { shownPath } from "./shown-path.ts";

export interface ServeOptions {
  readonly config?: string;
  readonly port: string;
}

/** Where the site lies while it is served: its own folder, so that a build is never mixed with drafts. */
const FOLDER = "_site.serve";

/** Serves the site on loopback and rebuilds it on every change until interrupted. */
export async function serveCommand({ config, port }: ServeOptions): Promise<number> {
  const lock = await lockOutput(FOLDER, { patienceMs: 0 });
  try {
    await clearFolder();
    listenGuarded();
    const eleventy = createEleventy({ configPath: config, output: FOLDER, runMode: "serve", configure });
    tellFaults(eleventy);
    const started = Date.now();
    await eleventy.init();
    eleventy.logger.overrideLogger(quietLogger());
    noteStops(eleventy);
    if (!(await isBuilt(eleventy))) return 1;
    showSaved(eleventy);
    hearFromHere(eleventy.watcher, {
      isRunning: () => eleventy.watchManager?.isBuildRunning() === true,
      isConfiguration: (path) => eleventy.shouldTriggerConfigReset?.([path]) === true,
    });
    hearOfEarly(eleventy.watcher, started);
    hearInNewFolders(eleventy.watcher);
    await eleventy.serve(Number(port));
    await new Promise<void>((resolve) => {
      process.once("SIGINT", async () => {
        await eleventy.stopWatch();
        resolve();
      });
    });
    return 0;
  } finally {
    lock.release();
  }
}

/** The first build; false where a fault stopped it, which was said. */
async function isBuilt(eleventy: EleventyRun): Promise<boolean> {
  try {
    await eleventy.watch();
    return true;
  } catch (error) {
    if (said.has(error as object)) return false;
    throw error;
  }
}

/** Nothing of the last time is served. @throws {RangeError} for a folder that Vervain did not make */
async function clearFolder(): Promise<void> {
  requireOwn(FOLDER, FOLDER);
  removeOwnFiles(FOLDER);
  await removeEmptyFolders(FOLDER);
  mkdirSync(FOLDER);
  markUnfinished(FOLDER);
}

const state = openState();
const pages = followServed(FOLDER, (error) => stop(error));
/** Tells browsers, desk and terminal of what kept a page from being made. */
let stop: (error: unknown) => void = reportFault;
/** Errors that the terminal was told of. */
const said = new WeakSet<object>();

/**
 * Eleventy tells its server of what stopped a build; the desk is told too. Of a
 * configuration that cannot be read it tells the terminal alone, which hears
 * all in the words of `vervain build`.
 */
function noteStops({ eleventyServe, errorHandler }: EleventyRun): void {
  if (eleventyServe === undefined) return;
  const send = eleventyServe.sendError;
  eleventyServe.sendError = function tellBoth(this: object, event) {
    state.stopped = faultsOfError(event.error);
    return send.call(this, event);
  };
  stop = (error) => {
    eleventyServe.sendError({ error });
    reportFault(error);
  };
  if (errorHandler?.error === undefined) return;
  errorHandler.error = function sayAndTell(error) {
    eleventyServe.sendError({ error });
    reportFault(error);
    said.add(error as object);
  };
}

/**
 * Eleventy hands its server every page of the site, of which browsers use those
 * of the saved files: these are made now, and the others not sent. To be called
 * when the first build is through.
 */
function showSaved({ eleventyServe }: EleventyRun): void {
  if (eleventyServe?.reload === undefined) return;
  const { reload } = eleventyServe;
  let { folder } = state;
  eleventyServe.reload = async function reloadSaved(this: object, event) {
    const { files = [], build } = event;
    await pages.makeOf(files);
    if (state.folder !== folder) {
      // It answers in the folder with which it was begun, and sees no change in that.
      folder = state.folder;
      return eleventyServe.restart?.();
    }
    const templates = build?.templates?.filter(({ inputPath }) => files.includes(inputPath));
    const shown = templates?.map((one) => ({ ...one, content: one.content }));
    return reload.call(this, { ...event, build: { ...build, templates: shown } });
  };
}

/** Whether the files are there of which the last configuration asked the names. */
let areNamesSame = (): boolean => true;

/** Files that were saved since the last build; none before the first. */
let changed: readonly string[] = [];

/** Says after each build what is wrong in what was just saved. */
function tellFaults(eleventy: EleventyRun): void {
  const followsNames = rerunForNames(eleventy, () => areNamesSame());
  watchBuilds({
    rendersFaulty: true,
    ...(followsNames ? { namesRead } : {}),
    gathered: (items) => {
      indexEntries(eleventy.writer?.templateMap);
      pages.gathered(items);
    },
    decided: (corpus, sources) => {
      noteDecided(state, corpus, sources);
      pages.decided();
      for (const line of serveLines(corpus.problems, changed)) console.log(painted(line));
    },
  });
}

function namesRead(areSame: () => boolean): void {
  areNamesSame = areSame;
}

/** A saved file as the writer knows it: Eleventy names some by the whole path, without its first slash. */
function savedFile(path: string): string {
  const plain = path.replace(/^\.?\//, "");
  const root = `${process.cwd().replace(/^\//, "")}/`;
  return plain.startsWith(root) ? plain.slice(root.length) : shownPath(path);
}

function painted(line: string): string {
  return line.replace(/^(?:error|warning)/, (level) =>
    level === "error" ? pc.red(level) : pc.yellow(level),
  );
}

/** How long a file must not grow to be read, ms: an editor writes it at once, a copy bit by bit. */
const SETTLED = { stabilityThreshold: 50, pollInterval: 10 };

function configure(config: EleventyConfig): void {
  areNamesSame = () => true;
  // Before the owner's file, which may know better.
  config.setChokidarConfig?.({ awaitWriteFinish: SETTLED });
  config.on("eleventy.before", ({ directories }) => {
    silenceMeasurements(config);
    state.input = projectPath(directories.input);
    state.folder = folderOfSite(config);
  });
  config.on("eleventy.after", async () => pages.built());
  addPanel(config);
  config.on("eleventy.beforeWatch", (paths) => {
    changed = paths.map(savedFile);
  });
  forgetVanished(config, (inputPath) => isUnread(projectPath(inputPath)));
  closePassthrough(config);
}

/** Whether an article is there and cannot be read as it stands: its last page stays. */
function isUnread(file: string): boolean {
  return state.corpus?.leftOut.some((one) => one.file === file && one.why === "faulty") ?? false;
}

/** Desk and panel are answered here; a page is made before the server gives its file. */
const answer: Answer = async (request, response) => {
  if (await answerDesk(request, response, state, FOLDER)) return true;
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  await pages.make(
    decodeURIComponent(state.folder === "" ? pathname : (outOfFolder(pathname, state.folder) ?? pathname)),
  );
  return false;
};

// Eleventy's development server listens on every interface and has no option for
// it: drafts would be readable by the whole café.
function listenGuarded(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function listenHere(this: Server, ...values: unknown[]) {
    const [first] = values;
    const isOptions = typeof first === "object" && first !== null && "port" in first;
    if (this instanceof HttpServer && !guarded.has(this)) {
      guard(this, answer);
      this.once("listening", () => {
        const { port } = this.address() as AddressInfo;
        console.log(`Desk at http://localhost:${port}${state.folder}${DESK}`);
      });
    }
    guarded.add(this);
    return listen.apply(
      this,
      (isOptions ? [{ host: "127.0.0.1", ...first }, ...values.slice(1)] : values) as Parameters<
        typeof listen
      >,
    );
  } as typeof listen;
}

/** A server whose port is taken listens anew on the next. */
const guarded = new WeakSet<Server>();
