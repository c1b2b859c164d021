import { noteAddress } from "../addresses.ts";
import { folded } from "../escape.ts";
import type { Outline, Part, SourceArchive, SourceAuthor, SourceMedia, Survey } from "../model.ts";
import { releaser } from "../released.ts";
import { type ZonedMoment, zonedMoment } from "./dates.ts";
import { decodedSlug, readItem, type WxrItem, type WxrTerm } from "./item.ts";
import { leftItem } from "./left.ts";
import { mediaOf } from "./media.ts";
import { outlineOf } from "./outline.ts";
import { childText, type XmlNode } from "./xml.ts";

/** Everything of a WordPress export that its texts need while they are read. */
export interface WordPress {
  readonly siteUrl: string | null;
  readonly version: string;
  readonly siteTitle: string | null;
  readonly lang: string | null;
  /** Day of the export, milliseconds; null where it is not said. */
  readonly exportedAt: number | null;
  readonly authors: ReadonlyMap<string, SourceAuthor>;
  readonly media: ReadonlyMap<string, SourceMedia>;
  readonly outlines: ReadonlyMap<string, Outline>;
  /** Categories and their parents, by slug. */
  readonly categories: ReadonlyMap<string, { readonly name: string; readonly parent: string }>;
  /** Reusable blocks by id. */
  readonly reusable: ReadonlyMap<string, string>;
  /** Moments with a known offset, thinned out. */
  readonly moments: readonly ZonedMoment[];
  readonly survey: Survey;
}

/** Types that are imported beside posts and pages, when the owner names them. */
export interface WordPressOptions {
  readonly types?: readonly string[];
}

/** Moments that are kept: one a week is enough for changes of the clock. */
const WEEK_MS = 604_800_000;

/**
 * Gathers, from the records of one or several export files of one site, all
 * that does not depend on a text. Counts what the file holds as it goes.
 */
export class WordPressSurvey {
  private readonly types: ReadonlySet<string>;
  private readonly authors = new Map<string, SourceAuthor>();
  private readonly media = new Map<string, SourceMedia>();
  private readonly outlines = new Map<string, Outline>();
  private readonly categories = new Map<string, { name: string; parent: string }>();
  private readonly tags = new Map<string, string>();
  private readonly reusable = new Map<string, string>();
  private readonly moments = new Map<number, ZonedMoment>();
  private readonly left: Survey["left"][number][] = [];
  private readonly addresses = new Set<string>();
  private readonly parts: Part[] = [];
  private readonly sums = { item: 0, author: 0, comment: 0, field: 0, term: 0 };
  private readonly texts = new Map<string, string>();
  private readonly released = releaser();

  constructor({ types = [] }: WordPressOptions = {}) {
    this.types = new Set(["post", "page", ...types]);
  }

  add(node: XmlNode, file: string): void {
    if (node.name === "item") this.addItem(node, file);
    else if (node.name === "wp:author") this.addAuthor(node);
    else if (node.name === "wp:category") this.addCategory(node);
    else if (node.name === "wp:tag")
      this.tags.set(decodedSlug(childText(node, "wp:tag_slug")), folded(childText(node, "wp:tag_name")));
    else if (node.name === "wp:term") this.addTerm(node);
    else if (node.text.trim() !== "")
      this.texts.set(node.name, this.texts.get(node.name) ?? node.text.trim());
  }

  private addAuthor(node: XmlNode): void {
    this.sums.author++;
    const login = childText(node, "wp:author_login").trim();
    noteAddress(childText(node, "wp:author_email"), this.addresses);
    noteAddress(login, this.addresses);
    const full = `${childText(node, "wp:author_first_name")} ${childText(node, "wp:author_last_name")}`;
    const name = folded(childText(node, "wp:author_display_name")) || folded(full) || login;
    if (!this.authors.has(login)) this.authors.set(login, { key: login, name, description: null });
    else this.parts.push({ kind: "author", what: name, outcome: "left-out", why: "stands twice" });
  }

  private addCategory(node: XmlNode): void {
    const slug = decodedSlug(childText(node, "wp:category_nicename").trim());
    const parent = decodedSlug(childText(node, "wp:category_parent").trim());
    this.categories.set(slug, { name: folded(childText(node, "wp:cat_name")) || slug, parent });
  }

  private addTerm(node: XmlNode): void {
    const slug = decodedSlug(childText(node, "wp:term_slug").trim());
    const name = folded(childText(node, "wp:term_name"));
    const taxonomy = childText(node, "wp:term_taxonomy").trim();
    if (taxonomy === "category" && !this.categories.has(slug))
      this.categories.set(slug, { name, parent: decodedSlug(childText(node, "wp:term_parent").trim()) });
    if (taxonomy === "post_tag") this.tags.set(slug, name);
  }

