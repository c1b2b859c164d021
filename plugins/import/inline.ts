import TurndownService from "turndown";
import { safeAddress } from "./address.ts";
import { BREAK, escapeInline, folded, visible } from "./escape.ts";
import { addExactRules, type ExactInline, exactBlank } from "./exact-inline.ts";
import { imageAddress, linkTo } from "./link.ts";
import { isElement } from "./page.ts";
import type { Inline } from "./pieces.ts";
import type { Offer } from "./types.ts";

const STRONG = new Set(["STRONG", "B", "BIG"]);
const EMPHASIS = new Set(["EM", "I", "CITE", "DFN"]);
/** `<font size>` from which text stands out; 3 is normal. */
const LARGE_FONT = 4;
export const BOLD_STYLE = /font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i;
const NORMAL_STYLE = /font-weight\s*:\s*(?:normal|lighter|[1-4]00)/i;
const ITALIC_STYLE = /font-style\s*:\s*(?:italic|oblique)/i;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const WORD = /[\p{L}\p{N}]/u;
/** Links and images of our own Markdown: every other bracket is escaped. */
const LINK = /(?<![\\!])\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)/g;

/** Turns runs of text and inline elements into lines. */
export interface InlineReader {
  /** The lines of an element that holds nothing but text and inline elements; blank lines are null. */
  linesOf(element: Element): readonly (Inline | null)[];
}

/** What inline reading depends on. */
export interface InlineOptions {
  /** The page's own address; null when it is not known. */
  readonly base: string | null;
  readonly images: "keep" | "drop";
  /** Reads an export, where everything the writer set counts; absent for pages. */
  readonly exact?: ExactInline;
}

/** A reader of inline content by turndown, with Markdown and plain text in step. */
export function inlineReader(options: InlineOptions): InlineReader {
  const markdown = markdownService(options);
  const plain = plainService();
  return {
    linesOf(element) {
      const simple = plainNodes(element);
      if (simple !== null)
        return simple.map((nodes) => inline(nodes.map(escapedText).join(""), nodes.join("")));
      const md = markdown.turndown(element as HTMLElement).split(BREAK);
      const text = plain.turndown(element as HTMLElement).split(BREAK);
      return md.map((line, index) => inline(line, text[index] ?? ""));
    },
  };
}

/**
 * The texts of each line of an element that holds nothing but text and breaks,
 * as most paragraphs do: turndown, which copies an element twice before it
 * reads it, is not needed. null for any other.
 */
function plainNodes(element: Element): readonly (readonly string[])[] | null {
  const lines: string[][] = [[]];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === TEXT) lines.at(-1)?.push(node.nodeValue ?? "");
    else if (node.nodeName === "BR") lines.push([]);
    else if (node.nodeType !== COMMENT) return null;
  }
  return lines;
}

/** Kinds of nodes (DOM Standard, 4.4). */
const TEXT = 3;
const COMMENT = 8;

function escapedText(text: string): string {
  return escapeInline(visible(text));
}

function inline(md: string, text: string): Inline | null {
  const line = folded(md).replaceAll("****", "");
  return line === "" ? null : { md: line, text: folded(text), links: linksIn(line) };
}

/** A line of plain text as inline content. */
export function plainInline(text: string): Inline {
  const line = folded(text);
  return { md: escapeInline(line), text: line, links: [] };
}

function linksIn(md: string): readonly Offer[] {
  if (!md.includes("](")) return [];
  return [...md.matchAll(LINK)]
    .filter(([, title]) => !title!.startsWith("!"))
    .map(([, title, href]) => ({ title: unescaped(title!), href: href! }));
}

function unescaped(md: string): string {
  return folded(
    md
      .replace(/\*\*|(?<!\\)_/g, "")
      .replace(/\\(.)/g, "$1")
      .replaceAll("&#123;", "{"),
  );
}

