import { posix } from "node:path";
import type { Disk } from "../disk.ts";
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

/** What an owner copies as it is. */
export interface Copying {
  /** A file, a folder or a pattern, relative to the project. */
  readonly from: string;
  /** Folder or file on the site; true: as in the input folder. */
  readonly to: string | boolean;
  readonly input: string;
  readonly disk: Pick<Disk, "exists" | "list">;
}

/** What makes a pattern of a path. */
const PATTERN = /[*?{}[\]()!]/;

/** Whether something that is copied comes to lie at `path`; of a pattern, whatever may match it does. */
export function copiesTo(path: string, { from, to, input, disk }: Copying): boolean {
  const source = posix.normalize(from);
  const isPattern = PATTERN.test(source);
  const parts = source.split("/");
  const folder = isPattern
    ? parts
        .slice(
          0,
          parts.findIndex((part) => PATTERN.test(part)),
        )
        .join("/")
    : source;
  const inside = posix.relative(posix.normalize(input), folder);
  const target = posix.join("/", typeof to === "string" ? to : inside);
  if (!isPattern)
    return isBelow(path, target) && disk.exists(posix.join(source, posix.relative(target, path)));
  // With a folder to go to, what a pattern finds lies there without folders of its own.
  return disk
    .list(folder || ".")
    .some((name) => posix.join(target, typeof to === "string" ? posix.basename(name) : name) === path);
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}
