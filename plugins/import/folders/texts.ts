import { fieldNames, validateFrontMatter } from "../../article/front-matter.ts";
import { folded } from "../escape.ts";
import type { DocumentState, Part } from "../model.ts";
import { isAfter } from "./dates.ts";
import { type Facts, readFacts } from "./facts.ts";
import type { Headed } from "./header.ts";
import type { BlogKind, Entry } from "./kind.ts";
import { STATE_FIELDS, stateOf } from "./state.ts";
import { bareName, type Fields } from "./values.ts";

/** A text with all that is known of it before its body is read. */
export interface Text {
  readonly entry: Entry;
  readonly headed: Headed;
  /** Its own fields over those that its folder gives. */
  readonly fields: Fields;
  readonly facts: Facts;
  readonly date: string | null;
  readonly title: string;
  readonly url: string | null;
  readonly state: DocumentState;
  readonly why: string | null;
}

/**
 * What a file's header, its name and its folder say of a text.
 *
 * @param origin of the old site
 * @param now time of the import, ISO 8601
 */
export function readText(kind: BlogKind, entry: Entry, headed: Headed, origin: string, now: string): Text {
  const fields = { ...kind.defaultsOf(entry.path), ...headed.fields };
  const facts = readFacts(headed.fields, kind.rules, new Set(Object.keys(ownFields(kind, headed.fields))));
  const all = readFacts(fields, kind.rules);
  const seen = stateOf(fields, now);
  const own = all.date ?? entry.date ?? all.publishDate;
  const waits = all.publishDate !== null && isAfter(all.publishDate, now);
  const date = waits ? all.publishDate : own;
  const title = all.title ?? firstHeading(headed.body) ?? words(entry.slug);
  const address = kind.addressOf({
    entry,
    fields,
    title: all.title,
    date: own,
    categories: all.categories,
  });
  const isHidden = entry.isDraft || seen.state !== "published";
  const isLater = date !== null && isAfter(date, now) && (kind.hidesFuture || waits);
  return {
    entry,
    headed,
    fields,
    facts: { ...all, parts: [...facts.parts, ...faultParts(headed)] },
    date,
    title,
    url: address === null ? null : `${origin}${encodeURI(address)}`,
    state: isHidden ? (entry.isDraft ? "draft" : seen.state) : isLater ? "scheduled" : "published",
    why: seen.why,
  };
}

/** Fields of this project that a text of no other software has, where their values are sound. */
export function ownFields(kind: BlogKind, fields: Fields): Fields {
  if (kind.source !== "Markdown with front matter") return {};
  const own = Object.entries(fields).filter(
    ([name]) => fieldNames().includes(name) && !READ.has(bareName(name)) && !STATE_FIELDS.has(bareName(name)),
  );
  return Object.fromEntries(
    own.filter(
      ([name, value]) =>
        "frontMatter" in
        validateFrontMatter({ title: "x", draft: true, [name]: value }, { timeZone: "UTC", lang: "en" }),
    ),
  );
}

/** Fields that are read as facts, whatever the source. */
const READ = new Set([
  "title",
  "description",
  "date",
  "updated",
  "author",
  "authors",
  "tags",
  "image",
  "permalink",
  "redirectfrom",
  "canonical",
  "noindex",
  "lang",
  "seotitle",
  "draft",
]);

function faultParts({ fault }: Headed): readonly Part[] {
  return fault === null
    ? []
    : [{ kind: "text", what: "front matter", outcome: "changed", why: `${fault}; read as far as it goes` }];
}

function firstHeading(body: string): string | null {
  const heading = /^#[ \t]+(\S.*)$/m.exec(body)?.[1];
  return heading === undefined ? null : folded(heading.replace(/[*_`]|\s#+\s*$|\{[^{}]*\}\s*$/g, "")) || null;
}

function words(slug: string): string {
  const text = slug.replace(/[-_]+/g, " ").trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