function markdownService(options: InlineOptions): TurndownService {
  const { exact } = options;
  const service = new TurndownService({
    br: BREAK,
    headingStyle: "atx",
    ...(exact
      ? { blankReplacement: (_content: string, node: Node) => exactBlank(node as Element, exact) }
      : {}),
  });
  service.escape = escapedText;
  service.addRule("break", { filter: "br", replacement: () => BREAK });
  // Before the rules proper, so that a tag whose style denies it is plain: turndown's own rules know tags only.
  service.addRule("plain", { filter: ["strong", "b", "em", "i"], replacement: (content) => content });
  service.addRule("strong", {
    filter: isStrong,
    replacement: (content, node) => (within(node, isStrong) ? content : marked(content, "**", node)),
  });
  service.addRule("emphasis", {
    filter: isEmphasis,
    replacement: (content, node) => (within(node, isEmphasis) ? content : marked(content, "_", node)),
  });
  service.addRule("link", {
    filter: "a",
    replacement: (content, node) => link(content, (node as Element).getAttribute("href"), options),
  });
  service.addRule("image", {
    filter: "img",
    replacement: (_content, node) => (options.images === "keep" ? image(node as Element, options) : ""),
  });
  service.addRule("code", {
    filter: (node) => node.nodeName === "CODE",
    replacement: (content) =>
      /\{[{%#]|\uE000/.test(content) ? escapeInline(content) : `\`${content.replaceAll("`", "'")}\``,
  });
  service.addRule("block", {
    filter: (node) => node.nodeName === "P" || node.nodeName === "DIV",
    replacement: (content) => content,
  });
  if (options.exact) addExactRules(service, options.exact, options.base);
  return service;
}

function plainService(): TurndownService {
  const service = new TurndownService({ br: BREAK });
  service.escape = visible;
  service.addRule("plain", { filter: () => true, replacement: (content) => content });
  service.addRule("break", { filter: "br", replacement: () => BREAK });
  service.addRule("link", { filter: "a", replacement: (content) => content.replaceAll(BREAK, " ") });
  service.addRule("image", { filter: "img", replacement: () => "" });
  return service;
}

type Named = { readonly nodeName: string; readonly parentNode: Node | null };

function isStrong(node: Node): boolean {
  if (!isElement(node)) return false;
  const style = node.getAttribute("style") ?? "";
  if (STRONG.has(node.nodeName)) return !NORMAL_STYLE.test(style);
  if (node.nodeName === "FONT" && Number.parseInt(node.getAttribute("size") ?? "0", 10) >= LARGE_FONT)
    return true;
  return /^(?:SPAN|FONT)$/.test(node.nodeName) && BOLD_STYLE.test(style);
}

function isEmphasis(node: Node): boolean {
  if (!isElement(node)) return false;
  return (
    EMPHASIS.has(node.nodeName) ||
    (node.nodeName === "SPAN" && ITALIC_STYLE.test(node.getAttribute("style") ?? ""))
  );
}

function within(node: Named, test: (node: Node) => boolean): boolean {
  for (let up = node.parentNode; up; up = up.parentNode) if (test(up)) return true;
  return false;
}

/**
 * Marks each line of `content` on its own. Punctuation at an edge that meets a
 * word goes outside the marks ("**Sleep:**well" would not be strong, CommonMark 6.2).
 */
function marked(content: string, mark: string, node: Node): string {
  const before = edgeCharacter(node, "previousSibling");
  const after = edgeCharacter(node, "nextSibling");
  const lines = content.split(BREAK);
  return lines
    .map((line, index) =>
      markedLine(line, mark, index === 0 ? before : "", index === lines.length - 1 ? after : ""),
    )
    .join(BREAK);
}

function markedLine(line: string, mark: string, before: string, after: string): string {
  let start = line.length - line.trimStart().length;
  let end = line.trimEnd().length;
  if (WORD.test(before)) while (start < end && PUNCTUATION.test(line[start]!)) start++;
  if (WORD.test(after))
    while (end > start && PUNCTUATION.test(line[end - 1]!) && line[end - 2] !== "\\") end--;
  while (start < end && line[start] === " ") start++;
  while (end > start && line[end - 1] === " ") end--;
  if (start >= end) return line;
  const inWord = mark === "_" && (WORD.test(before) || WORD.test(after));
  const sign = inWord ? "*" : mark;
  return `${line.slice(0, start)}${sign}${line.slice(start, end)}${sign}${line.slice(end)}`;
}

/** The character of the text that touches `node` on one side; "" at the edge of the run or where white space parts them. */
function edgeCharacter(node: Node, side: "previousSibling" | "nextSibling"): string {
  const own = node.textContent ?? "";
  if (side === "nextSibling" ? /\s$/.test(own) : /^\s/.test(own)) return "";
  let at: Node | null = node;
  while (at && !at[side]) at = at.parentNode;
  const beside = at?.[side];
  const text = !beside || beside.nodeName === "BR" ? "" : (beside.textContent ?? "");
  return (side === "nextSibling" ? text[0] : text.at(-1)) ?? "";
}

/** A link of words, its pictures before it; a link of a picture where it has no words. */
function link(content: string, href: string | null, { base }: InlineOptions): string {
  return linkTo(content, safeAddress(href, base));
}

function image(element: Element, { base }: InlineOptions): string {
  const address = imageAddress(element, base);
  const alt = escapeInline(folded(element.getAttribute("alt") ?? ""));
  return address ? `![${alt}](${address})` : "";
}
