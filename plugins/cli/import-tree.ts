import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { decodePage } from "../import/encoding.ts";
import type { Tree } from "../import/folders/tree.ts";

/** Folders that hold nothing of the owner's own writing. */
const PASSED = new Set([
  "node_modules",
  ".git",
  "_site",
  ".cache",
  ".hugo_build.lock",
  "vendor",
  ".jekyll-cache",
  ".sass-cache",
  ".astro",
  "dist",
]);
/** What blog software leaves at the root of a blog. */
const MARKS =
  /^(?:_config\.(?:ya?ml|toml)|(?:hugo|config)\.(?:toml|ya?ml|json)|\.eleventy\.js|eleventy\.config\.\w+|astro\.config\.\w+)$/;
/** Largest text and largest file that are read, in bytes. */
const TEXT_LIMIT = 5_000_000;
const FILE_LIMIT = 50_000_000;
/** Most files of one blog. */
const COUNT_LIMIT = 200_000;
/** How far above a folder of content its blog is looked for. */
const REACH = 3;

/** A blog's folder, and which of its texts are wanted. */
export interface FoundBlog {
  readonly tree: Tree;
  readonly isWanted: (path: string) => boolean;
  /** The folder alone, where the blog lies above it; null elsewhere. */
  readonly alone: Tree | null;
}

/** The blog in a folder, or the one that a folder of content belongs to. Links are not followed. */
export function blogIn(folder: string): FoundBlog {
  const root = resolve(folder);
  const below = markedBelow(root);
  if (below !== null) return { tree: treeIn(below), isWanted: () => true, alone: null };
  const above = markedAbove(root);
  if (above === null) return { tree: treeIn(root), isWanted: () => true, alone: null };
  const prefix = `${relative(above, root).split(sep).join("/")}/`;
  return { tree: treeIn(above), isWanted: (path) => path.startsWith(prefix), alone: treeIn(root) };
}

/** Files of Markdown by themselves, with what lies beside them. */
export function textsIn(files: readonly string[]): FoundBlog {
  const paths = files.map((file) => resolve(file));
  const root = paths.map(dirname).reduce(commonFolder);
  const beside = [...new Set(paths.map(dirname))].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(folder, entry.name)] : [],
    ),
  );
  const wanted = new Set(paths.map((path) => pathBelow(root, path)));
  const names = beside.map((path) => pathBelow(root, path)).sort();
  // Beside a text lie its pictures; what else lies there is somebody's business.
  return {
    tree: tree(root, files.map((file) => basename(file)).join(", "), names),
    isWanted: (path) => wanted.has(path),
    alone: null,
  };
}

function commonFolder(a: string, b: string): string {
  let folder = a;
  while (b !== folder && !b.startsWith(folder + sep) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function pathBelow(root: string, path: string): string {
  return relative(root, path).split(sep).join("/");
}

function isMarked(folder: string): boolean {
  return readdirSync(folder).some((name) => MARKS.test(name));
}

/** The folder itself or one in it that has the marks of blog software; the first by name. */
function markedBelow(root: string): string | null {
  if (isMarked(root)) return root;
  const inside = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !PASSED.has(entry.name))
    .map(({ name }) => join(root, name))
    .sort();
  return inside.find(isMarked) ?? null;
}

function markedAbove(root: string): string | null {
  let folder = root;
  for (let step = 0; step < REACH && dirname(folder) !== folder; step++) {
    folder = dirname(folder);
    if (isMarked(folder)) return folder;
  }
  return null;
}

function treeIn(root: string): Tree {
  const files: string[] = [];
  const open = [root];
  for (let folder = open.pop(); folder !== undefined && files.length < COUNT_LIMIT; folder = open.pop())
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !PASSED.has(entry.name)) open.push(path);
      else if (entry.isFile()) files.push(pathBelow(root, path));
    }
  return tree(root, basename(root), files.sort());
}

function tree(root: string, name: string, files: readonly string[]): Tree {
  const bytes = (path: string, limit: number): Uint8Array | null => {
    const full = join(root, path);
    const found = lstatSync(full, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > limit) return null;
    return realpathSync(full).startsWith(realpathSync(root)) ? readFileSync(full) : null;
  };
  return {
    name,
    files,
    text: (path) => {
      const read = bytes(path, TEXT_LIMIT);
      const decoded = read === null ? null : decodePage(read);
      return decoded !== null && "text" in decoded ? decoded.text : null;
    },
    bytes: (path) => bytes(path, FILE_LIMIT) ?? new Uint8Array(),
  };
}

/** Whether a path is a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
