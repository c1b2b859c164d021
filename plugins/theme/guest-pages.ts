import type { EleventyConfig } from "../eleventy.ts";

/** Addresses that a build has given away. */
export interface Addresses {
  /** Whether a page of ours may have an address: nothing of somebody else's has it. */
  isFree(url: string): boolean;
  /** Addresses that stayed somebody else's, in order. */
  readonly taken: readonly string[];
}

/**
 * Follows which addresses the pages of somebody else's site have. Pages of ours
 * ask last of all (see {@link LAST}), so that theirs are known.
 *
 * @param isCopied whether a file is copied to that address as it is
 */
export function followAddresses(config: EleventyConfig, isCopied: (url: string) => boolean): Addresses {
  const seen = new Set<string>();
  const ours = new Set<string>();
  const taken = new Set<string>();
  config.on("eleventy.before", () => {
    for (const set of [seen, ours, taken]) set.clear();
  });
  // Told of every address as it is made; what it returns would be another one.
  config.addUrlTransform(({ url }) => {
    if (!ours.has(url)) seen.add(url);
    return undefined;
  });
  return {
    isFree: (url) => {
      const isFree = ours.has(url) || !(seen.has(url) || isCopied(url));
      (isFree ? ours : taken).add(url);
      return isFree;
    },
    get taken() {
      return [...taken];
    },
  };
}

/** Data of a template that asks for all pages of the site: its own are made after theirs. */
export const LAST = { eleventyImport: { collections: ["all"] } } as const;