  private addItem(node: XmlNode, file: string): void {
    const item = readItem(node);
    this.count(node);
    for (const comment of node.children) {
      if (comment.name !== "wp:comment") continue;
      noteAddress(childText(comment, "wp:comment_author_email"), this.addresses);
      noteAddress(childText(comment, "wp:comment_author_IP"), this.addresses);
    }
    const moment = zonedMoment(item.date, item.dateGmt);
    if (moment) this.moments.set(Math.floor(moment.time / WEEK_MS), moment);
    for (const term of item.terms) this.addItemTerm(term);
    this.place(item, file);
  }

  /** A term that an item has and the head of the file does not name. */
  private addItemTerm({ domain, slug, name }: WxrTerm): void {
    if (slug === "") return;
    if (domain === "category" && !this.categories.has(slug))
      this.categories.set(slug, { name: folded(name), parent: "" });
    if (domain === "post_tag" && !this.tags.has(slug)) this.tags.set(slug, folded(name));
  }

  private count(node: XmlNode): void {
    this.sums.item++;
    for (const { name, children } of node.children) {
      if (name === "category") this.sums.term++;
      else if (name === "wp:postmeta") this.sums.field++;
      else if (name === "wp:comment") {
        this.sums.comment++;
        this.sums.field += children.filter((child) => child.name === "wp:commentmeta").length;
      }
    }
  }

  /**
   * Sorts an item into what it is. What is kept is copied: a short text that
   * was cut out of the file would hold all of the piece it was cut from.
   */
  private place(item: WxrItem, file: string): void {
    const key = `${item.type} ${item.id}`;
    if (this.outlines.has(key) || this.media.has(key)) {
      this.left.push(
        leftItem(item, file, this.left.length, "stands twice in the export; the first is taken"),
      );
      return;
    }
    if (item.type === "wp_block") this.reusable.set(item.id, item.content);
    const isKept = item.status !== "trash" && item.status !== "auto-draft";
    if (item.type === "attachment" && isKept && item.attachmentUrl !== "")
      this.media.set(key, this.released(mediaOf(item, file)));
    else if (this.types.has(item.type) && isKept)
      this.outlines.set(key, this.released(outlineOf(item, file, this.exportedAt, this.siteUrl)));
    else this.left.push(this.released(leftItem(item, file, this.left.length)));
  }

  private get siteUrl(): string | null {
    return siteAddress(this.texts.get("wp:base_blog_url") ?? this.texts.get("link") ?? "");
  }

  private get exportedAt(): number | null {
    return Date.parse(this.texts.get("pubDate") ?? "") || null;
  }

  finish(): WordPress {
    const { siteUrl } = this;
    const version = this.texts.get("wp:wxr_version") ?? "without version";
    const base = {
      siteUrl,
      version,
      siteTitle: folded(this.texts.get("title") ?? "") || null,
      lang: this.texts.get("language") ?? null,
      exportedAt: this.exportedAt,
      authors: this.authors,
      media: this.media,
      outlines: this.outlines,
      categories: this.categories,
      reusable: this.reusable,
      moments: [...this.moments.values()].sort((a, b) => a.time - b.time),
    };
    const survey: Survey = {
      source: `a WordPress export (WXR ${version})`,
      siteTitle: base.siteTitle,
      siteUrl,
      lang: base.lang,
      authors: [...this.authors.values()],
      outlines: [...this.outlines.values()],
      media: [...this.media.values()],
      left: this.left,
      archives: this.archives(siteUrl),
      parts: this.parts,
      sums: this.sums,
      addresses: this.addresses,
    };
    return { ...base, survey };
  }

  /** Pages that WordPress made of categories and tags, at its usual addresses. */
  private archives(siteUrl: string | null): readonly SourceArchive[] {
    if (siteUrl === null) return [];
    const categories = [...this.categories.keys()].map((slug) => ({
      url: `${siteUrl}/category/${this.pathOf(slug).join("/")}/`,
      of: { kind: "tag" as const, name: this.categories.get(slug)?.name ?? slug },
    }));
    const tags = [...this.tags].map(([slug, name]) => ({
      url: `${siteUrl}/tag/${slug}/`,
      of: { kind: "tag" as const, name },
    }));
    return [...categories, ...tags];
  }

  /** Slugs from the root of the tree down; a ring of parents is cut. */
  private pathOf(slug: string): readonly string[] {
    const path: string[] = [];
    for (let at = slug; at !== "" && !path.includes(at); at = this.categories.get(at)?.parent ?? "")
      path.unshift(at);
    return path;
  }
}

/** Origin and path of a site without slash at the end; null for what is no address. */
function siteAddress(text: string): string | null {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
    ? text.replace(/[?#].*$/, "").replace(/\/+$/, "")
    : null;
}
