import { existsSync, rmSync, statSync } from "node:fs";
import type { BuildEvent, EleventyConfig } from "../eleventy.ts";

/**
 * Takes away the pages that the last build made and this one did not: deleted, renamed or moved articles.
 *
 * @param isUnread whether a source is there and could not be read: the last page made of it stays
 */
export function forgetVanished(config: EleventyConfig, isUnread: (inputPath: string) => boolean): void {
  let last: ReadonlyMap<string, string> = new Map();
  config.on("eleventy.after", async ({ results = [] }: BuildEvent) => {
    const made = new Map(
      results.flatMap(({ inputPath, outputPath }) => (outputPath === false ? [] : [[outputPath, inputPath]])),
    );
    for (const [path, source] of last) {
      if (made.has(path)) continue;
      if (isUnread(source)) made.set(path, source);
      else rmSync(path, { force: true });
    }
    last = made;
  });
}

/**
 * Eleventy's server takes what is copied as it is from its source, by the
 * beginning of the address: `/images-unpublished/a.png` from a folder beside
 * `images`. With a slash at the end a folder gives what is in it, no more.
 */
export function closePassthrough(config: EleventyConfig): void {
  config.on("eleventy.passthrough", ({ map }) => {
    for (const [address, path] of Object.entries(map)) {
      if (address.endsWith("/") || !existsSync(path) || !statSync(path).isDirectory()) continue;
      delete map[address];
      map[`${address}/`] = `${path.replace(/\/$/, "")}/`;
    }
  });
}
