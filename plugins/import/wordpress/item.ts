import { childText, type XmlNode } from "./xml.ts";

/** A term as an item names it. */
export interface WxrTerm {
  /** "category", "post_tag", "post_format" or a taxonomy of the site's own. */
  readonly domain: string;
  readonly slug: string;
  readonly name: string;
}

/** A comment as the export has it, but for its writer's e-mail and network address. */
export interface WxrComment {
  readonly id: string;
  readonly parent: string;
  readonly author: string;
  readonly url: string;
  readonly date: string;
  readonly dateGmt: string;
  /** "1", "0", "spam", "trash", "post-trashed". */
  readonly approved: string;
  /** "" or "comment" for a reader's, "pingback", "trackback", or a plugin's own. */
  readonly type: string;
  readonly content: string;
  readonly fieldCount: number;
  readonly line: number;
}

/** An item of a WordPress export. */
export interface WxrItem {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly creator: string;
  readonly date: string;
  readonly dateGmt: string;
  readonly modified: string;
  readonly modifiedGmt: string;
  readonly pubDate: string;
  readonly slug: string;
  readonly parent: string;
  readonly hasPassword: boolean;
  readonly isSticky: boolean;
  readonly content: string;
  readonly excerpt: string;
  readonly attachmentUrl: string;
  readonly order: number;
  readonly terms: readonly WxrTerm[];
  /** In order; a key may stand several times. */
  readonly fields: readonly (readonly [key: string, value: string])[];
  readonly comments: readonly WxrComment[];
  readonly line: number;
}

/** An `<item>` with the names that WXR 1.0 to 1.2 use. */
export function readItem(node: XmlNode): WxrItem {
  const text = (name: string): string => childText(node, name);
  const wp = (name: string): string => text(`wp:${name}`).trim();
  const below = (name: string): readonly XmlNode[] => node.children.filter((child) => child.name === name);
  return {
    id: wp("post_id"),
    type: wp("post_type") || "post",
    status: wp("status") || "publish",
    title: text("title"),
    link: text("link").trim(),
    guid: text("guid").trim(),
    creator: text("dc:creator").trim(),
    date: wp("post_date"),
    dateGmt: wp("post_date_gmt"),
    modified: wp("post_modified"),
    modifiedGmt: wp("post_modified_gmt"),
    pubDate: text("pubDate").trim(),
    slug: decodedSlug(wp("post_name")),
    parent: wp("post_parent"),
    hasPassword: wp("post_password") !== "",
    isSticky: wp("is_sticky") === "1",
    content: text("content:encoded"),
    excerpt: text("excerpt:encoded"),
    attachmentUrl: wp("attachment_url"),
    order: Number.parseInt(wp("menu_order"), 10) || 0,
    terms: below("category").map(readTerm),
    fields: below("wp:postmeta").map((field) => [
      childText(field, "wp:meta_key").trim(),
      childText(field, "wp:meta_value"),
    ]),
    comments: below("wp:comment").map(readComment),
    line: node.line,
  };
}

function readTerm({ attributes, text }: XmlNode): WxrTerm {
  const { domain = "category", nicename = "" } = attributes;
  return { domain: domain === "tag" ? "post_tag" : domain, slug: decodedSlug(nicename), name: text.trim() };
}

function readComment(node: XmlNode): WxrComment {
  const wp = (name: string): string => childText(node, `wp:${name}`).trim();
  return {
    id: wp("comment_id"),
    parent: wp("comment_parent"),
    author: wp("comment_author"),
    url: wp("comment_author_url"),
    date: wp("comment_date"),
    dateGmt: wp("comment_date_gmt"),
    approved: wp("comment_approved"),
    type: wp("comment_type"),
    content: childText(node, "wp:comment_content"),
    fieldCount: node.children.filter(({ name }) => name === "wp:commentmeta").length,
    line: node.line,
  };
}

/** Words of a slug, which WordPress keeps percent-encoded where they are not ASCII. */
export function decodedSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
