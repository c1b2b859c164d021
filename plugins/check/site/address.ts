import { decode, hostOf, isAbsolute, parseUrl, withoutFragment } from "../urls.ts";

/** Path of a file on the site: "a/index.html" → "/a/", "b.html" → "/b.html". */
export function sitePathOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html?$/i, "$1")}`;
}

/** Absolute address of a file when the folder is served at `siteUrl`; null when that is not known. */
export function addressOf(path: string, siteUrl: string | null): string | null {
  if (siteUrl === null) return null;
  return parseUrl(sitePathOf(path).slice(1).split("/").map(encodeSegment).join("/"), siteUrl)?.href ?? null;
}

/** A file's name in an address, as browsers write it: "a&b" stays, 睡眠 and "?" do not. */
function encodeSegment(name: string): string {
  return encodeURI(name).replace(/[?#]/g, encodeURIComponent);
}

/**
 * Where the folder is served, judged by what most pages say in their canonical
 * link; null when none says it. `pages`: path and canonical address of each.
 */
export function inferSiteUrl(pages: Iterable<readonly [path: string, canonical: string]>): string | null {
  const votes = new Map<string, number>();
  for (const [path, canonical] of pages) {
    const base = baseOf(path, canonical);
    if (base !== null) votes.set(base, (votes.get(base) ?? 0) + 1);
  }
  return [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/** The address with the page's own path taken from its end; null when it does not end so. */
function baseOf(path: string, canonical: string): string | null {
  const url = parseUrl(canonical);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const own = sitePathOf(path);
  const forms = [own, own.replace(/\.html?$/i, ""), own.replace(/\/$/, ""), `/${path}`];
  const address = decode(withoutFragment(url.origin + url.pathname));
  for (const form of forms) {
    if (form !== "" && address.endsWith(form)) return `${address.slice(0, address.length - form.length)}/`;
  }
  return null;
}

/** Finds paths on the site for addresses; made once for a site. */
export interface SiteAddresses {
  /** Path below the site for an address on it ("/a/?q#x"), or null when it leads elsewhere. `from`: path of the file that holds it; `base`: its `<base href>`. */
  onSite(address: string, from: string, base: string | null): string | null;
}

/** `siteUrl`: absolute address of the folder, with "/" at the end; null when not known. */
export function siteAddresses(siteUrl: string | null): SiteAddresses {
  const root = parseUrl(siteUrl ?? UNKNOWN_SITE)!;
  // Where the address is not known, a path from the top is taken to be one from the folder.
  const top = siteUrl === null ? root.href : root.origin;
  const host = hostOf(root.href);
  const isAtTop = root.pathname === "/";
  return {
    onSite(address, from, base) {
      const trimmed = address.trim();
      // The two usual forms need no parsing.
      if ((isAtTop || siteUrl === null) && PLAIN_PATH.test(trimmed)) return trimmed;
      const rest = trimmed.startsWith(root.href) ? trimmed.slice(root.href.length - 1) : "";
      if (PLAIN_PATH.test(rest)) return rest;
      if (isAbsolute(trimmed) && hostOf(trimmed) !== host) return null;
      const own = parseUrl(sitePathOf(from).slice(1), root.href) ?? root;
      const isFromTop = trimmed.startsWith("/") && !trimmed.startsWith("//");
      const full = isFromTop ? top.replace(/\/$/, "") + trimmed : trimmed;
      const found = parseUrl(full, base === null ? own.href : (parseUrl(base, own.href)?.href ?? own.href));
      if (found === null || hostOf(found.href) !== host) return null;
      if (found.pathname.startsWith(root.pathname)) {
        return `/${found.pathname.slice(root.pathname.length)}${found.search}${found.hash}`;
      }
      return `${found.pathname}/` === root.pathname ? "/" : null;
    },
  };
}

/** A path from the top without steps upwards or characters that a URL would encode. */
const PLAIN_PATH =
  /^\/(?!\/)[\w\-/%~!$&'()*+,;=:@]*(?:\.\w[\w\-/%~!$&'()*+,;=:@]*)*(?:[?#][\w\-./%~?#!$&'()*+,;=:@]*)?$/;

/** Stands in for the site's address where it is not known; so deep that "../" out of the folder is seen to leave it. */
const UNKNOWN_SITE = "https://site.invalid/1/2/3/4/5/6/7/8/";
