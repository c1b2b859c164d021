import { decodeHTML } from "entities";
import { watchAddress } from "../../article/watch-address.ts";
import { folded } from "../escape.ts";
import { escaped, linkParagraph } from "../frames.ts";
import type { Part, SourceMedia } from "../model.ts";
import { builtHtml, isBuilt } from "./builders.ts";
import { type ShortcodeTag, shortcodeTags, shortcodeValues } from "./shortcode-scan.ts";
import { htmlTokens } from "./tokens.ts";

/** What shortcodes may ask of the rest of the export. */
export interface ShortcodeContext {
  /** A media file by its number. */
  readonly mediaById: (id: string) => SourceMedia | null;
  /** Pictures that were added to the text, in their order. */
  readonly ownPictures: readonly SourceMedia[];
  /** Takes note of what became of each. */
  readonly note: (part: Part) => void;
}

interface Shortcode {
  readonly tag: ShortcodeTag;
  readonly values: ReadonlyMap<string, string>;
  /** What stands between its two tags; null where it has one only. */
  readonly content: string | null;
}

/** HTML for a shortcode; null where it asks for what is not there. */
type Writer = (shortcode: Shortcode, context: ShortcodeContext) => string | null;

const WRITERS: Readonly<Record<string, Writer>> = {
  caption: captionHtml,
  wp_caption: captionHtml,
  gallery: galleryHtml,
  slideshow: galleryHtml,
  playlist: playlistHtml,
  audio: (shortcode) => mediaHtml(shortcode, ["src", "mp3", "m4a", "ogg", "wav", "wma", "flac"]),
  video: (shortcode) => mediaHtml(shortcode, ["src", "mp4", "m4v", "webm", "ogv", "flv", "wmv"]),
  embed: addressHtml,
  youtube: addressHtml,
  youtube_sc: addressHtml,
  vimeo: (shortcode) => addressHtml(shortcode, "https://vimeo.com/"),
  gist: (shortcode) => addressHtml(shortcode, "https://gist.github.com/"),
  soundcloud: addressHtml,
  spotify: addressHtml,
  googlemaps: addressHtml,
  slideshare: (shortcode) => addressHtml(shortcode, "https://www.slideshare.net/slideshow/embed_code/"),
  dailymotion: (shortcode) => addressHtml(shortcode, "https://www.dailymotion.com/video/"),
  ted: (shortcode) => addressHtml(shortcode, "https://www.ted.com/talks/"),
  archiveorg: (shortcode) => addressHtml(shortcode, "https://archive.org/details/"),
  scribd: (shortcode) => addressHtml(shortcode, "https://www.scribd.com/document/"),
  wpvideo: (shortcode) => addressHtml(shortcode, "https://videopress.com/v/"),
  videopress: (shortcode) => addressHtml(shortcode, "https://videopress.com/v/"),
  twitter: addressHtml,
  tweet: addressHtml,
  instagram: addressHtml,
  code: codeHtml,
  sourcecode: codeHtml,
  code_block: codeHtml,
};

/**
 * The text with its shortcodes done: those of WordPress, the common players and
 * page builders become HTML; of others the tags stay for the writer only and what stands
 * between them for everybody, named in the notes. Brackets that are words
 * ("[sic]", "[1]") stay words, and so does anything in preformatted text.
 */
export function withoutShortcodes(html: string, context: ShortcodeContext): string {
  if (!html.includes("[")) return html;
  const protectedHtml = protect(html);
  const tags = shortcodeTags(protectedHtml.text);
  return protectedHtml.restore(written(protectedHtml.text, tags, context));
}

const HIDDEN_OPEN = "\uE002";
const HIDDEN_CLOSE = "\uE003";

/** Brackets inside tags, comments and preformatted text hidden from the search for shortcodes. */
function protect(html: string): { readonly text: string; readonly restore: (text: string) => string } {
  const text = htmlTokens(html)
    .map((token) =>
      token.kind === "text" && !token.isVerbatim
        ? token.text
        : token.text.replaceAll("[", HIDDEN_OPEN).replaceAll("]", HIDDEN_CLOSE),
    )
    .join("");
  return { text, restore: (words) => words.replaceAll(HIDDEN_OPEN, "[").replaceAll(HIDDEN_CLOSE, "]") };
}

