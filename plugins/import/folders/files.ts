import type { SourceFile, SourceFiles } from "../model.ts";
import { addressKey } from "../transfer/old-address.ts";
import type { BlogKind } from "./kind.ts";
import { folderOf, type Tree } from "./tree.ts";

/** Files of a blog by the addresses at which its site showed them. */
export interface ServedFiles extends SourceFiles {
  /** Absolute old address of a file, by its path in the source. */
  addressAt(path: string): string;
  /** Says that what lies in a folder was shown below an address: the files of a page bundle. */
  showBelow(folder: string, address: string): void;
}

/** What is made into pages and feeds: no file that a text shows or links to. */
const MADE =
  /\.(?:md|markdown|mdx|html?|njk|liquid|hbs|ejs|haml|pug|astro|vue|svelte|s?css|sass|less|json|xml)$/i;

/** @param front front page of the old site */
export function servedFiles(tree: Tree, kind: BlogKind, front: string): ServedFiles {
  const { origin } = new URL(front);
  const served = new Map<string, SourceFile>();
  const addressAt = (path: string): string =>
    `${front}${encodeURI(kind.servedAt(path) ?? `/${path}`).replace(/[?#]/g, encodeURIComponent)}`;
  for (const from of tree.files) {
    const place = kind.servedAt(from);
    if (MADE.test(from)) continue;
    const file = { from, path: (place ?? `/${from}`).replace(/^\/+(?:images\/)?/, "") };
    // Texts name a file from the root of the host too, where the site is below it.
    for (const address of [addressAt(from), ...(place === null ? [] : [`${origin}${encodeURI(place)}`])]) {
      const key = addressKey(address);
      if (key !== null && !served.has(key)) served.set(key, file);
    }
  }
  const byFolder = filesByFolder(served.values());
  const showBelow = (folder: string, address: string): void => {
    for (const file of byFolder.get(folder) ?? []) {
      const key = addressKey(new URL(encodeURI(file.from.slice(folder.length + 1)), address).href);
      if (key !== null && !served.has(key)) served.set(key, file);
    }
  };
  return {
    addressAt,
    showBelow,
    find: (address) => {
      const key = addressKey(address.replace(/[?#].*$/, ""));
      return (key === null ? undefined : served.get(key)) ?? null;
    },
    read: (from) => tree.bytes(from),
  };
}

/** Files by each folder that they lie in or below. */
function filesByFolder(files: Iterable<SourceFile>): ReadonlyMap<string, readonly SourceFile[]> {
  const byFolder = new Map<string, SourceFile[]>();
  for (const file of new Set(files))
    for (let folder = folderOf(file.from); folder !== ""; folder = folderOf(folder))
      byFolder.get(folder)?.push(file) ?? byFolder.set(folder, [file]);
  return byFolder;
}
