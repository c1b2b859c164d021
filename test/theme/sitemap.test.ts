import { test } from "uvu";
import * as assert from "uvu/assert";
import { isSitemap, sitemapFile, sitemapParts } from "../../plugins/theme/sitemap.ts";

const page = (name: string, isIndexed = true, modified: string | null = null) => ({
  url: `/${name}/`,
  modified,
  isIndexed,
});
const pages = [page("a&b", true, "2026-01-01"), page("hidden", false), page("c"), page("d")];
const fileOf = (url: string, limit: number) => sitemapFile(url, "https://e.example", pages, limit);
const addresses = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);

test("sitemap: pages that may be indexed, escaped, with the date of change where there is one", () => {
  assert.is(
    fileOf("/sitemap.xml", 3),
    `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://e.example/a&amp;b/</loc><lastmod>2026-01-01</lastmod></url>
<url><loc>https://e.example/c/</loc></url>
<url><loc>https://e.example/d/</loc></url>
</urlset>
`,
  );
  assert.equal(sitemapParts(pages, 3), []);
});

test("sitemap: beyond the limit an index of parts, each page in one of them", () => {
  assert.equal(sitemapParts(pages, 2), ["/sitemap-1.xml", "/sitemap-2.xml"]);
  assert.equal(addresses(fileOf("/sitemap.xml", 2)), [
    "https://e.example/sitemap-1.xml",
    "https://e.example/sitemap-2.xml",
  ]);
  assert.match(fileOf("/sitemap.xml", 2), "<sitemapindex ");
  assert.equal(addresses(fileOf("/sitemap-1.xml", 2)), [
    "https://e.example/a&amp;b/",
    "https://e.example/c/",
  ]);
  assert.equal(addresses(fileOf("/sitemap-2.xml", 2)), ["https://e.example/d/"]);
});

for (const [url, is] of [
  ["/sitemap.xml", true],
  ["/sitemap-12.xml", true],
  ["/sitemap-a.xml", false],
  ["/a/sitemap.xml", false],
] as const) {
  test(`isSitemap: ${url}`, () => assert.is(isSitemap(url), is));
}

test.run();
