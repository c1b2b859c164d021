import { quote } from "../../problem.ts";
import { isDate, isDateTime } from "../dates.ts";
import { family } from "../rule.ts";
import { addressOf } from "../site/address.ts";
import { reportAddress } from "../site/address-fault.ts";
import type { SiteFacts, SiteFile } from "../site/facts.ts";
import { read } from "../site/read-files.ts";
import { resolve } from "../site/resolve.ts";
import { elementTexts, xmlFault } from "../site/xml.ts";
import { pageKey } from "../urls.ts";

const TITLE = "<h1>Massage for sleep</h1>";

const HERE = "https://example.org/page/";

const sitemap = (...locs: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locs.map((loc) => `<url><loc>${loc}</loc></url>`).join("")}</urlset>`;

const withMap = (text: string) => ({ html: TITLE, files: { "sitemap.xml": text } });

function sitemaps(site: SiteFacts): readonly (SiteFile & { readonly text: string })[] {
  return read(site, /\.xml$/i).filter(({ text }) => /<urlset[\s>]/.test(text) && xmlFault(text) === null);
}

/** Path on the site to which a path of it leads on. */
function leadsTo({ redirects, addresses }: SiteFacts, path: string): string | null {
  const to = redirects.get(path);
  return to === undefined ? null : addresses.onSite(to, "_redirects", null);
}

export const siteMapRules = family("site", [
  {
    name: "xml",
    severity: "error",
    what: "Every XML file is well-formed.",
    why: 'XML 1.0: a reader stops at the first fault; a control character or an unescaped "&" in one title takes the whole feed away.',
    good: withMap(sitemap(HERE)),
    bad: withMap(sitemap(`${HERE}?a&b`)),
    checkSite(site, report) {
      for (const { path, text } of read(site, /\.(?:xml|rss|atom|xsl)$/i)) {
        const fault = xmlFault(text);
        if (fault !== null)
          report(path, `expected well-formed XML, received ${fault}. Escape what the file is made from.`);
      }
    },
  },
  {
    name: "json-file",
    severity: "error",
    what: "JSON feeds and web manifests are JSON.",
    why: "RFC 8259; W3C Web Application Manifest.",
    good: { html: TITLE, files: { "site.webmanifest": `{ "name": "Rest" }` } },
    bad: { html: TITLE, files: { "site.webmanifest": `{ "name": "Rest", }` } },
    checkSite(site, report) {
      for (const { path, text } of read(site, /\.(?:json|webmanifest)$/i)) {
        try {
          JSON.parse(text);
        } catch (error) {
          report(
            path,
            `expected JSON, received text that does not parse (${error instanceof Error ? error.message.split("\n")[0]! : String(error)}). Write it with JSON.stringify.`,
          );
        }
      }
    },
  },
  {
    name: "sitemap-address",
    severity: "error",
    what: "A sitemap lists pages of the site that exist, are meant for search results, and each once.",
    why: "sitemaps.org protocol; Google, build and submit a sitemap.",
    good: withMap(sitemap(HERE)),
    bad: withMap(sitemap(HERE, "https://example.org/gone/")),
    checkSite(site, report) {
      for (const { path, text } of sitemaps(site)) {
        const seen = new Set<string>();
        for (const loc of elementTexts(text, "loc")) {
          if (seen.has(loc))
            report(path, `expected each address once, received ${quote(loc)} twice. Keep one.`);
          seen.add(loc);
          reportAddress(site, path, loc, "<loc>", report);
        }
        for (const date of elementTexts(text, "lastmod"))
          if (!isDate(date) && !isDateTime(date))
            report(
              path,
              `expected a date that exists in <lastmod>, received ${quote(date)}. Write it as 2026-05-02.`,
            );
      }
    },
  },
  {
    name: "sitemap-complete",
    severity: "warning",
    what: "A sitemap leaves out no page that is meant for search results.",
    why: "Google, build and submit a sitemap: list the canonical addresses.",
    good: withMap(sitemap(HERE)),
    bad: withMap(sitemap()),
    checkSite(site, report) {
      const maps = sitemaps(site);
      if (maps.length === 0 || site.url === null) return;
      const listed = new Set(maps.flatMap(({ text }) => elementTexts(text, "loc")).map(pageKey));
      for (const page of site.pages.values()) {
        const own = addressOf(page.path, site.url);
        const isOwn =
          own !== null && page.canonicals.every((canonical) => pageKey(canonical) === pageKey(own));
        if (page.isIndexed && isOwn && !listed.has(pageKey(own)))
          report(
            page.path,
            `expected the page in ${maps[0]!.path}, received a sitemap without ${quote(own)}. List it, or mark the page noindex.`,
          );
      }
    },
  },
  {
    name: "redirect",
    severity: "error",
    what: "A redirect leads to a page that exists, and not back to itself.",
    why: "An old address that leads nowhere loses its readers.",
    good: { html: TITLE, files: { _redirects: "/old/ /page/ 301" } },
    bad: { html: TITLE, files: { _redirects: "/old/ /gone/ 301" } },
    checkSite(site, report) {
      for (const [from, to] of site.redirects) {
        if (/[:*]/.test(to.replace(/^https?:/, ""))) continue;
        const own = site.addresses.onSite(to, "_redirects", null);
        if (own === null) continue;
        const found = resolve(site, own);
        if (pageKey(own) === pageKey(from))
          report(
            "_redirects",
            `expected another address, received a redirect from ${quote(from)} to itself. Remove it.`,
          );
        else if (found.kind === "missing")
          report(
            "_redirects",
            `expected a page of the site, received a redirect from ${quote(from)} to ${quote(to)}, which is not there. Correct it.`,
          );
        else if (found.kind === "redirect" && leadsTo(site, own) === from)
          report(
            "_redirects",
            `expected an end, received redirects from ${quote(from)} to ${quote(to)} and back. Remove one.`,
          );
      }
      for (const page of site.pages.values()) {
        const own = page.refreshTo === null ? null : site.addresses.onSite(page.refreshTo, page.path, null);
        const found = own === null ? null : resolve(site, own);
        if (found?.kind === "page" && found.page.path === page.path)
          report(
            page.path,
            `expected another address, received a page that sends readers to itself. Remove the refresh.`,
          );
      }
    },
  },
  {
    name: "robots-sitemap",
    severity: "error",
    what: "The sitemap that robots.txt names exists.",
    why: 'sitemaps.org protocol, "Specifying the Sitemap location in your robots.txt file".',
    good: {
      html: TITLE,
      files: { "robots.txt": "Sitemap: https://example.org/sitemap.xml", "sitemap.xml": sitemap(HERE) },
    },
    bad: {
      html: TITLE,
      files: { "robots.txt": "Sitemap: https://example.org/map.xml", "sitemap.xml": sitemap(HERE) },
    },
    checkSite(site, report) {
      const text = site.files?.get("robots.txt")?.text ?? "";
      for (const match of text.matchAll(/^[ \t]*sitemap:[ \t]*(\S+)/gim))
        reportAddress(site, "robots.txt", match[1]!, "robots.txt", report);
    },
  },
]);
