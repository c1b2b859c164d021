import { folded } from "../escape.ts";
import type { Part } from "../model.ts";

/** What plugins for search engines say of a post. */
export interface SeoFacts {
  readonly title: string | null;
  readonly description: string | null;
  readonly canonical: string | null;
  readonly noindex: boolean;
}

/** Where Yoast, Rank Math and All in One SEO (3 and 4) keep each fact; the first that is filled counts. */
const SEO_FIELDS: Readonly<Record<keyof SeoFacts, readonly string[]>> = {
  title: ["_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title"],
  description: [
    "_yoast_wpseo_metadesc",
    "rank_math_description",
    "_aioseo_description",
    "_aioseop_description",
  ],
  canonical: [
    "_yoast_wpseo_canonical",
    "rank_math_canonical_url",
    "_aioseo_canonical_url",
    "_aioseop_custom_link",
  ],
  noindex: ["_yoast_wpseo_meta-robots-noindex", "rank_math_robots", "_aioseo_noindex", "_aioseop_noindex"],
};

/** Fields whose value goes into the article by another way. */
const TAKEN: Readonly<Record<string, string>> = {
  _thumbnail_id: "image",
  _wp_attached_file: "the file's path",
  _wp_attachment_image_alt: "the picture's alternative text",
  _wp_old_slug: "redirects",
  footnotes: "the notes of the text",
};

/** Fields in which WordPress itself keeps its own books: "_edit_lock", "_menu_item_url", "_wp_trash_meta_time". */
const BOOKKEEPING = /^_(?:edit_|wp_|menu_item_|oembed_|pingme$|encloseme$|oembed)/;

/** What a placeholder of these plugins looks like: %%title%%, %title%, #post_title. */
const VARIABLE = /%%?[a-z_]+%%?|(?:^|\s)#[a-z]+_[a-z_]+/i;

type Fields = readonly (readonly [key: string, value: string])[];

/** Facts for search engines in an item's fields; texts made of variables are not facts. */
export function seoFacts(fields: Fields): SeoFacts {
  const filled = (fact: keyof SeoFacts): string | null => {
    for (const name of SEO_FIELDS[fact]) {
      const value = folded(fields.find(([key]) => key === name)?.[1] ?? "");
      if (value !== "" && !VARIABLE.test(value)) return value;
    }
    return null;
  };
  const canonical = filled("canonical");
  return {
    title: filled("title"),
    description: filled("description"),
    canonical:
      canonical !== null && /^https?:\/\//i.test(canonical) && URL.canParse(canonical) ? canonical : null,
    noindex: SEO_FIELDS.noindex.some((name) =>
      fields.some(([key, value]) => key === name && saysNoindex(value)),
    ),
  };
}

/** "1", "on", or PHP's serialised list with the word in it. */
function saysNoindex(value: string): boolean {
  return /^(?:1|on|true)$/i.test(value.trim()) || /"noindex"/.test(value);
}

/** What became of each field of an item, those of one fate together. */
export function fieldParts(fields: Fields): readonly Part[] {
  const facts = seoFacts(fields);
  const byFate = new Map<string, { readonly part: Part; readonly names: string[] }>();
  for (const [key, value] of fields) {
    const part = fateOf(key, value, facts);
    const fate = `${part.outcome}|${part.to ?? ""}|${part.why ?? ""}`;
    const known = byFate.get(fate) ?? { part, names: [] };
    known.names.push(key === "" ? "(no name)" : key);
    byFate.set(fate, known);
  }
  return [...byFate.values()].map(({ part, names }) => ({
    ...part,
    what: [...new Set(names)].join(", "),
    count: names.length,
  }));
}

function fateOf(key: string, value: string, facts: SeoFacts): Part {
  const part = (outcome: Part["outcome"], rest: Partial<Part>): Part => ({
    kind: "field",
    what: key,
    outcome,
    ...rest,
  });
  if (value.trim() === "") return part("left-out", { why: "empty" });
  const taken = TAKEN[key];
  if (taken) return part("kept", { to: taken });
  for (const [fact, names] of Object.entries(SEO_FIELDS)) {
    if (!names.includes(key)) continue;
    if (VARIABLE.test(value))
      return part("left-out", { why: "made of variables of the plugin, not of words" });
    const found = facts[fact as keyof SeoFacts];
    return found === null || found === false
      ? part("left-out", { why: "says nothing beside the usual" })
      : part("kept", { to: fact === "title" ? "seoTitle" : fact });
  }
  if (BOOKKEEPING.test(key)) return part("left-out", { why: "WordPress's own bookkeeping" });
  return part("left-out", { why: "a field of a plugin or theme, which nothing here reads" });
}
