import type { Tree } from "../folders/tree.ts";
import { type SourceFile, type SourceFiles, UNKNOWN_SITE } from "../model.ts";
import { addressKey } from "../transfer/old-address.ts";

/** A page's path in the folder, and the address that it calls its own, as written. */
export interface NamedPage {
  readonly path: string;
  readonly canonical: string | null;
  /** Where its links lead that begin at the host's root: "/blog/a/". */
  readonly rooted: readonly string[];
}

/** Where a site stood whose pages were saved. */
export interface SavedPlaces {
  /** Front page, absolute, without slash at the end; {@link UNKNOWN_SITE} where no page says it. */
  readonly front: string;
  /** The address that a page has by its place in the folder; what its relative addresses are meant from. */
  addressAt(path: string): string;
  /** The address by which other pages link to it, where they name a folder of the host (`/repository/`); null where they do not. */
  linkedAt(path: string): string | null;
  readonly files: SourceFiles;
}

/**
 * Tells where a site stood: by the owner's word, or by what most of its pages
 * call themselves. A page at `a/b/index.html` that calls itself
 * `https://old.example/blog/a/b/` stood below `https://old.example/blog`.
 */
export function savedPlaces(tree: Tree, pages: readonly NamedPage[], siteUrl: string | null): SavedPlaces {
  const root = hostFolder(tree);
  const front =
    siteUrl ?? mostNamed(pages, root) ?? (root === "" ? UNKNOWN_SITE : `https://${root.slice(0, -1)}`);
  const below = (path: string): string => (path.startsWith(root) ? path.slice(root.length) : path);
  const pathOf = (path: string): string => pagePath(below(path)).split("/").map(encodeURIComponent).join("/");
  const addressAt = (path: string): string => `${front}/${pathOf(path)}`;
  const folder = linkFolder(new Set(tree.files.map((path) => `/${bare(pagePath(below(path)))}`)), pages);
  const linkedAt = (path: string): string | null =>
    folder === null ? null : `${new URL(front).origin}/${folder}/${pathOf(path)}`;
  const served = new Map<string, SourceFile>();
  for (const from of tree.files.filter((path) => !PAGE.test(path))) {
    const file = { from, path: below(from).replace(/^(?:images|wp-content\/uploads)\//, "") };
    for (const address of [addressAt(from), linkedAt(from)]) {
      const key = address === null ? null : addressKey(address);
      if (key !== null && !served.has(key)) served.set(key, file);
    }
  }
  return {
    front,
    addressAt,
    linkedAt,
    files: {
      find: (address) => {
        const key = addressKey(address.replace(/[?#].*$/, ""));
        return (key === null ? undefined : served.get(key)) ?? null;
      },
      read: (from) => tree.bytes(from),
    },
  };
}

/** Files that are pages. */
export const PAGE = /\.x?html?$/i;

/** "a/index.html" → "a/"; any other stays. */
function pagePath(path: string): string {
  return path.replace(/(^|\/)index\.x?html?$/i, "$1");
}

/** The folder named for a host that HTTrack and wget put a site into, with its slash; "" without one. */
function hostFolder(tree: Tree): string {
  const folders = new Set(
    tree.files.filter((path) => PAGE.test(path) && path.includes("/")).map((path) => path.split("/")[0]!),
  );
  const hosts = [...folders].filter((name) => /^(?:[a-z\d-]+\.)+[a-z]{2,}$/i.test(name));
  return hosts.length === 1 ? `${hosts[0]}/` : "";
}

/** The folder of the host that links name before paths of the site: those of a page on GitHub name its repository. */
function linkFolder(paths: ReadonlySet<string>, pages: readonly NamedPage[]): string | null {
  const counts = new Map<string, number>();
  for (const link of pages.flatMap(({ rooted }) => rooted)) {
    const [, folder = "", rest = ""] = /^\/([^/?#]+)(\/[^?#]*)/.exec(decoded(link)) ?? [];
    const isKnown = (path: string): boolean => paths.has(bare(pagePath(path)));
    if (rest.length > 1 && isKnown(rest) && !isKnown(`/${folder}${rest}`))
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ordered[0]?.[0] ?? null;
}

function mostNamed(pages: readonly NamedPage[], root: string): string | null {
  const counts = new Map<string, number>();
  for (const { path, canonical } of pages) {
    if (canonical === null || !/^https?:\/\//i.test(canonical) || !URL.canParse(canonical)) continue;
    const { origin, pathname } = new URL(canonical);
    const own = `/${pagePath(path.startsWith(root) ? path.slice(root.length) : path)}`;
    const plain = bare(decoded(pathname));
    const isBelow = bare(own) !== "" && plain.endsWith(bare(own));
    const front = origin + (isBelow ? plain.slice(0, plain.length - bare(own).length) : "");
    counts.set(front, (counts.get(front) ?? 0) + 1);
  }
  const ordered = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ordered[0]?.[0] ?? null;
}

function bare(path: string): string {
  return path.replace(/\.x?html?$/i, "").replace(/\/+$/, "");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
