import { onSite } from "../corpus/site-folder.ts";

/** Where articles can be reached: by id, by path on the site, by source file. */
export interface AddressBook {
  /** Address of the site, "https://example.org/repo"; "" when unknown. */
  readonly origin: string;
  /** Id by path without the slash at its end. */
  readonly byPath: ReadonlyMap<string, string>;
  readonly byFile: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
}

/** One article's addresses. */
export interface Addressed {
  readonly id: string;
  /** "/massage-for-insomnia/" */
  readonly url: string;
  /** Relative to the project. */
  readonly file: string;
  /** Old paths that lead here. */
  readonly redirectFrom?: readonly string[];
}

export function addressBook(articles: readonly Addressed[], origin = ""): AddressBook {
  return {
    origin,
    byPath: new Map([
      ...articles.flatMap(({ id, redirectFrom = [] }) =>
        redirectFrom.map((path) => [barePath(path), id] as const),
      ),
      ...articles.map(({ id, url }) => [barePath(url), id] as const),
    ]),
    byFile: new Map(articles.map(({ id, file }) => [file, id])),
    ids: new Set(articles.map(({ id }) => id)),
  };
}

/** A link taken apart. */
export interface InternalLink {
  /** Path on the site, decoded, without the slash at its end. */
  readonly path: string;
  /** Without "#"; "" when there is none. */
  readonly anchor: string;
  /** Source file named by a relative link to Markdown; null for others. */
  readonly file: string | null;
}

/** Reads a link in an article at `url` from source `file`; null when it leads off the site or is no page address. */
export function readInternalLink(
  href: string,
  from: { readonly url: string; readonly file: string },
  { origin, byPath }: Pick<AddressBook, "origin" | "byPath">,
): InternalLink | null {
  // Any base will do for a site that has not said where it lives.
  const base = origin || "https://site.invalid";
  const target = onSite(href, from.url, base, (path) => byPath.has(barePath(path)));
  if (target === null) return null;
  const anchor = decoded(target.hash.slice(1));
  if (!/\.md$/i.test(target.path)) return { path: barePath(target.path), anchor, file: null };
  const beside = parseUrl(href.trim(), new URL(`/${from.file}`, base));
  return { path: barePath(target.path), anchor, file: decoded(beside!.pathname).slice(1) };
}

/** Id of the article that a link or a path leads to; null when none does. */
export function articleAt({ byPath, byFile }: AddressBook, link: InternalLink): string | null {
  return (link.file === null ? undefined : byFile.get(link.file)) ?? byPath.get(link.path) ?? null;
}

/** A path as it is compared: decoded, without "index.html", ".html" and slashes at its end. */
export function barePath(path: string): string {
  const bare = decoded(path)
    .replace(/(^|\/)index\.html$/, "$1")
    .replace(/\.html$/, "");
  let end = bare.length;
  while (end > 1 && bare[end - 1] === "/") end--;
  const cut = bare.slice(0, end);
  return cut.startsWith("/") ? cut : `/${cut}`;
}

function parseUrl(href: string, base: URL): URL | null {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
