import { folderOf, inFolder } from "../corpus/site-folder.ts";

/** Absolute address of a path on the site, or the address itself. Same encoding as the page's canonical address. */
export function absolute(origin: string, path: string): string {
  return !path.startsWith("/") && /^https?:\/\//i.test(path) ? path : origin + encodeURI(path);
}

/** Id of a part of a page. `page` is its canonical address; the fragment need not be an element's id. */
export function partId(page: string, part: string): string {
  return `${page}#${part}`;
}

/** Ids of what the whole site shares, the same on every page. */
export function siteIds(origin: string): {
  readonly website: string;
  readonly organization: string;
  readonly logo: string;
} {
  return {
    website: `${origin}/#website`,
    organization: `${origin}/#organization`,
    logo: `${origin}/#logo`,
  };
}

/**
 * Where a browser on `page` would load `src` from; missing when that is not
 * the web (`data:`, a broken address).
 *
 * @param origin address of the site, "https://example.org/repo": a path from the top is in its folder
 */
export function resourceUrl(page: string, src: string, origin: string): string | undefined {
  const placed = URL.canParse(origin) ? inFolder(src, folderOf(origin), () => false) : src;
  if (!URL.canParse(placed, page)) return undefined;
  const url = new URL(placed, page);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
