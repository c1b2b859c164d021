import { writtenDate } from "../dates.ts";
import { describe } from "../describe.ts";
import type { Tree } from "../folders/tree.ts";
import { nameOf, stemOf } from "../folders/tree.ts";
import { readHtml } from "../html.ts";
import type { LeftItem, Part, Source, SourceArchive, SourceDocument } from "../model.ts";
import { parsePage } from "../page.ts";
import { addressKey } from "../transfer/old-address.ts";
import type { Imported } from "../types.ts";
import { documentWith, tagParts, wholeSource } from "../whole.ts";
import { savedComments } from "./comments.ts";
import { PAGE, type SavedPlaces, savedPlaces } from "./places.ts";
import { type PageSigns, signsOf } from "./signs.ts";

/** A page of the folder with what it says of itself. */
interface Saved {
  readonly path: string;
  readonly signs: PageSigns;
  readonly rooted: readonly string[];
}

/** What a whole page begins with; templates and pieces of pages do not. */
const WHOLE = /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html)\b/i;

/**
 * A site whose pages were saved: by Simply Static, HTTrack, wget or a browser,
 * or what a static site was published from. Each page with an article is one;
 * lists of others, which this site makes itself, lead to its own. null for a
 * folder without whole pages, or with more of Markdown.
 */
export function openSaved(tree: Tree, siteUrl: string | null): Source | null {
  const paths = tree.files.filter((path) => PAGE.test(path));
  const textCount = tree.files.filter((path) => /\.(?:md|mdx|markdown)$/i.test(path)).length;
  if (paths.length <= textCount) return null;
  const unread: string[] = [];
  const pages = paths.flatMap((path): readonly Saved[] => {
    const html = tree.text(path);
    if (html === null) unread.push(path);
    if (html === null || !WHOLE.test(html)) return [];
    const document = parsePage(html);
    return [{ path, signs: signsOf(document), rooted: rootedLinks(document) }];
  });
  const pieceCount = paths.length - pages.length - unread.length;
  return pages.length === 0 ? null : new SavedSite(tree, pages, siteUrl).source(unread, pieceCount);
}

/** Pages whose links are looked at, and links of each: a site says soon enough where it stands. */
const LINK_LIMIT = 200;

function rootedLinks(document: Document): readonly string[] {
  return [...document.querySelectorAll('a[href^="/"]')]
    .slice(0, LINK_LIMIT)
    .map((link) => link.getAttribute("href") ?? "");
}

class SavedSite {
  private readonly tree: Tree;
  private readonly pages: readonly Saved[];
  private readonly places: SavedPlaces;
  private readonly documents: SourceDocument[] = [];
  private readonly left: LeftItem[] = [];
  private readonly archives: SourceArchive[] = [];
  /** Addresses that pages without words lead on from, by the key of where to. */
  private readonly leading = new Map<string, string[]>();

  constructor(tree: Tree, pages: readonly Saved[], siteUrl: string | null) {
    this.tree = tree;
    this.pages = pages;
    const named = pages.map(({ path, signs, rooted }) => ({ path, canonical: signs.canonical, rooted }));
    this.places = savedPlaces(tree, named, siteUrl);
  }

  source(unread: readonly string[], pieceCount: number): Source {
    const urls = this.ownUrls();
    const why = "no text that can be read: save it as UTF-8";
    for (const path of unread)
      this.left.push({ key: path, title: nameOf(path), file: path, line: 1, why, parts: [] });
    for (const page of this.pages) this.noteLeading(page);
    for (const page of this.pages) this.read(page, urls.get(page.path)!);
    const documents = this.documents.map((document) => this.withLeading(document));
    const authors = [...new Set(documents.flatMap((document) => document.authors))];
    const pieces: Part = {
      kind: "file",
      what: "pieces of pages",
      outcome: "left-out",
      why: "no whole pages: templates, or parts that others show",
      count: pieceCount,
    };
    return wholeSource({
      source: `saved pages (${this.tree.name})`,
      url: this.places.front,
      title: this.pages.map(({ signs }) => signs.siteName).find((name) => name !== null) ?? null,
      lang: null,
      authors: authors.map((name) => ({ key: name, name, description: null })),
      documents,
      left: this.left,
      archives: this.archives,
      parts: pieceCount === 0 ? [] : [pieces],
      sums: {
        item: this.pages.length + unread.length,
        author: authors.length,
        comment: documents.reduce(
          (sum, { comments, parts }) =>
            sum + comments.length + parts.filter(({ kind }) => kind === "comment").length,
          0,
        ),
        field: 0,
        term: documents.reduce((sum, { tags, categories }) => sum + tags.length + categories.length, 0),
      },
      addresses: new Set(),
      files: this.places.files,
    });
  }

  /**
   * The address of each page: what it calls itself, where that is one of this
   * site and no other page's; else that of its place in the folder.
   */
  private ownUrls(): ReadonlyMap<string, string> {
    const host = new URL(this.places.front).host;
    const claims = new Map<string, number>();
    const claimed = this.pages.map(({ path, signs }) => {
      const place = this.places.addressAt(path);
      const { canonical } = signs;
      const url = canonical !== null && URL.canParse(canonical, place) ? new URL(canonical, place) : null;
      const own = url?.host === host && url.search === "" ? url.href : place;
      const key = addressKey(own) ?? own;
      claims.set(key, (claims.get(key) ?? 0) + 1);
      return { path, place, own, key };
    });
    return new Map(claimed.map(({ path, place, own, key }) => [path, claims.get(key) === 1 ? own : place]));
  }

  private noteLeading({ path, signs: { leadsTo } }: Saved): void {
    const from = this.places.addressAt(path);
    if (leadsTo === null || !URL.canParse(leadsTo, from)) return;
    const key = addressKey(new URL(leadsTo, from).href);
    if (key !== null) this.leading.set(key, [...(this.leading.get(key) ?? []), from]);
  }