/** Writes a text from its tags, inner shortcodes before those round them. */
function written(text: string, tags: readonly ShortcodeTag[], context: ShortcodeContext): string {
  const partners = partnersOf(tags);
  const build = (from: number, to: number, first: number, last: number): string => {
    let out = "";
    let at = from;
    for (let index = first; index < last; index++) {
      const tag = tags[index]!;
      if (tag.start < at) continue;
      out += text.slice(at, tag.start);
      at = tag.end;
      if (tag.isEscaped) {
        out += text.slice(tag.start + 1, tag.end - 1);
        continue;
      }
      const partner = partners.get(index);
      if (!isShortcode(tag, text, partner !== undefined)) {
        out += text.slice(tag.start, tag.end);
        continue;
      }
      const closing = partner === undefined ? null : tags[partner]!;
      const content = closing === null ? null : build(tag.end, closing.start, index + 1, partner!);
      if (closing) at = closing.end;
      out += shortcodeHtml({ tag, values: shortcodeValues(tag.attributes), content }, context);
    }
    return out + text.slice(at, to);
  };
  return build(0, text.length, 0, tags.length);
}

/** Depth of shortcodes in one another; deeper ones are read as having no end. */
const DEPTH_LIMIT = 50;

/** The closing tag of each opening one: the nearest of its name that is not another's. */
function partnersOf(tags: readonly ShortcodeTag[]): ReadonlyMap<number, number> {
  const open: number[] = [];
  const partners = new Map<number, number>();
  tags.forEach((tag, index) => {
    if (tag.isEscaped || tag.isSelfClosed) return;
    if (!tag.isEnd) {
      open.push(index);
      return;
    }
    for (let at = open.length - 1; at >= Math.max(0, open.length - DEPTH_LIMIT); at--) {
      if (tags[open[at]!]!.name !== tag.name) continue;
      partners.set(open[at]!, index);
      open.length = at;
      return;
    }
  });
  return partners;
}

/**
 * Whether a bracket is a shortcode: one that is known, has an end, has values,
 * or stands alone on its line. A lone closing tag is what is left of one.
 */
