import { addressOf, isPage } from "../manifest/manifest.ts";
import type { Plan } from "../plan/plan.ts";

/** Where changed addresses are told; the search engines that take part share what one of them hears. @see https://www.indexnow.org/documentation */
const ENDPOINT = "https://api.indexnow.org/indexnow";
/** Most addresses of one message. */
const MOST = 10_000;
const PATIENCE_MS = 30_000;

/** Pages that a search engine should look at again: new, changed or deleted, of those that the sitemap lists or no longer can. */
export function changedPages(plan: Plan, url: string, listed: ReadonlySet<string>): readonly string[] {
  const changed = plan.changes.filter(({ kind }) => kind !== "headers").map(({ path }) => path);
  const addresses = changed.filter(isPage).map((path) => `${url}${addressOf(path)}`);
  const deleted = plan.deletes
    .filter(({ path }) => isPage(path))
    .map(({ path }) => `${url}${addressOf(path)}`);
  return [...addresses.filter((address) => listed.has(address)), ...deleted];
}

/** Addresses in the text of a sitemap. */
export function sitemapAddresses(xml: string): readonly string[] {
  return [...xml.matchAll(/<loc>\s*([^<]+?)\s*<\/loc>/g)].map(([, address = ""]) =>
    address.replace(/&amp;/g, "&"),
  );
}

/** Tells of the addresses. Gives how many, or a sentence why not: a site is published all the same. */
export async function tellIndexNow(
  addresses: readonly string[],
  {
    url,
    key,
    endpoint = ENDPOINT,
  }: { readonly url: string; readonly key: string; readonly endpoint?: string },
): Promise<number | string> {
  if (addresses.length === 0) return 0;
  const { host } = new URL(url);
  const urlList = addresses.slice(0, MOST);
  const body = JSON.stringify({ host, key, keyLocation: `${url}/${key}.txt`, urlList });
  const headers = { "content-type": "application/json; charset=utf-8" };
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers,
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.arrayBuffer();
    return response.ok
      ? urlList.length
      : `publish: IndexNow: expected a yes, received ${response.status}. The site is published all the same.`;
  } catch (error) {
    return `publish: IndexNow: expected an answer, received ${(error as Error).message}. The site is published all the same.`;
  }
}
