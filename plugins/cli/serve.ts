import { mkdirSync } from "node:fs";
import { Server as HttpServer } from "node:http";
import { Server } from "node:net";
import pc from "picocolors";
import { watchBuilds } from "../build/watchers.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { createEleventy } from "../engine/eleventy.ts";
import { lockOutput } from "../publish/output/lock.ts";
import { markUnfinished } from "../publish/output/mark.ts";
import { requireOwn } from "../publish/output/prepare.ts";
import { removeOwn } from "../publish/output/remove-own.ts";
import { closePassthrough, forgetVanished } from "./serve-files.ts";
import { guard } from "./serve-guard.ts";
import { quietLogger, silenceMeasurements } from "./serve-log.ts";
import { serveLines } from "./serve-report.ts";
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
    clearFolder();
    listenGuarded();
    tellFaults();
    const eleventy = createEleventy({ configPath: config, output: FOLDER, runMode: "serve", configure });
    await eleventy.init();
    eleventy.logger.overrideLogger(quietLogger());
    await eleventy.watch();
    rebuildOnDeletion(eleventy.watcher);
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

/** Nothing of the last time is served. @throws {RangeError} for a folder that Vervain did not make */
function clearFolder(): void {
  requireOwn(FOLDER, FOLDER);
  removeOwn(FOLDER);
  mkdirSync(FOLDER);
  markUnfinished(FOLDER);
}

/** Files that were saved since the last build; none before the first. */
let changed: readonly string[] = [];

/** Says after each build what is wrong in what was just saved. */
function tellFaults(): void {
  watchBuilds({
    rendersFaulty: true,
    decided: ({ problems }) => {
      for (const line of serveLines(problems, changed)) console.log(painted(line));
    },
  });
}

/** A saved file as the writer knows it: Eleventy names some by the whole path, without its first slash. */
function projectFile(path: string): string {
  const plain = path.replace(/^\.?\//, "");
  const root = `${process.cwd().replace(/^\//, "")}/`;
  return plain.startsWith(root) ? plain.slice(root.length) : shownPath(path);
}

function painted(line: string): string {
  return line.replace(/^(?:error|warning)/, (level) =>
    level === "error" ? pc.red(level) : pc.yellow(level),
  );
}

function configure(config: EleventyConfig): void {
  config.on("eleventy.before", () => silenceMeasurements(config));
  config.on("eleventy.beforeWatch", (paths) => {
    changed = paths.map(projectFile);
  });
  forgetVanished(config);
  closePassthrough(config);
}

/** Eleventy forgets a deleted file and builds nothing; to be rebuilt, it has to hear of a change. */
function rebuildOnDeletion(watcher: NodeJS.EventEmitter | undefined): void {
  watcher?.on("unlink", (path: string) => watcher.emit("change", path));
}

// Eleventy's development server listens on every interface and has no option for
// it: drafts would be readable by the whole café.
function listenGuarded(): void {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function listenHere(this: Server, ...values: unknown[]) {
    const [first] = values;
    const isOptions = typeof first === "object" && first !== null && "port" in first;
    if (this instanceof HttpServer && !guarded.has(this)) guard(this);
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