function isShortcode(tag: ShortcodeTag, text: string, hasEnd: boolean): boolean {
  if (tag.isEnd) return /[_-]/.test(tag.name) || tag.name in WRITERS;
  if (isBuilt(tag.name)) return true;
  if (hasEnd || tag.name in WRITERS || /=\s*["'“”\w&]/.test(tag.attributes)) return true;
  const lineStart = text.slice(text.lastIndexOf("\n", tag.start - 1) + 1, tag.start);
  const lineEnd = text.slice(
    tag.end,
    text.indexOf("\n", tag.end) < 0 ? text.length : text.indexOf("\n", tag.end),
  );
  const isAlone = /^(?:\s|<[^<>]*>)*$/.test(lineStart) && /^(?:\s|<[^<>]*>)*$/.test(lineEnd);
  return (
    isAlone &&
    tag.attributes === "" &&
    tag.name === text.slice(tag.start + 1, tag.start + 1 + tag.name.length)
  );
}

function shortcodeHtml(shortcode: Shortcode, context: ShortcodeContext): string {
  const { tag, content } = shortcode;
  const html = tag.isEnd ? null : (WRITERS[tag.name]?.(shortcode, context) ?? null);
  if (html !== null) {
    context.note({
      kind: "shortcode",
      what: `[${tag.name}]`,
      outcome: "changed",
      why: "its content stands in the text",
    });
    return html;
  }
  const built = tag.isEnd ? null : builtHtml({ ...shortcode, name: tag.name }, context.mediaById);
  if (built !== null) {
    context.note({ kind: "shortcode", what: `[${tag.name}]`, outcome: "changed", why: built.why });
    return built.html;
  }
  const shown = `[${tag.isEnd ? "/" : ""}${tag.name}${tag.attributes === "" ? "" : ` ${tag.attributes}`}]`;
  context.note({
    kind: "shortcode",
    what: folded(shown).slice(0, 80),
    outcome: "left-out",
    why: content
      ? "not known here; what it held stays"
      : "not known here; it stays as a note that readers do not see",
  });
  return `<vervain-note data-text="${escaped(folded(shown))}"></vervain-note>${content ?? ""}`;
}

/** `[caption]<img> words[/caption]`, and the older form with the words as a value. */
function captionHtml({ values, content }: Shortcode): string | null {
  if (content === null) return null;
  const picture = /(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(content)?.[0];
  if (!picture) return content;
  const words = content.replace(picture, "").trim() || values.get("caption") || "";
  return `<figure>${picture}${words === "" ? "" : `<figcaption>${words}</figcaption>`}</figure>`;
}

function numbers(text: string | undefined): readonly string[] {
  return text === undefined
    ? []
    : text
        .split(",")
        .map((id) => id.trim())
        .filter((id) => /^\d+$/.test(id));
}

function galleryHtml(
  { values }: Shortcode,
  { mediaById, ownPictures, note }: ShortcodeContext,
): string | null {
  const ids = numbers(values.get("ids") ?? values.get("include"));
  const missing = ids.filter((id) => mediaById(id) === null);
  if (missing.length > 0)
    note({
      kind: "image",
      what: `pictures ${missing.join(", ")} of a gallery`,
      outcome: "left-out",
      why: "not in the export",
      count: missing.length,
    });
  const pictures = ids.length > 0 ? ids.flatMap((id) => mediaById(id) ?? []) : ownPictures;
  return pictures.length === 0 ? null : pictures.map(figureOf).join("\n");
}

/** A picture of the library with its caption. */
export function figureOf({ url, alt, caption, title }: SourceMedia): string {
  const image = `<img src="${escaped(url)}" alt="${escaped(alt || title)}">`;
  return `<figure>${image}${caption ? `<figcaption>${escaped(caption)}</figcaption>` : ""}</figure>`;
}

function playlistHtml({ values }: Shortcode, { mediaById }: ShortcodeContext): string | null {
  const files = numbers(values.get("ids")).flatMap((id) => mediaById(id) ?? []);
  if (files.length === 0) return null;
  return `<ul>${files.map(({ url, title }) => `<li><a href="${escaped(url)}">${escaped(title || url)}</a></li>`).join("")}</ul>`;
}

function mediaHtml({ values, content }: Shortcode, names: readonly string[]): string | null {
  const address = [...names.map((name) => values.get(name)), values.get("0"), content?.trim()].find(
    (value) => value !== undefined && /^(?:https?:\/\/|\/)\S+$/i.test(value),
  );
  return address === undefined
    ? null
    : linkParagraph(decodeHTML(address), values.get("title") ?? decodeHTML(address));
}

/** `[embed]address[/embed]`, `[youtube=address]`, `[vimeo 123]`. */
function addressHtml({ values, content }: Shortcode, home: unknown): string | null {
  const value = [
    content?.replace(/<[^<>]*>/g, "").trim(),
    values.get("url"),
    values.get("0"),
    values.get("id"),
    values.get("v"),
  ].find((text) => text !== undefined && text !== "");
  if (value === undefined) return null;
  const address = decodeHTML(value).replace(/^\/\//, "https://");
  if (/^https?:\/\/\S+$/i.test(address)) return linkParagraph(watchAddress(address), watchAddress(address));
  // Slideshare's has further values behind it: "id=304526&doc=nights".
  const id = /^[\w/-]+(?=&|$)/.exec(address)?.[0];
  return typeof home === "string" && id !== undefined ? linkParagraph(home + id, home + id) : null;
}

function codeHtml({ values, content }: Shortcode): string | null {
  if (content === null) return null;
  const language = values.get("lang") ?? values.get("language") ?? "";
  const name = /^[\w+#-]{1,20}$/.test(language) ? ` class="language-${language}"` : "";
  return `<pre><code${name}>${content.replace(/^\n+|\s+$/g, "")}</code></pre>`;
}
