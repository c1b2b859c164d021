import { quote } from "../../problem.ts";
import type { SiteReport } from "../rule.ts";
import { isAbsolute } from "../urls.ts";
import type { SiteFacts } from "./facts.ts";
import { resolve } from "./resolve.ts";

/** Reports what is wrong with an address that a file of the site lists. */
export function reportAddress(
  site: SiteFacts,
  path: string,
  address: string,
  what: string,
  report: SiteReport,
): void {
  const fault = addressFault(site, path, address, what);
  if (fault !== null) report(path, fault);
}

/** What is wrong with an address in a sitemap, a feed or robots.txt; null when nothing is. */
export function addressFault(site: SiteFacts, path: string, address: string, what: string): string | null {
  const received = `received ${quote(address)}`;
  if (!isAbsolute(address))
    return `expected an absolute address in ${what}, ${received}. Write it with https:// and the host.`;
  const isMap = what === "<loc>";
  const own = site.addresses.onSite(address, path, null);
  if (own === null) {
    return isMap && site.url !== null
      ? `expected an address of the site in <loc>, ${received}. A sitemap lists its own site.`
      : null;
  }
  const found = resolve(site, own);
  if (found.kind === "missing")
    return `expected a page of the site in ${what}, ${received}, which is not there. Correct or remove it.`;
  if (!isMap || found.kind !== "page") return null;
  if (found.page.isNoIndex)
    return `expected pages for search results in <loc>, ${received}, which is noindex. Remove it.`;
  if (found.page.refreshTo !== null)
    return `expected pages to read in <loc>, ${received}, which sends readers on. Remove it.`;
  const isInsecure = site.url?.startsWith("https:") === true && address.startsWith("http:");
  return isInsecure ? `expected https in <loc>, ${received}. Write the canonical address.` : null;
}
