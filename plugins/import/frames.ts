import { decodeHTML } from "entities";
import { watchAddress } from "../article/watch-address.ts";
import { safeAddress } from "./address.ts";
import { folded } from "./escape.ts";
import { type Part, UNKNOWN_SITE } from "./model.ts";

/** What stands in for an element that cannot be part of a text. */
export interface Frame {
  /** HTML in its place; "" leaves it out. */
  readonly html: string;
  readonly part: Part;
}

const MEDIA = new Set(["audio", "video"]);
const FRAMES = new Set(["iframe", "object", "embed"]);
const WHY: Readonly<Record<string, string>> = {
  script: "a script; articles run none",
  style: "styles of its own; the theme has the styles",
  svg: "a drawing in the page's code; save it as a file and name it as an image",
  math: "a formula in the page's code",
  canvas: "an empty canvas for a script",
  textarea: "a field of a form",
  select: "a field of a form",
  noembed: "a stand-in for a player",
  noframes: "a stand-in for a frame",
};

/** A frame or player as a link to what it showed; anything else is left out by its reason. */
export function framePart(name: string, attributes: string, inner: string): Frame {
  const source = MEDIA.has(name) || FRAMES.has(name) ? sourceOf(attributes, inner) : null;
  if (source === null) {
    const why = WHY[name] ?? "a player or frame without an address";
    const what = folded(`${name} ${inner.replace(/<[^<>]*>/g, " ")}`).slice(0, 60);
    return { html: "", part: { kind: "embed", what, outcome: "left-out", why } };
  }
  const address = watchAddress(source);
  const title = attributeOf(attributes, "title");
  const words = folded(title ?? "") || withoutUnknown(address);
  const poster = name === "video" ? safeAddress(attributeOf(attributes, "poster") ?? "", null) : null;
  const still = poster === null ? "" : `<img src="${escaped(poster)}" alt=""> `;
  return {
    html: `<p><a href="${escaped(address)}">${still}${escaped(words)}</a></p>`,
    part: {
      kind: "embed",
      what: withoutUnknown(source),
      outcome: "changed",
      why: MEDIA.has(name) ? "a player is a link to its file" : "a frame of another site is a link to it",
      to: withoutUnknown(address),
    },
  };
}

/** An address as words: a site whose name nobody knows has only paths. */
function withoutUnknown(address: string): string {
  return address.startsWith(`${UNKNOWN_SITE}/`) ? address.slice(UNKNOWN_SITE.length) : address;
}

/**
 * What stands in for a player of a saved page: a film or sound as a link. Frames
 * of other kinds (advertisements, counters, forms) are no part of an article.
 */
export function playerLink(name: string, attributes: string, inner: string): string {
  if (!MEDIA.has(name) && !FRAMES.has(name)) return "";
  const source = sourceOf(attributes, inner);
  const isFilm = source !== null && (MEDIA.has(name) || watchAddress(source) !== source);
  return isFilm ? framePart(name, attributes, inner).html : "";
}

/** A paragraph that holds one link. */
export function linkParagraph(href: string, words: string): string {
  return `<p><a href="${escaped(href)}">${escaped(words)}</a></p>`;
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function sourceOf(attributes: string, inner: string): string | null {
  const own = ["data-src", "data-lazy-src", "src", "data"].map((name) => attributeOf(attributes, name));
  const below = [...inner.matchAll(/<(?:source|embed|param|iframe)\b([^<>]{0,2000})>/gi)].flatMap(
    ([, words = ""]) => [
      attributeOf(words, "src"),
      /\bname\s*=\s*["']?(?:movie|src)\b/i.test(words) ? attributeOf(words, "value") : null,
    ],
  );
  const found = [...own, ...below].map((address) => address?.trim().replace(/^\/\//, "https://") ?? null);
  return (
    found.find(
      (address) =>
        address !== null && /^(?:https?:|\/)/i.test(address) && safeAddress(address, null) !== null,
    ) ?? null
  );
}

/** Value of an attribute in the text of a tag; null without one. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? null : decodeHTML(value);
}
