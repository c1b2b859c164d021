import type { Article } from "../article/types.ts";
import type { ResolvedOffer } from "../corpus/types.ts";
import { type Problem, quote } from "../problem.ts";
import { type AddressBook, type Addressed, addressBook, articleAt, readInternalLink } from "./addresses.ts";
import { findTitle, indexTitles, nearestTitles, type TitleIndex } from "./titles.ts";

/** Articles made findable by id, address and title; made once per build. */
export interface OfferIndex {
  readonly addresses: AddressBook;
  readonly titles: TitleIndex;
}

/** @param knownWords see {@link indexTitles} */
export function indexOffers(
  articles: readonly (Addressed & { readonly title: string })[],
  { origin = "", knownWords = [] }: { readonly origin?: string; readonly knownWords?: Iterable<string> } = {},
): OfferIndex {
  return { addresses: addressBook(articles, origin), titles: indexTitles(articles, knownWords) };
}

/** What an article's author wrote, resolved; what could not be, as problems. */
export interface ResolvedOffers {
  readonly offers: readonly ResolvedOffer[];
  readonly problems: readonly Problem[];
}

/**
 * Finds the article that each "Also Read" line means: by its link, by id, by
 * title, by a title that is close. Never guesses: what is not close enough,
 * fits two articles, or is the article itself comes back with `id` null and a
 * warning that names the nearest titles. Links off the site have `id` null and
 * no warning.
 */
export function resolveOffers(article: Article, url: string, index: OfferIndex): ResolvedOffers {
  const offers: ResolvedOffer[] = [];
  const problems: Problem[] = [];
  for (const { line, phrase, offers: written } of article.alsoRead) {
    for (const { title, href } of written) {
      const found = findOffer(index, { title, href }, { url, file: article.file });
      const isSelf = found.ids.length === 1 && found.ids[0] === article.id;
      const id = found.ids.length === 1 && !isSelf ? found.ids[0]! : null;
      offers.push({
        line,
        phrase,
        title,
        id,
        by: id === null ? "none" : found.by,
        closeness: found.closeness,
      });
      const message = isSelf
        ? "expected another article, received this one."
        : faultOf(index, title, href, found);
      if (message) problems.push({ file: article.file, line, field: phrase, message, severity: "warning" });
    }
  }
  return { offers, problems };
}

/**
 * Resolves ids, paths or titles from front matter. `field` names it in problems ("alsoRead.pin"); an entry that
 * names no article is an error with the three nearest titles.
 */
export function resolveNames(
  names: readonly string[],
  article: Pick<Article, "id" | "file">,
  url: string,
  index: OfferIndex,
  { field, line }: { readonly field: string; readonly line: number },
): { readonly ids: readonly string[]; readonly problems: readonly Problem[] } {
  const ids: string[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const found = findOffer(
      index,
      { title: name, href: looksLikePath(name) ? name : null },
      { url, file: article.file },
    );
    const [id] = found.ids;
    const message =
      id === article.id && found.ids.length === 1
        ? "expected another article, received this one. Remove it."
        : faultOf(index, name, null, found);
    if (message) problems.push({ file: article.file, line, field, message, severity: "error" });
    else if (id !== undefined && !ids.includes(id)) ids.push(id);
  }
  return { ids, problems };
}

interface Found {
  /** One: the article meant. */
  readonly ids: readonly string[];
  readonly by: ResolvedOffer["by"];
  readonly closeness: number;
  /** True for a link that leads off the site. */
  readonly isExternal?: boolean;
}

function findOffer(
  { addresses, titles }: OfferIndex,
  { title, href }: { readonly title: string; readonly href: string | null },
  from: { readonly url: string; readonly file: string },
): Found {
  if (href !== null) {
    const link = readInternalLink(href, from, addresses.origin);
    if (link === null) return { ids: [], by: "none", closeness: 0, isExternal: true };
    const id = articleAt(addresses, link);
    if (id !== null) return { ids: [id], by: /^[a-z]+:/i.test(href) ? "url" : "path", closeness: 1 };
  }
  const bare = title.replace(/^\//, "").replace(/\/$/, "");
  if (addresses.ids.has(bare)) return { ids: [bare], by: "id", closeness: 1 };
  return findTitle(titles, title);
}

function looksLikePath(name: string): boolean {
  return name.startsWith("/") || name.startsWith("./") || name.startsWith("../") || /^https?:/i.test(name);
}

/** What is wrong with an offer, in words; null when nothing is. */
function faultOf(
  { titles, addresses }: OfferIndex,
  title: string,
  href: string | null,
  found: Found,
): string | null {
  if (found.ids.length === 1 || found.isExternal) return null;
  const received = quote(href ?? title);
  if (found.ids.length > 1) {
    return `expected one article, received ${received}, which fits ${found.ids.length}: ${listed(found.ids)}. Name one by its id.`;
  }
  if (titles.entries.length === 0 || addresses.ids.size === 0)
    return `expected an article, received ${received}. There is none yet.`;
  const nearest = nearestTitles(titles, title).map((entry) => `${quote(entry.title)} (${entry.id})`);
  return `expected the title, id or path of an article, received ${received}. Nearest: ${nearest.join(", ")}.`;
}

function listed(ids: readonly string[]): string {
  return ids.slice(0, 3).map(quote).join(", ") + (ids.length > 3 ? ", …" : "");
}
