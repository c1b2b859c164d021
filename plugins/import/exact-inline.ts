import type TurndownService from "turndown";
import { safeAddress } from "./address.ts";
import { BREAK, escapeInline, folded } from "./escape.ts";
import { isInlinePicture } from "./inline-picture.ts";
import { imageAddress, linkTo } from "./link.ts";
import { UNKNOWN_SITE } from "./model.ts";

/** What an export's inline content needs beside a page's. */
export interface ExactInline {
  /** Where a link leads now; null takes the link off its words. */
  readonly link: (href: string, element: Element) => string | null;
  /** Where a picture is that a link of words leads to; null where it leads to none of this import. */
  readonly linkedPicture: (href: string) => string | null;
  /** Where a picture is now; null where it is nowhere. */
  readonly image: (src: string, element: Element) => string | null;
  /** A picture without an address that can be used. */
  readonly dropped: (element: Element) => void;
  /** Ids that a link of the text leads to. */
  readonly targets: ReadonlySet<string>;
}

/** Element that stands for words to the writer, which readers do not see. */
export const NOTE_TAG = "VERVAIN-NOTE";
/** Inline elements that Markdown has no sign for and that mean something. */
const KEPT = new Set(["SUB", "SUP", "KBD", "MARK", "ABBR", "INS", "SMALL", "Q"]);
const STRUCK = new Set(["DEL", "S", "STRIKE"]);

/** Rules for everything inline that a writer of an export may have set. Later rules come first. */
export function addExactRules(service: TurndownService, exact: ExactInline, base: string | null): void {
  service.addRule("exact-kept", {
    filter: (node) => KEPT.has(node.nodeName),
    replacement: (content, node) => kept(content, node as Element),
  });
  service.addRule("exact-struck", {
    filter: (node) => STRUCK.has(node.nodeName),
    replacement: (content) =>
      content.trim() === "" || content.includes(BREAK) ? content : `~~${content.trim()}~~`,
  });
  service.addRule("exact-code", {
    filter: (node) => /^(?:CODE|TT|SAMP)$/.test(node.nodeName),
    replacement: (content, node) => codeSpan(content, node.textContent ?? ""),
  });
  service.addRule("exact-link", {
    filter: "a",
    replacement: (content, node) => link(content, node as Element, exact, base),
  });
  service.addRule("exact-image", {
    filter: "img",
    replacement: (_content, node) => image(node as Element, exact, base),
  });
  service.addRule("exact-note", {
    filter: (node) => node.nodeName === NOTE_TAG,
    replacement: (_content, node) => noteComment((node as Element).getAttribute("data-text") ?? ""),
  });
  service.addRule("exact-target", {
    filter: (node) => node.nodeName === "SPAN" && exact.targets.has(idOf(node as Element)),
    replacement: (content, node) => anchor(idOf(node as Element)) + content,
  });
}

/** What an element without words leaves: a note, or a place that links lead to. */
export function exactBlank(element: Element, { targets }: ExactInline): string {
  if (element.nodeName === NOTE_TAG) return noteComment(element.getAttribute("data-text") ?? "");
  return targets.has(idOf(element)) ? anchor(idOf(element)) : "";
}

function idOf(element: Element): string {
  return element.getAttribute("id") || element.getAttribute("name") || "";
}

/** A place that links can lead to. */
function anchor(id: string): string {
  return `<span id="${attribute(id)}"></span>`;
}

function attribute(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(BREAK, " ");
}

function kept(content: string, node: Element): string {
  if (content.trim() === "") return content;
  const name = node.nodeName.toLowerCase();
  const title = node.getAttribute("title");
  return `<${name}${title ? ` title="${attribute(title)}"` : ""}>${content}</${name}>`;
}

/** A span of code between runs of backticks longer than any in it. */
function codeSpan(content: string, text: string): string {
  const words = folded(text);
  if (words === "") return content;
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(words) ? " " : "";
  return `${fence}${pad}${words}${pad}${fence}`;
}

function link(content: string, element: Element, exact: ExactInline, base: string | null): string {
  const raw = (element.getAttribute("href") ?? "").trim();
  const place = exact.targets.has(idOf(element)) ? anchor(idOf(element)) : "";
  if (raw === "") return place + content;
  const href = raw.startsWith("#") ? (raw === "#" ? null : raw) : safeAddress(raw, base);
  const shown = element.querySelector("img") === null ? exact.linkedPicture(href ?? raw) : null;
  if (shown !== null && content.trim() !== "") return `${place}${content} ![](${shown})`;
  const now = exact.link(href ?? raw, element);
  const address = href === null || now === null ? null : now.startsWith("#") ? now : safeAddress(now, null);
  return place + linkTo(address === null ? content : named(content), address);
}

/** A link of a picture without words, named by the picture's file: a link must say something to those who hear it. */
function named(content: string): string {
  if (content.replace(/!\[\]\([^)\s]*\)/g, "").trim() !== "") return content;
  return content.replace(/!\[\]\(([^)\s]*)\)/, (_whole, src: string) => `![${fileWords(src)}](${src})`);
}

/** Words of a file's name. */
export function fileWords(src: string): string {
  const name = (src.split(/[?#]/)[0] ?? "").split("/").at(-1) ?? "";
  const words = name
    .replace(/\.\w+$/, "")
    .replace(/%[\da-f]{2}|[^\p{L}\p{N}]+/giu, " ")
    .trim();
  return escapeInline(words) || "picture";
}

function image(element: Element, exact: ExactInline, base: string | null): string {
  const own = element.getAttribute("src") ?? "";
  const src = imageAddress(element, base) ?? (isInlinePicture(own) ? own : null);
  if (src === null) {
    exact.dropped(element);
    return "";
  }
  const alt = folded(element.getAttribute("alt") ?? "");
  const now = exact.image(src, element);
  if (now !== null) return `![${escapeInline(alt)}](${safeAddress(now, null) ?? src})`;
  // A link must say something to those who hear it.
  return element.closest("a[href]") === null ? missingNote(src, alt) : escapeInline(alt) || fileWords(src);
}

/** What stands for a picture that the source names and does not hold: a note to the writer. */
export function missingNote(src: string, alt: string): string {
  const path = isInlinePicture(src) ? "in the text itself" : src.replace(UNKNOWN_SITE, "");
  return noteComment(`picture that the source does not hold: ${path}${alt === "" ? "" : ` (${alt})`}`);
}

/** Words to the writer as a comment, which no page shows. */
export function noteComment(text: string): string {
  return `<!-- ${folded(text).replace(/--+/g, "–").replaceAll(">", "›")} -->`;
}
