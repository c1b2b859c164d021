import { decodeTwice } from "./entities.ts";
import { folded } from "./escape.ts";
import type { Metadata } from "./metadata.ts";
import { elementsOf } from "./page.ts";

const TITLE_SELECTOR =
  ".entry-title, .post-title, .article-title, .blog-title, .page-title, [itemprop=headline], .elementor-page-title, .single-title, .td-post-title .entry-title";
/** Titles that tools write and people forget. */
const GENERIC =
  /^(?:document|doc|untitled(?: document)?|home(?:page)?|index|blog|blogs|blog post|post|article|page|page title|title|react app|vite app|vite \+ react|welcome|my (?:blog|site|website)|new page|test|website)$/i;
/** Headings that are looked at. */
const HEADING_LIMIT = 200;
const SEPARATOR = /\s+[|»•·–—-]\s+|\s*::\s*|\s+\|\|\s+|\s*\|\s*/u;

/** How a title reads: entities decoded, white space folded, dots that trail off dropped. */
export function cleanTitle(raw: string): string {
  return folded(decodeTwice(raw))
    .replace(/\s*\.{2,}$|…$/, "")
    .trim();
}

/**
 * The article's title: the heading that the page marks as such, or that equals
 * or resembles the document's title; else the first h1; else what the metadata
 * says without the site's name; else a heading above all others. null when the
 * page names none.
 */
export function titleOf(page: Element, metadata: Metadata): string | null {
  const headings = [...elementsOf(page)]
    .filter((element) => /^H[1-3]$/.test(element.tagName))
    .slice(0, HEADING_LIMIT);
  const marked = textsOf(headings.filter((heading) => heading.closest(TITLE_SELECTOR) !== null));
  if (marked.length === 1) return marked[0]!;
  const parts = titleParts(metadata);
  const tops = textsOf(headings.filter(({ tagName }) => tagName === "H1")).filter(
    (text) => !isSite(text, metadata),
  );
  const equal = textsOf(headings.filter(({ tagName }) => tagName !== "H3")).find((text) =>
    parts.some((part) => same(part, text)),
  );
  const similar = tops.find((text) => parts.some((part) => overlap(part, text) >= 0.6));
  const articles = headings.filter(({ textContent }) => !isSite(cleanTitle(textContent ?? ""), metadata));
  return equal ?? similar ?? tops[0] ?? namedOrLone(parts, textsOf(loneHeading(articles))[0] ?? null);
}

function textsOf(elements: readonly Element[]): string[] {
  return elements.map((element) => cleanTitle(element.textContent ?? "")).filter(Boolean);
}

/** What the metadata says, unless it is too short for a title and a heading above all others is not. */
function namedOrLone(parts: readonly string[], lone: string | null): string | null {
  const named = parts.find((part) => !GENERIC.test(part)) ?? null;
  if (named === null || lone === null) return named ?? lone;
  return wordCount(named) <= 3 && wordCount(lone) >= 4 && overlap(named, lone) === 0 ? lone : named;
}

/** The first heading, where no other is of its level or above: a section would have siblings. */
function loneHeading(headings: readonly Element[]): readonly Element[] {
  const [first, ...rest] = headings;
  return first && rest.every((other) => other.tagName > first.tagName) ? [first] : [];
}

/** True for the name of the site, as the metadata says it or as the document's title carries it. */
function isSite(text: string, metadata: Metadata): boolean {
  if (GENERIC.test(text) || (metadata.siteName !== null && same(metadata.siteName, text))) return true;
  const title = cleanTitle(metadata.documentTitle ?? "");
  const bare = withoutSite(title, metadata);
  return bare !== title && !same(bare, text) && title.split(SEPARATOR).some((part) => same(part, text));
}

/** What the metadata offers as a title, likeliest first, without the site's name. */
function titleParts(metadata: Metadata): readonly string[] {
  const whole = [metadata.headline, metadata.documentTitle].flatMap((title) =>
    title ? [cleanTitle(title)] : [],
  );
  return [...new Set(whole.map((title) => withoutSite(title, metadata)))].filter(
    (title) => title !== "" && !(metadata.siteName !== null && same(metadata.siteName, title)),
  );
}

/** The title without the site's name at either end. */
export function withoutSite(title: string, { siteName }: Pick<Metadata, "siteName">): string {
  const parts = title.split(SEPARATOR).filter(Boolean);
  if (parts.length < 2) return title;
  const own = parts.filter((part) => siteName === null || !same(part, siteName));
  if (own.length < parts.length) return own.join(" - ");
  const last = parts.at(-1)!;
  const rest = title.slice(0, title.lastIndexOf(last)).replace(/\s*[|»•·–—:-]+\s*$/u, "");
  return wordCount(last) <= 4 && wordCount(rest) > wordCount(last) ? rest : title;
}

/** True for two titles that differ in case, punctuation or white space only. */
export function same(a: string, b: string): boolean {
  const left = wordsOf(a);
  return left.length > 0 && left.join(" ") === wordsOf(b).join(" ");
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function wordCount(text: string): number {
  return wordsOf(text).length;
}

/** 0..1: words shared by two titles, over the shorter one. */
function overlap(a: string, b: string): number {
  const left = new Set(wordsOf(a));
  const right = new Set(wordsOf(b));
  const shared = [...left].filter((word) => right.has(word)).length;
  return Math.min(left.size, right.size) === 0 ? 0 : shared / Math.min(left.size, right.size);
}
