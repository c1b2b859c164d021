import { DateTime } from "luxon";
import { isLayoutName, isPlainField, type OwnFields } from "../article/fields.ts";

export interface ShieldOptions {
  readonly timeZone: string;
  /** True: `tags` stay out of Eleventy's collections, each of which would sort all articles anew. */
  readonly isOwnSite: boolean;
  readonly fields: OwnFields;
  /** Whether a layout of this name is there to be used. */
  readonly hasLayout: (name: string) => boolean;
}

/**
 * The data that Eleventy gets of an article: fields that are known, no order
 * to run, to write elsewhere or to make other pages. The path is set later,
 * when the article was read.
 */
export function shieldFrontMatter(
  data: Readonly<Record<string, unknown>>,
  { timeZone, isOwnSite, fields, hasLayout }: ShieldOptions,
): Record<string, unknown> {
  const shielded: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) if (isPlainField(key, fields)) shielded[key] = value;
  const date =
    typeof data.date === "string"
      ? DateTime.fromISO(data.date.trim().replace(" ", "T"), { zone: timeZone })
      : null;
  if (date?.isValid) shielded.date = date.toJSDate();
  if (isLayoutName(data.layout) && hasLayout(data.layout)) shielded.layout = data.layout;
  if (isOwnSite) shielded.templateEngineOverride = "md";
  else {
    if (isPath(data.permalink) || data.permalink === false) shielded.permalink = data.permalink;
    if (data.layout === false) shielded.layout = false;
    if (isTags(data.tags)) shielded.tags = data.tags;
  }
  return shielded;
}

/** A path below the site's root; anything else is reported as a problem of the article and ignored here. */
function isPath(value: unknown): value is string {
  return typeof value === "string" && /^\/(?!\/)/.test(value) && !value.split(/[\\/]/).includes("..");
}

function isTags(value: unknown): boolean {
  return [value].flat().every((tag) => typeof tag === "string" || typeof tag === "number");
}
