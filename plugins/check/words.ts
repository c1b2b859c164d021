import { createRequire } from "node:module";
import type * as entities from "entities";

const require = createRequire(import.meta.url);

/** Characters nobody sees: soft hyphen, zero-width space and joiners, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Characters that {@link simplify} changes. */
const UNUSUAL = /[\u00ab\u00ad\u00b4\u00bb\u2000-\u22ff\ufeff`]/;
/** Texts of which the bare words are kept: names and headings come back on every page. */
const KEPT_LIMIT = 5000;
/** Longer texts are not kept. */
const KEPT_LENGTH = 200;
const kept = new Map<string, string>();

/** White space folded to single spaces, ends cut. */
export function collapse(text: string): string {
  // Single spaces, by far the most, are not touched.
  return text.replace(/\s{2,}|[^\S ]/g, " ").trim();
}

/** Text for comparing: lower case, straight quotes, plain dashes, single spaces. */
export function simplify(text: string): string {
  const lower = text.toLowerCase();
  if (!UNUSUAL.test(lower)) return collapse(lower);
  return collapse(
    lower
      .replace(INVISIBLE, "")
      .replace(/[‘’‛′`´]/g, "'")
      .replace(/[“”„‟″«»]/g, '"')
      .replace(/[‐‑‒–—―−]/g, "-")
      .replace(/…/g, "..."),
  );
}

/** Letters and digits only, single spaces between words. */
export function bare(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const made = toBare(text);
  if (text.length <= KEPT_LENGTH) {
    if (kept.size >= KEPT_LIMIT) kept.clear();
    kept.set(text, made);
  }
  return made;
}

function toBare(text: string): string {
  return simplify(text)
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** Visible text in which words can be looked up; forms for comparing are made when first needed. */
export interface SearchText {
  /** Collapsed, as shown. */
  raw(): string;
  /** Like {@link simplify}. */
  plain(): string;
  /** True when the words stand in the text, whole, in this order; case, quotes, dashes and punctuation count for nothing. */
  has(words: string): boolean;
}

/** Makes text searchable; `read` is called once, when first needed. */
export function searchText(read: () => string): SearchText {
  let known: string | null = null;
  let plain: string | null = null;
  let loose: string | null = null;
  const raw = () => (known ??= collapse(read()));
  const toPlain = () => (plain ??= simplify(raw()));
  return {
    raw,
    plain: toPlain,
    has(words) {
      const needle = simplify(words);
      if (needle === "" || isWholeIn(toPlain(), needle)) return true;
      const bareNeedle = bare(words);
      if (bareNeedle === "") return false;
      loose ??= ` ${bare(raw())} `;
      return loose.includes(` ${bareNeedle} `);
    },
  };
}

function isWholeIn(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    if (!isWordChar(text[at - 1]) && !isWordChar(text[at + needle.length])) return true;
  }
  return false;
}

function isWordChar(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}

/** True when one of the two contains the other, compared as {@link bare} words. */
export function sharesWords(a: string, b: string): boolean {
  const [x, y] = [` ${bare(a)} `, ` ${bare(b)} `];
  return x.trim() !== "" && y.trim() !== "" && (x.includes(y) || y.includes(x));
}

/** True when `text` shows the title: holds all its words, or is its beginning and at least half of it ("Insomnia at night" for "Insomnia at night: a guide"). */
export function showsTitle(text: string, title: string): boolean {
  const [shown, wanted] = [` ${bare(text)} `, ` ${bare(title)} `];
  // "////" and "😴" have no letters to compare: they are shown as they are, or not.
  if (wanted.trim() === "") return title.trim() !== "" && collapsed(text).includes(collapsed(title));
  if (shown.trim() === "") return false;
  return shown.includes(wanted) || (wanted.startsWith(shown) && shown.length * 2 >= wanted.length);
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** HTML tags and entities removed, for text that a graph carries as markup. */
export function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return (require("entities") as typeof entities).decodeHTML(text.replace(/<[^<>]*>/g, " "));
}
