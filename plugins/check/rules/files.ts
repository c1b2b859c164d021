import { quote } from "../../article/problem.ts";
import { isDate, isDateTime } from "../dates.ts";
import { family, type SiteReport } from "../rule.ts";
import { addressOf } from "../site/address.ts";
import type { SiteFacts, SiteFile } from "../site/facts.ts";
import { resolve } from "../site/resolve.ts";
import { attributeValues, elementTexts, xmlFault } from "../site/xml.ts";
import { isAbsolute, pageKey } from "../urls.ts";

const TITLE = "<h1>Massage for sleep</h1>";
const HERE = "https://example.org/page/";
const sitemap = (...locs: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locs.map((loc) => `<url><loc>${loc}</loc></url>`).join("")}</urlset>`;
const withMap = (text: string) => ({ html: TITLE, files: { "sitemap.xml": text } });
const atom = (entry: string) =>
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Rest</title><id>https://example.org/</id><updated>2026-05-02T10:30:00Z</updated>${entry}</feed>`;
const ENTRY = `<entry><title>Massage</title><id>${HERE}</id><link href="${HERE}"/><updated>2026-05-02T10:30:00Z</updated></entry>`;
const withFeed = (text: string) => ({ html: TITLE, files: { "feed.xml": text } });

/** Files with one of these endings that were read. */
function read(site: SiteFacts, ending: RegExp): readonly (SiteFile & { readonly text: string })[] {
  return [...(site.files?.values() ?? [])].filter(
    (file): file is SiteFile & { readonly text: string } => file.text !== null && ending.test(file.path),
  );
}

function sitemaps(site: SiteFacts): readonly (SiteFile & { readonly text: string })[] {
  return read(site, /\.xml$/i).filter(({ text }) => /<urlset[\s>]/.test(text) && xmlFault(text) === null);
}

interface Feed {
  readonly path: string;
  /** Text of the feed without its items. */
  readonly head: string;
  readonly items: readonly string[];
  readonly kind: "atom" | "rss";
}

function feeds(site: SiteFacts): readonly Feed[] {
  return read(site, /\.(?:xml|rss|atom)$/i).flatMap(({ path, text }) => {
    const kind = /<feed[\s>]/.test(text) ? "atom" : /<rss[\s>]/.test(text) ? "rss" : null;
    if (kind === null || xmlFault(text) !== null) return [];
    const name = kind === "atom" ? "entry" : "item";
    const parts = text.split(new RegExp(`<${name}[\\s>]`));
    return [
      {
        path,
        kind,
        head: parts[0]!,
        items: parts.slice(1).map((part) => part.slice(0, part.indexOf(`</${name}>`))),
      },
    ];
  });
}

/** Addresses a feed's items lead to. */
function itemLinks({ kind, items }: Feed): readonly string[] {
  return items.flatMap((item) => {
    if (kind === "rss") return elementTexts(item, "link");
    const own = item.replace(/<(content|summary|title)[\s>][\s\S]*?<\/\1>/g, "");
    return attributeValues(own, "link", "href").slice(0, 1);
  });
}

/** What a feed or one of its items lacks; names of elements. */
function lacking(text: string, names: readonly string[]): readonly string[] {
  return names.filter(
    (name) =>
      elementTexts(text, name).every((found) => found === "") && !(name === "link" && /<link\s/.test(text)),
  );
}

const RFC_822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s+)?\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|GMT|UT|UTC|Z|[ECMP][SD]T)$/;

function badDates({ kind, head, items }: Feed): readonly string[] {
  const texts = [head, ...items].flatMap((part) =>
    (kind === "atom" ? ["updated", "published"] : ["pubDate", "lastBuildDate"]).flatMap((name) =>
      elementTexts(part, name),
    ),
  );
  return texts.filter((text) =>
    kind === "atom"
      ? !isDateTime(text) || !/(?:Z|[+-]\d{2}:\d{2})$/.test(text)
      : !RFC_822.test(text) || Number.isNaN(Date.parse(text)),
  );
}

function reportAddress(
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
function addressFault(site: SiteFacts, path: string, address: string, what: string): string | null {
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

export const fileRules = family("site", [
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
    name: "feed-parts",
    severity: "error",
    what: "A feed and its items have title, id, link and dates in the feed's form.",
    why: "RFC 4287 (Atom), section 4.1; RSS 2.0.",
    good: withFeed(atom(ENTRY)),
    bad: withFeed(atom(ENTRY.replace("2026-05-02T10:30:00Z", "2 May 2026"))),
    checkSite(site, report) {
      for (const feed of feeds(site)) {
        const [head, item] =
          feed.kind === "atom"
            ? [
                ["title", "id", "updated"],
                ["title", "id", "updated"],
              ]
            : [["title", "link", "description"], []];
        for (const name of lacking(feed.head, head!))
          report(feed.path, `expected <${name}> in the feed, received none. Add it.`);
        feed.items.forEach((text, at) => {
          for (const name of lacking(text, item!))
            report(feed.path, `expected <${name}> in item ${at + 1}, received none. Add it.`);
          if (feed.kind === "rss" && lacking(text, ["title", "description"]).length === 2)
            report(
              feed.path,
              `expected <title> or <description> in item ${at + 1}, received neither. Add it.`,
            );
        });
        for (const date of badDates(feed))
          report(
            feed.path,
            `expected a date in the feed's form, received ${quote(date)}. Write ${feed.kind === "atom" ? "2026-05-02T10:30:00Z" : "Sat, 02 May 2026 10:30:00 GMT"}.`,
          );
        const ids = feed.items.flatMap((text) =>
          elementTexts(text, feed.kind === "atom" ? "id" : "guid").slice(0, 1),
        );
        const twice = ids.find((id, at) => ids.indexOf(id) !== at);
        if (twice !== undefined)
          report(
            feed.path,
            `expected each id once in the feed, received ${quote(twice)} twice. Give each item its own.`,
          );
      }
    },
  },
  {
    name: "feed-address",
    severity: "error",
    what: "The items of a feed lead to pages that exist, by absolute addresses.",
    why: "RFC 4287, section 4.2.7; readers open them away from the site.",
    good: withFeed(atom(ENTRY)),
    bad: withFeed(atom(ENTRY.replace(`href="${HERE}"`, `href="https://example.org/gone/"`))),
    checkSite(site, report) {
      for (const feed of feeds(site))
        for (const address of itemLinks(feed)) reportAddress(site, feed.path, address, "the feed", report);
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
        else if (found.kind === "redirect" && site.redirects.get(own) === from)
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
