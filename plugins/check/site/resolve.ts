import { decode, fragmentOf } from "../urls.ts";
import type { PageSummary, SiteFacts } from "./facts.ts";

/** What stands at a path of the site. */
export type Found =
  | { readonly kind: "page"; readonly page: PageSummary }
  | { readonly kind: "file" | "redirect" | "unknown" }
  | { readonly kind: "missing" };

/** Looks a path of the site up as a web server does: the file, its `index.html`, or the file with `.html`. */
export function resolve(site: SiteFacts, address: string): Found {
  const path = decode(address.replace(/[?#].*$/s, "")).replace(/^\//, "");
  for (const candidate of candidates(path)) {
    const page = site.pages.get(candidate);
    if (page !== undefined) return { kind: "page", page };
    if (site.files?.has(candidate) === true) return { kind: "file" };
  }
  if (isRedirected(site, `/${path}`)) return { kind: "redirect" };
  const isAsset = /\.[a-z0-9]{1,8}$/i.test(path) && !/\.html?$/i.test(path);
  return { kind: site.files === null && isAsset ? "unknown" : "missing" };
}

function candidates(path: string): readonly string[] {
  if (path === "" || path.endsWith("/"))
    return [`${path}index.html`, `${path}index.htm`, ...(path === "" ? [] : [`${path.slice(0, -1)}.html`])];
  return [path, `${path}/index.html`, `${path}.html`];
}

function isRedirected(site: SiteFacts, path: string): boolean {
  if (site.redirects.size === 0) return false;
  if (
    site.redirects.has(path) ||
    site.redirects.has(path.replace(/\/$/, "")) ||
    site.redirects.has(`${path}/`)
  )
    return true;
  for (const from of site.redirects.keys())
    if (from.endsWith("/*") && path.startsWith(from.slice(0, -1))) return true;
  return false;
}

const idsOf = new WeakMap<PageSummary, ReadonlySet<string>>();

/** True when the page has an element with the id; also for "#top" and text fragments, which need none. */
export function hasAnchor(page: PageSummary, address: string): boolean {
  const anchor = fragmentOf(address);
  if (anchor === "" || anchor === "top" || anchor.startsWith(":~:")) return true;
  let ids = idsOf.get(page);
  if (ids === undefined) {
    ids = new Set(page.ids.split("\n"));
    idsOf.set(page, ids);
  }
  return ids.has(anchor.replace(/:~:.*$/s, ""));
}

/** Paths that may have been meant by one that does not exist, for "Did you mean". */
export function knownPaths(site: SiteFacts): Iterable<string> {
  return [...site.pages.values()].map((page) => page.sitePath);
}
