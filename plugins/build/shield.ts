import { DateTime } from "luxon";

export interface ShieldOptions {
  readonly timeZone: string;
  /** True: `tags` stay out of Eleventy's collections, each of which would sort all articles anew. */
  readonly isOwnSite: boolean;
}

/** Keys by which an article could run code, or that Eleventy stops at when they are wrong. */
const REFUSED = new Set([
  "permalink",
  "date",
  "tags",
  "pagination",
  "templateEngineOverride",
  "eleventyComputed",
  "eleventyDataSchema",
  "eleventyImport",
  "eleventyExcludeFromCollections",
]);

/**
 * The front matter that Eleventy itself gets to see of an article: only what it
 * can neither stop at nor be led out of the output folder by. The path is set
 * later, when the article was read.
 */
export function shieldFrontMatter(
  data: Readonly<Record<string, unknown>>,
  { timeZone, isOwnSite }: ShieldOptions,
): Record<string, unknown> {
  const shielded: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) if (!REFUSED.has(key)) shielded[key] = value;
  const date =
    typeof data.date === "string"
      ? DateTime.fromISO(data.date.trim().replace(" ", "T"), { zone: timeZone })
      : null;
  if (date?.isValid) shielded.date = date.toJSDate();
  if (isOwnSite) shielded.templateEngineOverride = "md";
  else {
    if (isPath(data.permalink) || data.permalink === false) shielded.permalink = data.permalink;
    if (data.tags !== undefined) shielded.tags = data.tags;
  }
  return shielded;
}

/** A path below the site's root; anything else is reported as a problem of the article and ignored here. */
function isPath(value: unknown): value is string {
  return typeof value === "string" && /^\/(?!\/)/.test(value) && !value.split(/[\\/]/).includes("..");
}
