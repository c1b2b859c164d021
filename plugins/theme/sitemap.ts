import { canonicalOf } from "../page/common.ts";
import { escapeHtml } from "../page/escape.ts";
import type { PageOutline } from "../page/plan.ts";

/** Most addresses in one file (sitemaps.org, protocol; Google says the same). */
const SITEMAP_LIMIT = 50_000;

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** What a sitemap says of a page. */
type Entry = Pick<PageOutline, "url" | "modified" | "isIndexed">;

/** Whether an address is that of the sitemap or of one of its parts. */
export function isSitemap(url: string): boolean {
  return /^\/sitemap(?:-\d+)?\.xml$/.test(url);
}

/** Addresses of the parts that stand behind `/sitemap.xml`; none while everything fits in it. */
export function sitemapParts(pages: readonly Entry[], limit = SITEMAP_LIMIT): readonly string[] {
  const count = Math.ceil(pages.filter(({ isIndexed }) => isIndexed).length / limit);
  return count < 2 ? [] : Array.from({ length: count }, (_, index) => `/sitemap-${index + 1}.xml`);
}

/**
 * Pages that may be indexed, in the order of the views; `lastmod` only where a
 * date is known. Beyond `limit`, `/sitemap.xml` is an index of parts.
 */
export function sitemapFile(
  url: string,
  origin: string,
  pages: readonly Entry[],
  limit = SITEMAP_LIMIT,
): string {
  const parts = sitemapParts(pages, limit);
  const place = parts.indexOf(url);
  if (place < 0 && parts.length > 0) return sitemapIndex(parts.map((part) => origin + part));
  const indexed = pages.filter(({ isIndexed }) => isIndexed);
  const shown = place < 0 ? indexed : indexed.slice(place * limit, (place + 1) * limit);
  const entries = shown.map((page) => {
    const { modified } = page;
    const lastmod = modified === null ? "" : `<lastmod>${escapeHtml(modified)}</lastmod>`;
    return `<url><loc>${escapeHtml(canonicalOf(origin, page.url))}</loc>${lastmod}</url>\n`;
  });
  return `${XML}<urlset ${NAMESPACE}>\n${entries.join("")}</urlset>\n`;
}

function sitemapIndex(addresses: readonly string[]): string {
  const entries = addresses.map((address) => `<sitemap><loc>${escapeHtml(address)}</loc></sitemap>\n`);
  return `${XML}<sitemapindex ${NAMESPACE}>\n${entries.join("")}</sitemapindex>\n`;
}
