import { existsSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { atTheEnd } from "../build/finishing.ts";
import type { ArticleOptions } from "../build/options.ts";
import { article } from "../build/plugin.ts";
import type { EleventyConfig } from "../eleventy.ts";
import { requirePackages } from "../needs.ts";
import { requireConfig } from "../own-plugin.ts";
import { quote, SetupError } from "../problem.ts";

/** Pagefind's own interface, which the theme does not use. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Makes the index that the theme's search reads, with Pagefind, of the pages as
 * they were written. While serving, once: an index of the first build is near
 * enough, and rebuilds stay quick.
 *
 * @throws {Error} when Pagefind cannot be run
 */
export function search(config: EleventyConfig, options: ArticleOptions = {}): void {
  requireConfig("search", config);
  const { site } = article(config, options);
  if (!site.features.search) return;
  requirePackages("search", ["search"]);
  let isIndexed = false;
  atTheEnd(config, async ({ directories, outputMode, runMode }) => {
    if (outputMode !== "fs" || (isIndexed && runMode !== "build")) return;
    isIndexed = true;
    await indexPages(directories.output);
  });
}

async function indexPages(output: string): Promise<void> {
  const folder = join(output, "pagefind");
  requirePagefinds(folder);
  rmSync(folder, { recursive: true, force: true });
  // 20 MB of program, for sites that have search.
  const { close, createIndex } = await import("pagefind");
  const make = async (): Promise<void> => {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(`search: Pagefind did not start: ${errors.join("; ")}.`);
    report((await index.addDirectory({ path: output })).errors, output);
    report((await index.writeFiles({ outputPath: folder })).errors, output);
  };
  try {
    await unlessItEnds(make(), output);
  } finally {
    await close();
  }
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (UNUSED.test(name)) rmSync(join(folder, name));
}

/** @throws {RangeError} for a folder of the owner's where the index goes */
function requirePagefinds(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (existsSync(join(folder, "pagefind-entry.json"))) return;
  throw new SetupError(
    `search: expected nothing or an index of Pagefind's at "${folder}", received something else. Move it away: the search index goes there.`,
  );
}

/**
 * What `work` gives. Pagefind is a process of its own, and where it is killed
 * its promises stay as they are for ever: then Node has nothing left to wait for.
 */
function unlessItEnds(work: Promise<void>, output: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(endFault("its end before the index was whole", output));
    process.once("beforeExit", fail);
    const told = (error: Error): void => (error.message.includes("backend closed") ? fail() : reject(error));
    work.then(resolve, told).finally(() => process.off("beforeExit", fail));
  });
}

function report(errors: readonly string[], output: string): void {
  if (errors.length > 0) throw endFault(errors.join("; "), output);
}

/** Less room than this is what Pagefind died of, if it died. */
const NO_ROOM_BYTES = 1_000_000;

/** Pagefind's own words are a stack of another program's. */
function endFault(received: string, output: string): Error {
  const { bavail, bsize } = statfsSync(output);
  const isFull = bavail * bsize < NO_ROOM_BYTES;
  const cause = isFull ? "the disk is full" : "it was ended from outside, or there was too little memory";
  return new Error(
    `search: expected Pagefind to index the pages in ${quote(output.replace(/^\.\/|\/$/g, ""))}, received ${received}: ${cause}. Make room and build again, or leave search out with features: { search: false }.`,
  );
}
