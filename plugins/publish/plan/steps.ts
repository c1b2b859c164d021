import { isPage, type SiteFile } from "../manifest/manifest.ts";

/**
 * The order in which files go out. What others refer to comes before what
 * refers to it, so that a publish may end after any file: hashed assets, then
 * other files, pages, the home page, and last what announces pages. In each,
 * what is new comes before what is changed, because only the latter is linked.
 */
export const STEPS = ["assets", "new files", "files", "new pages", "pages", "home", "feeds"] as const;

export type Step = (typeof STEPS)[number];

/** What announces pages: feeds, sitemaps and what leads robots to them. */
const ANNOUNCING = /^application\/(?:xml|(?:rss|atom)\+xml|feed\+json)\b/;

/** The step in which a file goes out. */
export function stepOf({ path, headers }: Pick<SiteFile, "path" | "headers">, isNew: boolean): Step {
  if (path === "index.html") return "home";
  if (isPage(path)) return isNew ? "new pages" : "pages";
  if (path === "robots.txt" || ANNOUNCING.test(headers["Content-Type"] ?? "")) return "feeds";
  if (isHashed(headers)) return "assets";
  return isNew ? "new files" : "files";
}

/** Whether the table promises browsers that the bytes under this name never change. */
export function isHashed(headers: SiteFile["headers"]): boolean {
  return /\bimmutable\b/.test(headers["Cache-Control"] ?? "");
}
