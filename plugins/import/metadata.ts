import { safeAddress } from "./address.ts";
import { decodeTwice } from "./entities.ts";
import { folded } from "./escape.ts";
import { articleNode, jsonLdNodes, type Node } from "./json-ld.ts";
import type { PageFacts } from "./types.ts";

/** {@link PageFacts} and the names under which the page knows its article and itself. */
export interface Metadata extends PageFacts {
  /** From `<title>`; may carry the site's name. */
  readonly documentTitle: string | null;
  /** From og:title or JSON-LD. */
  readonly headline: string | null;
  readonly siteName: string | null;
}

/** Longest name of a site, in characters. */
const BRAND_LIMIT = 50;

/** What the page's head, its JSON-LD and its byline say. Nothing is guessed: what is not there is null. */
export function readMetadata(document: Document): Metadata {
  const meta = metaValues(document);
  const article = articleNode(jsonLdNodes(document));
  const canonical = absolute(first(attribute(document, "link[rel=canonical]", "href"), meta("og:url")));
  const url = canonical ?? absolute(attribute(document, "base", "href"));
  const src = safeAddress(first(meta("og:image"), meta("twitter:image"), imageOf(article.image)), url);
  return {
    documentTitle: text(document.querySelector("title")?.textContent),
    headline: first(meta("og:title"), text(article.headline), meta("twitter:title")),
    siteName: first(meta("og:site_name"), meta("application-name"), brandOf(document)),
    description: first(meta("description"), meta("og:description"), text(article.description)),
    author: authorOf(document, meta, article),
    date: first(
      meta("article:published_time"),
      text(article.datePublished),
      meta("datepublished"),
      meta("date"),
      attribute(
        document,
        "time[itemprop=datePublished], time.entry-date, time.published, time.entry-time",
        "datetime",
      ),
    ),
    lang: languageOf(document, meta),
    image: src === null ? null : { src, alt: first(meta("og:image:alt")) ?? "" },
    url,
    canonical,
  };
}

/** The name that the page's own head links home. */
function brandOf(document: Document): string | null {
  const brand = document.querySelector(
    ".navbar-brand, .site-title, .site-name, .brand, .logo, header a[href='/'], header a[href^='index.']",
  );
  const name = text(brand?.textContent);
  return name !== null && name.length <= BRAND_LIMIT ? name : null;
}

function first(...values: readonly (string | null)[]): string | null {
  return values.find((value) => value !== null && value !== "") ?? null;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? folded(decodeTwice(value)) || null : null;
}

function absolute(href: string | null): string | null {
  return href !== null && /^https?:\/\//i.test(href) && URL.canParse(href) ? href : null;
}

function attribute(document: Document, selector: string, name: string): string | null {
  return text(document.querySelector(selector)?.getAttribute(name));
}

/** Look-up of `<meta>` by name, property or itemprop, lower case; the first one wins. */
function metaValues(document: Document): (name: string) => string | null {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll("meta")) {
    const name = (
      element.getAttribute("property") ??
      element.getAttribute("name") ??
      element.getAttribute("itemprop") ??
      ""
    ).toLowerCase();
    const content = text(element.getAttribute("content"));
    if (name && content && !values.has(name)) values.set(name, content);
  }
  return (name) => values.get(name) ?? null;
}

function imageOf(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return text(typeof one === "object" && one !== null ? (one as Node).url : one);
}

function authorOf(document: Document, meta: (name: string) => string | null, article: Node): string | null {
  const one: unknown = [article.author].flat()[0];
  const named = text(typeof one === "object" && one !== null ? (one as Node).name : one);
  const byline = document.querySelector(
    "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .author.vcard .fn, .entry-author-name, .author-name, .byline-name",
  );
  const candidate = first(named, meta("author"), meta("article:author"), text(byline?.textContent));
  return candidate !== null && candidate.length <= 80 && !/^https?:/.test(candidate)
    ? candidate.replace(/^by\s+/i, "")
    : null;
}

function languageOf(document: Document, meta: (name: string) => string | null): string | null {
  const lang = first(
    attribute(document, "html", "lang"),
    attribute(document, "html", "xml:lang"),
    meta("content-language"),
    meta("og:locale"),
  );
  const tag = lang?.replace("_", "-") ?? "";
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : null;
}
