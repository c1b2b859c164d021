/** Longest name of a file or folder, in bytes: ext4, APFS and NTFS agree on it. */
const NAME_LIMIT = 255;

/** Endings of files that are pages; `.php` and its like are what addresses of old sites end in. */
const PAGE_FILE = /\.(?:x?html?|shtml|php\d?|phtml|aspx?|jsp|cfm|cgi|pl)$/i;

/** An ending by which hosts choose a type: `.xml`, `.js`. "/v1.5" has none. */
const OTHER_FILE = /\.[a-z][a-z0-9]{0,9}$/i;

/** What no path holds: marks of addresses and file systems, control characters, halves of letters, turned writing. */
const UNFIT = /[\\?#<>"|*:]|\p{Cc}|\p{Cs}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/**
 * The path of a page of this site as it is written by authors: with a slash at
 * the end unless it names a file, decoded (`/caf%C3%A9` and `/café/` are one),
 * in NFC. Null for what is no path below the site's root, leads to a file that
 * is no page (`/feed.xml`), or to a name that hosts keep for themselves (`/_headers`).
 */
export function toSitePath(value: string): string | null {
  const decoded = decode(value.trim());
  if (decoded === null || !decoded.startsWith("/") || decoded.startsWith("//") || UNFIT.test(decoded))
    return null;
  const path = withEnd(decoded.normalize("NFC").replace(/\/{2,}/g, "/"));
  return path?.split("/").every(isName) ? path : null;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function withEnd(path: string): string | null {
  const index = path.replace(/\/index\.html?$/i, "/");
  if (index.endsWith("/")) return index;
  if (PAGE_FILE.test(index)) return index;
  return OTHER_FILE.test(index) ? null : `${index}/`;
}

/** A part of a path: not hidden, not a host's ("_headers", "_worker.js"), and no longer than file systems bear. */
function isName(part: string): boolean {
  return !/^[._]/.test(part) && new TextEncoder().encode(part).length <= NAME_LIMIT;
}

/** File below the output folder that is written for a path, as file systems that know no case compare it. */
export function placeKey(url: string): string {
  const file = url.endsWith("/") ? `${url}index.html` : url;
  return file.replace(/^\/+/, "").normalize("NFC").toLowerCase();
}

/** Who writes where. */
export interface Places<Owner> {
  /**
   * Takes the place of a path. Whoever has it already is given back and keeps
   * it: the same file, in whatever letter case, or a file where the other needs a folder.
   */
  claim(url: string, owner: Owner): Owner | null;
  /** Who has the place; null: nobody. */
  at(url: string): Owner | null;
}

/** No place taken. */
export function openPlaces<Owner>(): Places<Owner> {
  const files = new Map<string, Owner>();
  const folders = new Map<string, Owner>();
  const find = (key: string, above: readonly string[]): Owner | null =>
    [files.get(key), folders.get(key), ...above.map((folder) => files.get(folder))].find(
      (one) => one !== undefined,
    ) ?? null;
  return {
    at: (url) => find(placeKey(url), foldersOf(placeKey(url))),
    claim: (url, owner) => {
      const key = placeKey(url);
      const above = foldersOf(key);
      const other = find(key, above);
      if (other !== null) return other;
      files.set(key, owner);
      for (const folder of above) if (!folders.has(folder)) folders.set(folder, owner);
      return null;
    },
  };
}

/** "a/b/index.html" → ["a", "a/b"]. */
function foldersOf(key: string): readonly string[] {
  const parts = key.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
