import { fieldNames } from "./front-matter.ts";

/** Fields of the site's own that articles may hold: those named, or every plain one. */
export type OwnFields = readonly string[] | "any";

/** What Eleventy reads from a template's data, or puts there; what it has added since 1.0 begins with "eleventy", and with "buildawesome" since 4. */
const ELEVENTYS: ReadonlySet<string> = new Set([
  "pagination",
  "permalink",
  "permalinkBypassOutputDir",
  "dynamicPermalink",
  "templateEngineOverride",
  "layout",
  "date",
  "tags",
  "page",
  "pkg",
  "env",
  "content",
  "collections",
]);

/** Plain data that an official plugin of Eleventy reads. */
const HARMLESS: ReadonlySet<string> = new Set(["eleventyNavigation"]);

/** Fields of ours that Eleventy reads too: it gets them checked, or not at all. */
const CHECKED: ReadonlySet<string> = new Set(["permalink", "date", "tags"]);

/** True for a name that Eleventy may take for an order: no article can set it. */
export function isEleventyName(key: string): boolean {
  if (HARMLESS.has(key)) return false;
  return ELEVENTYS.has(key) || /^(?:eleventy|buildawesome)/i.test(key) || key.includes(":");
}

/** Whether an article's field reaches templates as it is written. Nothing does that is not named here or by the owner. */
export function isPlainField(key: string, own: OwnFields): boolean {
  if (CHECKED.has(key)) return false;
  return fieldNames().includes(key) || isOwnField(key, own);
}

/** Whether a field that is none of ours is the site's own. */
export function isOwnField(key: string, own: OwnFields): boolean {
  return own === "any" ? !isEleventyName(key) : own.includes(key);
}

/** A file's name below the folder of layouts, as far as its letters go. */
export function isLayoutName(value: unknown): value is string {
  return typeof value === "string" && /^[\w-][\w./-]*$/.test(value) && !value.split("/").includes("..");
}
