import type { Article } from "../article/types.ts";
import type { LeftOut } from "../corpus/corpus.ts";
import type { ResolvedOffer } from "../corpus/types.ts";
import { type Problem, quote } from "../problem.ts";
import { type AddressBook, type Addressed, addressBook, articleAt, readInternalLink } from "./addresses.ts";
import { findTitle, indexTitles, nearestTitles, type TitleIndex } from "./titles.ts";

/** Articles made findable by id, address and title; made once per build. */
export interface OfferIndex {
  readonly addresses: AddressBook;
  readonly titles: TitleIndex;
  /** Articles that exist and are not shown. */
  readonly leftOut: Omit<OfferIndex, "leftOut"> & { readonly byId: ReadonlyMap<string, LeftOut> };
}

/** Options of {@link indexOffers}. */
export interface OfferIndexOptions {
  readonly origin?: string;
  /** Articles that exist and are not shown: who means one of them is told so. */
  readonly leftOut?: readonly LeftOut[];
  /** See {@link indexTitles}. */
  readonly knownWords?: Iterable<string>;
}

/** Makes articles findable. */
export function indexOffers(
  articles: readonly (Addressed & { readonly title: string })[],
  { origin = "", leftOut = [], knownWords = [] }: OfferIndexOptions = {},
): OfferIndex {
  const named = leftOut.filter(({ title }) => title !== "");
  return {
    addresses: addressBook(articles, origin),
    titles: indexTitles(articles, knownWords),
    leftOut: {
      addresses: addressBook(leftOut, origin),
      titles: indexTitles(named),
      byId: new Map(leftOut.map((article) => [article.id, article])),
    },
  };
}

/** What an article's author wrote, resolved; what could not be, as problems. */
export interface ResolvedOffers {
  readonly offers: readonly ResolvedOffer[];
  readonly problems: readonly Problem[];
}

/**
 * Finds the article that each "Also Read" line means: by its link, by id, by
 * title, by a title that is close. Never guesses: what is not close enough,
 * fits two articles, is not published or is the article itself comes back with
 * `id` null and a warning that says so or names the nearest titles. A line with
 * a link off the site offers no article, and neither does a list of titles of
 * which none names one (books): such comes back with nothing, and stays as its
 * author wrote it, heading, links and all.
 */
export function resolveOffers(article: Article, url: string, index: OfferIndex): ResolvedOffers {
  const offers: ResolvedOffer[] = [];
  const problems: Problem[] = [];
  for (const { line, phrase, offers: written } of article.alsoRead) {
    const read = written.map((offer) => findOffer(index, offer, { url, file: article.file }));
    if (read.some(({ isExternal }) => isExternal)) continue;
    const isOther =
      written.length > 1 &&
      written.every(({ href }, at) => href === null && read[at]!.ids.length === 0 && !read[at]!.leftOut);
    for (const [at, found] of read.entries()) {
      const { title, href } = written[at]!;
      const isSelf = found.ids.length === 1 && found.ids[0] === article.id;
      const id = found.ids.length === 1 && !isSelf ? found.ids[0]! : null;
      const by = id === null ? "none" : found.by;
      if (!isOther) offers.push({ line, phrase, title, id, by, closeness: found.closeness });
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
 * names no article is an error with the three nearest titles, one that is not shown yet a warning.
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
    // A pin may wait for its article.
    const severity = found.leftOut ? "warning" : "error";
    if (message) problems.push({ file: article.file, line, field, message, severity });
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
  /** The article meant, where it is not shown. */
  readonly leftOut?: LeftOut;
}

interface Written {
  readonly title: string;
  readonly href: string | null;
}

interface Place {
  readonly url: string;
  readonly file: string;
}

function findOffer(index: OfferIndex, written: Written, from: Place): Found {
  const found = findIn(index, written, from);
  if (found.by !== "none" && found.by !== "close-title") return found;
  if (found.isExternal) return found;
  const hidden = findIn(index.leftOut, written, from);
  const leftOut = hidden.ids.length === 1 ? index.leftOut.byId.get(hidden.ids[0]!) : undefined;
  // What is not shown under the very title is meant rather than what is shown under one like it.
  const isMeant = leftOut !== undefined && (found.ids.length === 0 || hidden.closeness > found.closeness);
  return isMeant ? { ids: [], by: "none", closeness: hidden.closeness, leftOut } : found;
}

function findIn(
  { addresses, titles }: Pick<OfferIndex, "addresses" | "titles">,
  { title, href }: Written,
  from: Place,
): Found {
  if (href !== null) {
    const link = readInternalLink(href, from, addresses);
    if (link === null) return { ids: [], by: "none", closeness: 0, isExternal: true };
    const id = articleAt(addresses, link);
    if (id !== null) return { ids: [id], by: /^[a-z]+:/i.test(href) ? "url" : "path", closeness: 1 };
  }
  const bare = title.replace(/^\//, "").replace(/\/$/, "");
  if (addresses.ids.has(bare)) return { ids: [bare], by: "id", closeness: 1 };
  return findTitle(titles, title);
}

/**
 * Id of the article that somebody outside an article means: by id, path on the
 * site, source file ("src/articles/tea.md") or title; what was found where it is not one.
 */
export function findArticle(index: OfferIndex, name: string): string | readonly string[] {
  const file = name.replace(/^\.\//, "");
  const byFile = index.addresses.byFile.get(file);
  if (byFile !== undefined) return byFile;
  const href = looksLikePath(name) ? name : null;
  const { ids } = findOffer(index, { title: name, href }, { url: "/", file: "" });
  return ids.length === 1 ? ids[0]! : ids;
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
  if (found.leftOut)
    return `expected an article that is shown, received ${received}, ${NOT_SHOWN[found.leftOut.why](found.leftOut.file)}`;
  if (found.ids.length > 1) {
    return `expected one article, received ${received}, which fits ${found.ids.length}: ${listed(found.ids)}. Name one by its id.`;
  }
  if (titles.entries.length === 0 || addresses.ids.size === 0)
    return `expected an article, received ${received}. There is none yet.`;
  const nearest = nearestTitles(titles, title).map((entry) => `${quote(entry.title)} (${entry.id})`);
  return `expected the title, id or path of an article, received ${received}. Nearest: ${nearest.join(", ")}.`;
}

const NOT_SHOWN: Readonly<Record<LeftOut["why"], (file: string) => string>> = {
  draft: (file) => `a draft (${file}). It becomes a link once that is published.`,
  future: (file) => `dated ahead (${file}). It becomes a link in the first build after that date.`,
  faulty: (file) => `which cannot be built (${file}). Mend what is said of that file first.`,
};

function listed(ids: readonly string[]): string {
  return ids.slice(0, 3).map(quote).join(", ") + (ids.length > 3 ? ", …" : "");
}
