import type { DocumentState } from "../model.ts";
import { blogDate, isAfter } from "./dates.ts";
import { at, bareName, type Fields, field, isNo, isYes, mapOf, wordsOf } from "./values.ts";

/** Who saw a document at its source. */
export interface Seen {
  readonly state: DocumentState;
  /** Why readers did not see it, where it is not the usual reason of the state. */
  readonly why: string | null;
}

/** Names of the fields that decide who sees a document. */
export const STATE_FIELDS: ReadonlySet<string> = new Set([
  "draft",
  "published",
  "status",
  "visibility",
  "private",
  "hidden",
  "unlisted",
  "headless",
  "build",
  "eleventyexcludefromcollections",
  "expirydate",
  "password",
  "protected",
  "redirectto",
]);

const STATES: Readonly<Record<string, DocumentState>> = {
  publish: "published",
  published: "published",
  public: "published",
  live: "published",
  final: "published",
  done: "published",
  scheduled: "published",
  future: "published",
  private: "private",
  pending: "pending",
  review: "pending",
  inreview: "pending",
};

/**
 * What front matter says of who may see a document, in the words of Jekyll
 * (`published`), Hugo (`draft`, `expiryDate`, `build`, `headless`), Eleventy
 * (`permalink: false`, `eleventyExcludeFromCollections`) and of themes. What
 * only an address led to and no list is hidden: it cannot be in lists here.
 */
export function stateOf(fields: Fields, now: string): Seen {
  const hidden = (why: string, state: DocumentState = "draft"): Seen => ({ state, why });
  if (wordsOf(field(fields, "password", "protected")) !== null || field(fields, "protected") === true)
    return { state: "password", why: null };
  if (isYes(field(fields, "draft")) || isNo(own(fields, "published"))) return { state: "draft", why: null };
  const status = wordsOf(field(fields, "status", "visibility"));
  const state = status === null ? "published" : (STATES[bareName(status)] ?? "draft");
  if (state !== "published") return { state, why: null };
  if (isYes(field(fields, "private"))) return { state: "private", why: null };
  if (isYes(field(fields, "hidden")) || isYes(field(fields, "unlisted")))
    return hidden("in no list at the source");
  if (own(fields, "permalink") === false) return hidden("without a page at the source (permalink: false)");
  for (const name of ["eleventyExcludeFromCollections", "buildawesomeExcludeFromCollections"])
    if (isYes(field(fields, bareName(name)))) return hidden(`in no list at the source (${name})`);
  if (isYes(field(fields, "headless")) || isUnbuilt(fields))
    return hidden("without a page or in no list at the source (build)");
  const redirect = wordsOf([field(fields, "redirectto")].flat()[0]);
  if (redirect !== null) return hidden(`only led on to ${redirect} at the source`);
  const expiry = blogDate(field(fields, "expirydate"));
  if (expiry !== null && !isAfter(expiry, now))
    return hidden(`expired at the source on ${expiry.slice(0, 10)}`);
  return { state: "published", why: null };
}

/** A value that may be false. */
function own(fields: Fields, name: string): unknown {
  return Object.entries(fields).find(([key]) => bareName(key) === name)?.[1];
}

function isUnbuilt(fields: Fields): boolean {
  const build = mapOf(field(fields, "build"));
  const says = (name: string): string => String(own(build, name) ?? at(build, name) ?? "");
  return /^(?:never|false|link)$/.test(says("render")) || /^(?:never|false)$/.test(says("list"));
}
