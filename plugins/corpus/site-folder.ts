import { quote, SetupError } from "../problem.ts";

/** Folder of its host in which a site lies, by its address: "/repo"; "" at the top. */
export function folderOf(url: string): string {
  return new URL(url).pathname.replace(/\/+$/, "");
}

/** Segments of a folder that every host, server and browser reads alike, so that it is compared as it is written. */
const FOLDER = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*$/;

/** Whether the folder of an address is one that can be put before paths. */
export function isPlainFolder(url: string): boolean {
  return URL.canParse(url) && FOLDER.test(folderOf(url)) && !/[?#@\s]/.test(url);
}

/**
 * The site at the address at which it is served. Its own `url` and Eleventy's
 * `pathPrefix` may each name the folder; who names one in both names the same.
 *
 * @param pathPrefix as Eleventy has it: "/", "repo", "/repo/"
 * @throws {RangeError} for two folders, and for a prefix that is none
 */
export function siteInFolder<Site extends { readonly url: string }>(site: Site, pathPrefix = "/"): Site {
  const prefix = `/${pathPrefix}`.replace(/\/+/g, "/").replace(/\/$/, "");
  if (!FOLDER.test(prefix))
    throw new SetupError(
      `pathPrefix: expected a folder of letters, digits, ".", "_", "~" and "-" such as /repo/, received ${quote(pathPrefix)}.`,
    );
  const folder = folderOf(site.url);
  if (prefix === "" || prefix === folder) return site;
  if (folder !== "")
    throw new SetupError(
      `site: url: expected the folder of Eleventy's pathPrefix, ${quote(`${prefix}/`)}, received ${quote(site.url)}. Name the folder in one of the two, or the same in both.`,
    );
  return { ...site, url: `${site.url}${prefix}` };
}

/** Whether a page stands at a path of the site, "/rest/". */
export type IsPage = (path: string) => boolean;

/**
 * An address that begins at the top, "/rest/#x", as readers ask for it: in the
 * site's folder. One that is there already stays, unless it is a page's path on
 * the site; every other address is as it was.
 */
export function inFolder(address: string, folder: string, isPage: IsPage): string {
  if (folder === "" || !/^\/(?![/\\])/.test(address)) return address;
  const path = address.replace(/[?#].*$/s, "");
  const isThere = path === folder || path.startsWith(`${folder}/`);
  return isThere && !isPage(decoded(path)) ? address : folder + address;
}

/** The reverse of {@link inFolder}: path on the site of one as readers ask for it; null for one outside of the folder. */
export function outOfFolder(path: string, folder: string): string | null {
  if (path === folder) return "/";
  return path.startsWith(`${folder}/`) ? path.slice(folder.length) : null;
}

/** Where an address leads on the site. */
export interface SiteTarget {
  /** Path on the site, encoded. */
  readonly path: string;
  /** With "#"; "" when there is none. */
  readonly hash: string;
}

/**
 * Where an address in a text leads on the site, whether it is written with the
 * site's folder or without; null when it leads elsewhere or cannot be read.
 *
 * @param from path on the site of the page that holds it
 * @param siteUrl address of the site, "https://example.org/repo"
 */
export function onSite(href: string, from: string, siteUrl: string, isPage: IsPage): SiteTarget | null {
  const folder = folderOf(siteUrl);
  const { origin } = new URL(siteUrl);
  const target = parsed(inFolder(href.trim(), folder, isPage), origin + folder + from);
  if (target?.origin !== origin) return null;
  const path = folder === "" ? target.pathname : outOfFolder(target.pathname, folder);
  return path === null ? null : { path, hash: target.hash };
}

function parsed(address: string, base: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** Style sheet or `style` with its addresses in the site's folder. */
export function cssInFolder(css: string, folder: string, isPage: IsPage): string {
  return css.replace(
    /((?:\burl\(|@import)\s*(?:["']|&quot;|&#39;)?)(\/[^"')\s]*)/gi,
    (_, start: string, address: string) => start + inFolder(address, folder, isPage),
  );
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