  /** The document with the addresses of pages that did nothing but lead to it. */
  private withLeading(document: SourceDocument): SourceDocument {
    const keys = [document.url, ...document.otherUrls, ...(document.linkUrls ?? [])].map((url) =>
      addressKey(url ?? ""),
    );
    const others = keys.flatMap((key) => (key === null ? [] : (this.leading.get(key) ?? [])));
    return others.length === 0 ? document : { ...document, otherUrls: [...document.otherUrls, ...others] };
  }

  private read(page: Saved, url: string): void {
    const { path, signs } = page;
    const imported = readHtml(this.tree.text(path) ?? "", {
      base: this.places.addressAt(path),
    });
    const why = this.reasonToLeave(page, imported);
    if (why === null) {
      this.documents.push(this.documentOf(page, imported, url));
      return;
    }
    this.left.push({ key: path, title: imported.title ?? nameOf(path), file: path, line: 1, why, parts: [] });
    if (signs.leadsTo === null && !isLost(path))
      this.archives.push(this.archiveOf(url, imported.title ?? ""));
  }

  /** Why a page is no article or page of its own; null where it is. */
  private reasonToLeave({ path, signs }: Saved, imported: Imported): string | null {
    if (signs.leadsTo !== null) return `holds nothing and leads on to ${signs.leadsTo}`;
    if (isLost(path)) return "the page for what is not found; this site has its own";
    if (this.places.addressAt(path) === `${this.places.front}/`)
      return "the front page; this site makes its own";
    if (signs.kind === "list" || /\/page\/\d+\/?(?:index\.html?)?$/i.test(path))
      return "a list of other pages; this site makes its own";
    return imported.markdown.trim() === "" ? "without words of an article" : null;
  }

  private archiveOf(url: string, title: string): SourceArchive {
    const last = decodeURIComponent(new URL(url).pathname.replace(/\/+$/, "").split("/").at(-1) ?? "");
    const words = [title, last].map(comparable);
    const name = this.pages
      .flatMap(({ signs }) => [...signs.tags, ...signs.categories])
      .find((term) => words.includes(comparable(term)));
    return { url, of: name === undefined ? { kind: "home" } : { kind: "tag", name } };
  }

  private documentOf({ path, signs }: Saved, imported: Imported, url: string): SourceDocument {
    const place = this.places.addressAt(path);
    const date = writtenDate(imported.date ?? "");
    const found = savedComments(this.tree.text(path) ?? "");
    const parts: Part[] = imported.stripped.map(({ rule, text, line }) => {
      const isKept = rule === "comments" && found.comments.length > 0;
      const why = isKept ? "comments; they stand beside the article" : `no part of the article (${rule})`;
      const what = `${path}:${line}: ${text.slice(0, 60)}`;
      return { kind: "text", what, outcome: isKept ? "changed" : "left-out", why };
    });
    parts.push(...found.parts);
    if (date === null && imported.date !== null)
      parts.push({
        kind: "text",
        what: `${path}: date "${imported.date}"`,
        outcome: "left-out",
        why: "can be read two ways",
      });
    const image = this.absolute(imported.image?.src ?? null, place);
    const canonical = this.absolute(signs.canonical, place);
    const linked = this.places.linkedAt(path);
    const isElsewhere = canonical !== null && new URL(canonical).host !== new URL(place).host;
    const updated = writtenDate(signs.updated ?? "");
    return documentWith({
      key: path,
      file: path,
      kind: date !== null && signs.kind !== "page" ? "article" : "page",
      title: imported.title ?? "",
      slug: slugOf(url, path),
      url,
      otherUrls: [this.absolute(signs.shortlink, place)].filter((other) => other !== null),
      linkUrls: [place, ...(linked === null ? [] : [linked])],
      date,
      updated: updated !== null && updated !== date ? updated : null,
      authors: imported.author === null ? [] : [imported.author],
      body: withoutLead(imported.markdown, image, parts),
      format: "markdown",
      description: describe(imported.description, imported.lead),
      tags: signs.tags,
      categories: signs.categories.map((category) => [category]),
      lang: imported.lang,
      image: image === null ? null : { src: image, alt: imported.image?.alt ?? "", caption: null },
      canonical: isElsewhere ? canonical : null,
      noindex: signs.noindex,
      comments: found.comments,
      parts: [...tagParts([...signs.tags, ...signs.categories]), ...parts],
    });
  }

  private absolute(address: string | null, base: string): string | null {
    return address !== null && URL.canParse(address, base) ? new URL(address, base).href : null;
  }
}

function isLost(path: string): boolean {
  return /^404(?:\/index)?$/.test(stemOf(path));
}

function slugOf(url: string, path: string): string {
  const last = new URL(url).pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
  return stemOf(last) || stemOf(nameOf(path));
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The text without a first picture that is the lead picture: a page shows it above the text already. */
function withoutLead(markdown: string, image: string | null, parts: Part[]): string {
  const first = /^!\[(?:\\.|[^\]\\])*\]\(([^)\s]+)\)\s*(?:\n|$)/.exec(markdown);
  const isSame = first !== null && image !== null && fileOf(first[1]!) === fileOf(image);
  if (!isSame) return markdown;
  parts.push({
    kind: "image",
    what: image,
    outcome: "changed",
    why: "the lead picture; it stands above the text already",
    count: 0,
  });
  return markdown.slice(first[0].length).trimStart();
}

/** The name of a picture's file without the size that WordPress adds. */
function fileOf(address: string): string {
  return (
    address
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) ?? ""
  ).replace(/-\d{2,5}x\d{2,5}(?=\.\w{2,5}$)/, "");
}
