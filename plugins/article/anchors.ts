import slugify from "@sindresorhus/slugify";

/** Longest slug, in characters: file systems allow 255 bytes a name, and links are read aloud. */
const SLUG_LIMIT = 80;
const PLAIN = /^[a-z0-9 ,.:;'’!?()-]*$/i;

/** Lower-case words joined by hyphens; "section" when nothing is left (a heading of symbols only). */
export function toSlug(text: string): string {
  const slug = PLAIN.test(text) ? plainSlug(text) : slugify(text, { decamelize: false });
  const cut = slug.slice(0, SLUG_LIMIT).replace(/-+$/, "");
  return cut === "" ? "section" : cut;
}

// The library takes 60 µs a heading; plain English needs none of its transliteration.
function plainSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The number a heading is listed by: "3. ", "3) ", "3: ". */
const LISTED = /^\s*\d{1,3}\s?[.):]\s+/;

/**
 * The slug of a heading, without the number it is listed by, so that another
 * order breaks no link; begins with a letter, as older selectors want of an id.
 */
function headingSlug(text: string): string {
  const slug = toSlug(text.replace(LISTED, ""));
  return /^\d/.test(slug) ? `section-${slug}` : slug;
}

/** Gives out slugs of headings, unique among those it gave: the second "Safety" is "safety-2". */
export function uniqueSlugs(): (text: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (text) => {
    const base = headingSlug(text);
    let slug = base;
    for (let count = next.get(base) ?? 2; taken.has(slug); count++) {
      slug = `${base}-${count}`;
      next.set(base, count + 1);
    }
    taken.add(slug);
    return slug;
  };
}
