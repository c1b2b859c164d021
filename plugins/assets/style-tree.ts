import { dirname, posix, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The files that styles are made of. */
export interface StyleDisk {
  exists(path: string): boolean;
  read(path: string): string;
}

/** Several folders of styles as one: what a style loads is looked for in each, wherever the style itself lies. */
export interface StyleTree {
  canonicalize(url: string, context: { readonly containingUrl: URL | null }): URL | null;
  load(url: URL): { readonly contents: string; readonly syntax: "scss" | "css" } | null;
  /** The file behind an address that Sass names. */
  fileOf(url: URL): string;
  /** Address of a file: in the tree where it lies in one of its folders. */
  addressOf(file: string): URL;
}

const ROOT = "vervain:/";

/**
 * Sass looks beside a file first, and would find the theme's parts beside the
 * theme's styles whatever the owner has: in one tree of all folders the first
 * folder that has a path gives it.
 *
 * @param folders earlier ones win
 * @param moves what may also be asked for by an old name, or found under one: old → today's, "parts/byline"
 */
export function styleTree(
  folders: readonly string[],
  moves: ReadonlyMap<string, string>,
  disk: StyleDisk,
): StyleTree {
  const files = new Map<string, string>();
  const inTree = (name: string): URL | null => {
    for (const asked of [name, moves.get(name)]) {
      // A path out of the tree means what lies beside the style that names it.
      if (asked === undefined || asked.startsWith("../")) continue;
      const names = [asked, ...oldNames(asked, moves)];
      for (const folder of folders)
        for (const one of names) {
          const path = candidates(one).find((path) => disk.exists(resolve(folder, path)));
          if (path === undefined) continue;
          files.set(ROOT + path, resolve(folder, path));
          return new URL(ROOT + path);
        }
    }
    return null;
  };
  const fileOf = (url: URL): string => files.get(url.href) ?? fileURLToPath(url);
  const onDisk = (path: string): URL | null => {
    const found = candidates(path).find((one) => disk.exists(one));
    return found === undefined ? null : pathToFileURL(found);
  };
  return {
    canonicalize: (url, { containingUrl }) => {
      if (url.startsWith(ROOT)) return inTree(decodeURI(url.slice(ROOT.length)));
      if (url.startsWith("file:")) return onDisk(fileURLToPath(url));
      if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return null;
      const found = inTree(posix.normalize(url));
      // What an owner's style names from where it lies: a package's, beside the project's folders.
      return found ?? (containingUrl === null ? null : onDisk(resolve(dirname(fileOf(containingUrl)), url)));
    },
    load: (url) => {
      const file = fileOf(url);
      return { contents: disk.read(file), syntax: file.endsWith(".css") ? "css" : "scss" };
    },
    fileOf,
    addressOf: (file) => {
      const inside = folders
        .map((folder) => relative(folder, file).split(sep).join("/"))
        .find((path) => !path.startsWith("../"));
      if (inside === undefined) return pathToFileURL(file);
      files.set(ROOT + inside, file);
      return new URL(ROOT + inside);
    },
  };
}

function oldNames(name: string, moves: ReadonlyMap<string, string>): readonly string[] {
  return [...moves].flatMap(([from, to]) => (to === name ? [from] : [])).reverse();
}

/** Files that a name of Sass's may mean, in its order. */
function candidates(name: string): readonly string[] {
  const cut = name.lastIndexOf("/") + 1;
  const [folder, base] = [name.slice(0, cut), name.slice(cut)];
  if (/\.(?:scss|css)$/.test(base)) return [name, `${folder}_${base}`];
  return [".scss", ".css"].flatMap((ending) => [
    `${folder}_${base}${ending}`,
    `${name}${ending}`,
    `${name}/_index${ending}`,
    `${name}/index${ending}`,
  ]);
}
