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
 */
export function resourceUrl(page: string, src: string): string | undefined {
  if (!URL.canParse(src, page)) return undefined;
  const url = new URL(src, page);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
