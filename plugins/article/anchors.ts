import slugify from "@sindresorhus/slugify";

/** Longest slug, in characters: file systems allow 255 bytes a name, and links are read aloud. */
const SLUG_LIMIT = 80;
const PLAIN = /^[a-z0-9 ,.:;'’!?()-]*$/i;

/** Letters of scripts without transliteration take three or four bytes each. */
const NATIVE_LIMIT = 60;

/**
 * Lower-case words joined by hyphens, in Latin letters where the script has
 * them, in its own where it has not ("睡眠"); "section" when nothing is left (a
 * heading of symbols only). Signs that tell names apart are spelled out: "C#"
 * is "c-sharp", "C++" "c-plus-plus".
 */
export function toSlug(text: string): string {
  const slug = PLAIN.test(text) ? plainSlug(text) : anySlug(spelledOut(text));
  const cut = slug.slice(0, SLUG_LIMIT).replace(/-+$/, "");
  return cut === "" ? "section" : cut;
}

function spelledOut(text: string): string {
  return text
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, "-sharp")
    .replace(/(?<=\p{L})\+\+(?![\p{L}\p{N}+])/gu, "-plus-plus");
}

function anySlug(text: string): string {
  return [...text].some(isUntold) ? nativeSlug(text) : slugify(text, { decamelize: false });
}

/** Whether a letter has no Latin ones, by letter: a text has few kinds. */
const untold = new Map<string, boolean>();

function isUntold(letter: string): boolean {
  if (letter <= "\u024F" || !/\p{L}/u.test(letter)) return false;
  const known = untold.get(letter) ?? slugify(letter) === "";
  untold.set(letter, known);
  return known;
}

function nativeSlug(text: string): string {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return [...words].slice(0, NATIVE_LIMIT).join("");
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

/** Gives out ids of headings, the writer's own or slugs, unique among those it gave: the second "Safety" is "safety-2". */
export function uniqueSlugs(): (text: string, own?: string | null) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (text, own = null) => {
    const base = own ?? headingSlug(text);
    let slug = base;
    for (let count = next.get(base) ?? 2; taken.has(slug); count++) {
      slug = `${base}-${count}`;
      next.set(base, count + 1);
    }
    taken.add(slug);
    return slug;
  };
}
