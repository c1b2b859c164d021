import type { PageKind } from "./types.ts";

/** Articles in a feed, with their text. */
export const FEED_LENGTH = 20;

/** A family of generated pages. */
export interface PageFamily {
  /** Page kinds made by it. */
  readonly kind: PageKind;
  /** Name of its virtual template, and of the file with which an owner replaces it. */
  readonly name: string;
  readonly layout: string;
}

/** Every family of pages the theme makes beside the owner's own. */
export const PAGE_FAMILIES: readonly PageFamily[] = [
  { kind: "home", name: "index", layout: "layouts/home.njk" },
  { kind: "benefit", name: "benefit", layout: "layouts/benefit.njk" },
  { kind: "benefits", name: "benefits", layout: "layouts/index.njk" },
  { kind: "condition", name: "condition", layout: "layouts/topic.njk" },
  { kind: "conditions", name: "conditions", layout: "layouts/index.njk" },
  { kind: "therapy", name: "therapy", layout: "layouts/topic.njk" },
  { kind: "therapies", name: "therapies", layout: "layouts/index.njk" },
  { kind: "matrix", name: "matrix", layout: "layouts/matrix.njk" },
  { kind: "author", name: "author", layout: "layouts/author.njk" },
  { kind: "authors", name: "authors", layout: "layouts/authors.njk" },
  { kind: "tag", name: "tag", layout: "layouts/tag.njk" },
  { kind: "tags", name: "tags", layout: "layouts/index.njk" },
  { kind: "search", name: "search", layout: "layouts/search.njk" },
  { kind: "notFound", name: "404", layout: "layouts/not-found.njk" },
  { kind: "redirect", name: "redirect", layout: "layouts/redirect.njk" },
];

/** A single file that is no page: feeds and what robots read. */
export interface SiteFile {
  readonly name: string;
  readonly url: string;
  /** Layout that prints it; null: plain text from `site-files.ts`. */
  readonly layout: string | null;
}

export const SITE_FILES: readonly SiteFile[] = [
  { name: "feed-atom", url: "/feed.xml", layout: "feeds/atom.njk" },
  { name: "feed-json", url: "/feed.json", layout: "feeds/json.njk" },
  { name: "sitemap", url: "/sitemap.xml", layout: null },
  { name: "robots", url: "/robots.txt", layout: null },
  { name: "manifest", url: "/site.webmanifest", layout: null },
  { name: "favicon", url: "/favicon.svg", layout: null },
  { name: "security", url: "/.well-known/security.txt", layout: null },
  { name: "redirects", url: "/_redirects", layout: null },
  { name: "brand", url: "/brand.css", layout: null },
];

/** The owner's colours, where there are any. */
export const BRAND_URL = "/brand.css";
