import { decodeHTML } from "entities";
import { watchAddress } from "../../article/watch-address.ts";
import { escaped, linkParagraph } from "../frames.ts";
import type { SourceMedia } from "../model.ts";

/** A component of a page builder: its shortcode's name and values, and what it holds. */
export interface Component {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
  readonly content: string | null;
}

/** What a component comes to. */
export interface BuiltHtml {
  readonly html: string;
  /** Why it differs from the source. */
  readonly why: string;
}

const LAYOUT = "a page builder's layout; what it held stays";
const SHOWN = "a page builder's component; its words, picture and link stand in the text";

/** Builders that keep a text as shortcodes, by what begins their names: Divi, WPBakery, Avada. */
const FAMILY = /^(et_pb|vc|fusion)_(.+)$/;

/** Whether a shortcode is a page builder's. */
export function isBuilt(name: string): boolean {
  return FAMILY.test(name);
}

/** What a builder fills from elsewhere when a page is shown: it holds no words that could stay. */
const FILLED =
  /contact_form|signup|login|search|sidebar|map|shop|portfolio|blog|post_(?:title|slider|nav|content)|posts?_grid|(?:basic|masonry|media)_grid|countdown|follow|widget|menu|recent_posts|woo|facebook|twitter|flickr|raw_js/;
/** Lines and room between components. */
const SPACE = /^(?:divider|separator|empty_space|text_separator|zigzag|icon)$/;

/**
 * HTML for a component of a page builder: what it says in its values (title,
 * picture, button, film) and what it holds, as the builder shows them; null
 * where it holds nothing that can be read. Columns and rows become their
 * content, one after another.
 */
export function builtHtml(
  { name, values, content }: Component,
  mediaById: (id: string) => SourceMedia | null,
): BuiltHtml | null {
  const found = FAMILY.exec(name);
  const kind = found?.[2] ?? "";
  if (found === null || FILLED.test(kind)) return null;
  const read = (...names: readonly string[]): string =>
    names.map((one) => decodeHTML(values.get(one) ?? "").trim()).find((value) => value !== "") ?? "";
  if (/^(?:raw_html|code)$/.test(kind) && content !== null) return { html: rawHtml(content), why: SHOWN };
  if (/^(?:imageframe)$/.test(kind) && content !== null && isAddress(content))
    return { html: pictureHtml(content.trim(), read("alt")), why: SHOWN };
  const pieces = [
    titleOf(kind, read),
    ...picturesOf(kind, read, mediaById),
    heldHtml(kind, read, content),
    filmOf(kind, read),
    buttonOf(kind, read, content),
  ].filter((piece) => piece !== "");
  const says = pieces.length > (content === null || content.trim() === "" ? 0 : 1);
  if (pieces.length === 0 && content === null && !SPACE.test(kind)) return null;
  return { html: pieces.length === 0 ? "" : `<div>${pieces.join("\n")}</div>`, why: says ? SHOWN : LAYOUT };
}

type Read = (...names: readonly string[]) => string;

function titleOf(kind: string, read: Read): string {
  const isButton = /^(?:btn|button)/.test(kind);
  // A picture's and a column's title is for the writer; a layout has none.
  const isNamed =
    isButton || /^(?:image|single_image|.*section|.*row.*|.*column.*|text|imageframe)$/.test(kind);
  const words =
    isNamed && !/^tta_section$/.test(kind)
      ? ""
      : read("title", "heading", "h2", ...(kind === "custom_heading" ? ["text"] : []));
  const below = read("subhead", "subheading", "h4");
  const level =
    /^h([2-6])$/.exec(read("header_level", "title_level", "toggle_level"))?.[1] ??
    /tag:h([2-6])/.exec(read("font_container"))?.[1] ??
    "3";
  return (
    (words === "" ? "" : `<h${level}>${escaped(words)}</h${level}>`) +
    (below === "" ? "" : `<p>${escaped(below)}</p>`)
  );
}

