import { createRequire } from "node:module";
import type sanitize from "sanitize-html";
import { watchAddress } from "../article/watch-address.ts";

const require = createRequire(import.meta.url);

/**
 * Raw HTML that articles may hold. Everything else is dropped with its handlers
 * and styles; text inside stays, but for scripts and styles.
 */
const POLICY: sanitize.IOptions = {
  allowedTags: [
    ...[
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "p",
      "br",
      "hr",
      "blockquote",
      "pre",
      "code",
      "div",
      "section",
      "aside",
      "span",
    ],
    ...[
      "ul",
      "ol",
      "li",
      "dl",
      "dt",
      "dd",
      "table",
      "caption",
      "thead",
      "tbody",
      "tfoot",
      "tr",
      "th",
      "td",
      "colgroup",
      "col",
    ],
    ...[
      "a",
      "abbr",
      "b",
      "cite",
      "del",
      "dfn",
      "em",
      "i",
      "ins",
      "kbd",
      "mark",
      "q",
      "s",
      "small",
      "strong",
      "sub",
      "sup",
      "time",
      "u",
    ],
    ...["img", "picture", "source", "figure", "figcaption", "details", "summary"],
  ],
  allowedAttributes: {
    "*": [
      "id",
      "class",
      "lang",
      "dir",
      "title",
      "data-number",
      "aria-label",
      "aria-labelledby",
      "aria-describedby",
      "role",
      "tabindex",
    ],
    a: ["href", "rel", "hreflang"],
    img: ["src", "alt", "width", "height", "loading", "decoding", "fetchpriority", "srcset", "sizes"],
    source: ["srcset", "sizes", "type", "media", "width", "height"],
    ol: ["start", "reversed", "type"],
    li: ["value"],
    td: ["colspan", "rowspan", "headers"],
    th: ["colspan", "rowspan", "headers", "scope"],
    time: ["datetime"],
    q: ["cite"],
    blockquote: ["cite"],
    details: ["open"],
  },
  // Players and frames of other sites load what nobody asked for: a link to what they show stays.
  transformTags: { iframe: toLink, embed: toLink, video: toLink, audio: toLink, img: withScheme },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  // Void elements of HTML that the policy lets through: an end tag of one is a fault.
  selfClosing: ["img", "br", "hr", "source", "col"],
};

function toLink(name: string, { src = "", title = "" }: sanitize.Attributes): sanitize.Tag {
  const address = src.trim().replace(/^\/\//, "https://");
  if (!/^(?:https?:\/\/|\/)/i.test(address)) return { tagName: name, attribs: {} };
  const href = watchAddress(address);
  return { tagName: "a", attribs: { href }, text: title.trim() || href };
}

/** An image of "//img.example" is one of the web, as in Markdown. */
function withScheme(tagName: string, attribs: sanitize.Attributes): sanitize.Tag {
  const { src = "" } = attribs;
  return { tagName, attribs: src.startsWith("//") ? { ...attribs, src: `https:${src}` } : attribs };
}

/** Elements that no page shows and whose loss a reader would notice. */
const NOTICED: ReadonlySet<string> = new Set([
  ...["script", "style", "form", "input", "button", "select", "textarea", "object", "applet", "canvas"],
  ...[
    "svg",
    "math",
    "noscript",
    "iframe",
    "embed",
    "video",
    "audio",
    "frame",
    "frameset",
    "dialog",
    "marquee",
  ],
]);

/**
 * Elements of raw HTML that are left out of pages and that a reader would miss,
 * by name; a player or frame with an address is none: it becomes a link.
 */
export function leftOutElements(html: string): readonly string[] {
  const names = [...html.matchAll(/<([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*'){0,4000})>/gi)].map(
    ([, name = "", attributes = ""]) => ({ name: name.toLowerCase(), attributes }),
  );
  return names.flatMap(({ name, attributes }) => {
    const isLinked =
      /^(?:iframe|embed|video|audio)$/.test(name) && /\ssrc\s*=\s*["']?\s*(?:https?:)?\//i.test(attributes);
    return NOTICED.has(name) && !isLinked ? [name] : [];
  });
}

/** HTML without anything that runs, frames, posts or styles itself. */
export function sanitizeHtml(html: string): string {
  // 25 ms to load, for the few sites whose articles hold raw HTML.
  return (require("sanitize-html") as typeof sanitize)(html, POLICY);
}
