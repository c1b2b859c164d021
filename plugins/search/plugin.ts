import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ArticleOptions } from "../build/options.ts";
import { article } from "../build/plugin.ts";
import type { BuildEvent, EleventyConfig } from "../eleventy.ts";

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
  const { site } = article(config, options);
  if (!site.features.search) return;
  let isIndexed = false;
  config.on("eleventy.after", async ({ directories, outputMode, runMode }: BuildEvent) => {
    if (outputMode !== "fs" || (isIndexed && runMode !== "build")) return;
    isIndexed = true;
    await indexPages(directories.output);
  });
}

async function indexPages(output: string): Promise<void> {
  const folder = join(output, "pagefind");
  rmSync(folder, { recursive: true, force: true });
  // 20 MB of program, for sites that have search.
  const { close, createIndex } = await import("pagefind");
  try {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(`search: Pagefind did not start: ${errors.join("; ")}.`);
    report((await index.addDirectory({ path: output })).errors);
    report((await index.writeFiles({ outputPath: folder })).errors);
  } finally {
    await close();
  }
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (UNUSED.test(name)) rmSync(join(folder, name));
}

function report(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`search: the pages could not be indexed: ${errors.join("; ")}.`);
}