function picturesOf(
  kind: string,
  read: Read,
  mediaById: (id: string) => SourceMedia | null,
): readonly string[] {
  const isPicture = /image|gallery|blurb|slide|testimonial|person|team_member|fullwidth_header|carousel/.test(
    kind,
  );
  if (!isPicture) return [];
  const named = read(
    "src",
    "image",
    "image_url",
    "portrait_url",
    "images",
    "gallery_ids",
    "header_image_url",
    "picture",
    "logo_image_url",
  );
  const alt = read("alt", "image_alt", "title_text");
  const list = /^\d+(?:\s*,\s*\d+)*$/.test(named) ? named.split(",") : [named];
  return list.flatMap((one) => {
    const media = mediaById(one.trim());
    if (media !== null) return pictureHtml(media.url, alt || media.alt || media.title);
    return isAddress(one) ? pictureHtml(one.trim(), alt) : [];
  });
}

function heldHtml(kind: string, read: Read, content: string | null): string {
  const number = /counter/.test(kind) ? read("number", "percent", "value") : "";
  const held = (content ?? "").trim();
  const words = number === "" ? held : `${held} ${escaped(number)}`.trim();
  if (kind === "title" && held !== "") return headingOf(held, read("size"));
  if (kind !== "testimonial" || held === "") return words;
  const who = [read("author", "name"), read("job_title"), read("company_name", "company")].filter(Boolean);
  return `<blockquote>${held}${who.length === 0 ? "" : `<p>— ${escaped(who.join(", "))}</p>`}</blockquote>`;
}

function headingOf(words: string, size: string): string {
  const level = /^[2-6]$/.test(size) ? size : "3";
  return /<h[1-6]\b/i.test(words)
    ? words
    : `<h${level}>${words.replace(/<\/?(?:p|div)\b[^<>]*>/gi, "")}</h${level}>`;
}

function filmOf(kind: string, read: Read): string {
  if (!/video|audio|youtube|vimeo/.test(kind)) return "";
  const named = read("src", "link", "audio", "src_webm", "id", "video");
  const home =
    kind === "youtube" ? "https://www.youtube.com/watch?v=" : kind === "vimeo" ? "https://vimeo.com/" : "";
  const address = /^[\w-]{4,20}$/.test(named) && home !== "" ? home + named : named;
  return isAddress(address) ? linkParagraph(watchAddress(address), watchAddress(address)) : "";
}

function buttonOf(kind: string, read: Read, content: string | null): string {
  // WPBakery keeps a link as "url:…|title:…", percent-encoded.
  const packed = /(?:^|\|)url:([^|]+)/.exec(read("link"))?.[1] ?? "";
  const isButton = /^(?:btn|button|cta)/.test(kind);
  const plain = isButton
    ? read("button_url", "url", "link", "href")
    : read("button_url", "button_one_url", "button_link");
  const address = packed === "" ? plain : decoded(packed);
  if (!isAddress(address)) return "";
  const words = isButton
    ? read("button_text", "btn_title", ...(/^btn/.test(kind) ? ["title"] : []))
    : read("button_text", "button_one_text", "button");
  const held = /^button/.test(kind) && words === "" ? (content ?? "").replace(/<[^<>]*>/g, "").trim() : words;
  return linkParagraph(address, held || address);
}

/** What a component for code holds: Divi's with marks for line breaks, WPBakery's and Avada's in Base64, percent-encoded. */
function rawHtml(content: string): string {
  const text = content.trim();
  const isPacked = /^(?:<p>)?[A-Za-z0-9+/\s]{8,}={0,2}(?:<\/p>)?$/.test(text) && !/\s[a-z]+\s/.test(text);
  const raw = isPacked ? decoded(Buffer.from(text.replace(/<\/?p>/g, ""), "base64").toString("utf8")) : text;
  return `<div>${raw.replace(/<!--\s*[^\s\w]et_pb_line_break_holder[^\s\w]\s*-->/g, "\n")}</div>`;
}

function pictureHtml(src: string, alt: string): string {
  return `<p><img src="${escaped(decodeHTML(src))}" alt="${escaped(alt)}"></p>`;
}

function isAddress(text: string): boolean {
  return /^\s*(?:https?:\/\/|\/)[^\s<>]+\s*$/i.test(text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
