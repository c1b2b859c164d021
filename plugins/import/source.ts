/** Attribute that carries the source line of an element through the parser. */
export const LINE_ATTRIBUTE = "data-source-line";

/** Open elements at once; more are dropped, so that no later step recurses deeper. */
const DEPTH_LIMIT = 200;

const VOID = new Set(
  "area base br col command embed hr img input keygen link meta param source track wbr".split(" "),
);
/** Elements whose content is not text of the page; dropped with their content. */
const OPAQUE = new Set(
  "script style svg math object canvas audio video textarea select iframe noembed noframes".split(" "),
);
/** Elements whose content is not markup and is dropped to the end of the page when they are not closed. */
const CODE = new Set(["script", "style"]);
/** Elements whose content is not markup but is wanted: the title, and JSON-LD. */
const RAW = new Set(["script", "title"]);
const BLOCK = new Set(
  "address article aside blockquote center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section table ul".split(
    " ",
  ),
);
/** Start tags that close an open element of the kind on the right when it is the innermost (as the parser does). */
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  tr: ["tr", "td", "th"],
  td: ["td", "th"],
  th: ["td", "th"],
  option: ["option"],
  body: ["head", "link", "script"],
};

/** Server-side and client-side template tags; what they would have printed is not in the file. */
const TEMPLATE_TAGS = [
  ["<?", "?>"],
  ["<%", "%>"],
  ["{%", "%}"],
  ["{#", "#}"],
] as const;
/** A template expression: short, on one line, without prose punctuation. */
const EXPRESSION = /\{\{[{>#/^!&~-]?[ \t]*[\w$@.[\]()'"|:,=>? /-]{0,200}\}\}\}?/g;

/** What stands for the edge of a block that was dropped. */
const PARTED = "<br><br>";

/** HTML in place of an element that is no text: "" leaves it out. */
export type OpaqueReader = (name: string, attributes: string, inner: string) => string;

/** Options of {@link normaliseSource}. */
export interface SourceOptions {
  /** True for a text whose braces and signs are words, not a template's tags. */
  readonly keepsTemplates?: boolean;
  /** What stands in for scripts, frames, players and their like; nothing by default. */
  readonly replace?: OpaqueReader;
}

interface Scan {
  readonly html: string;
  readonly out: string[];
  readonly open: string[];
  readonly dropped: Map<string, number>;
  /** Names that have no end tag in the rest of the page. */
  readonly unclosed: Set<string>;
  /** Where each of these stands last: what looks for one further on need not look. */
  readonly lastEnd: { readonly "-->": number; readonly ">": number };
  readonly lastQuote: { readonly '"': number; readonly "'": number };
  /** False for a fragment: its `<template>` is a component's and holds the text. */
  readonly isWholePage: boolean;
  readonly replace: OpaqueReader;
  at: number;
  line: number;
  /** Position of the line break that ends `line`. */
  nextBreak: number;
}

/**
 * The page as the parser should see it: template tags, comments, scripts and
 * other opaque elements gone, every element marked with its line, nesting
 * capped. Line breaks stay, so lines stay true. JSON-LD is kept.
 *
 * An unclosed comment, and a tag whose quotation never ends, lose their marks
 * and nothing after them. Linear in the length.
 */
export function normaliseSource(
  html: string,
  { keepsTemplates = false, replace = () => "" }: SourceOptions = {},
): string {
  const text = html.replace(/\r\n?/g, "\n").replaceAll("\0", "");
  const page = keepsTemplates ? text : withoutTemplateTags(text);
  const scan: Scan = {
    html: page,
    out: [],
    open: [],
    dropped: new Map(),
    unclosed: new Set(),
    lastEnd: { "-->": page.lastIndexOf("-->"), ">": page.lastIndexOf(">") },
    lastQuote: { '"': page.lastIndexOf('"'), "'": page.lastIndexOf("'") },
    isWholePage: /<(?:html|body)[\s>]/i.test(page),
    replace,
    at: 0,
    line: 1,
    nextBreak: breakAfter(page, 0),
  };
  while (scan.at < page.length) step(scan);
  return scan.out.join("");
}

function withoutTemplateTags(html: string): string {
  let page = html;
  for (const [open, close] of TEMPLATE_TAGS) page = withoutSpans(page, open, close);
  return page.replace(EXPRESSION, "").replace(/\{(?:" "|' '|\/\*[^*\n]{0,200}\*\/)\}/g, " ");
}

/** Drops every `open … close`, keeping its line breaks; an unclosed one stays. */
function withoutSpans(text: string, open: string, close: string): string {
  let from = text.indexOf(open);
  if (from < 0) return text;
  const kept: string[] = [];
  let done = 0;
  while (from >= 0) {
    const end = text.indexOf(close, from + open.length);
    if (end < 0) break;
    kept.push(text.slice(done, from), breaksIn(text.slice(from, end)));
    done = end + close.length;
    from = text.indexOf(open, done);
  }
  kept.push(text.slice(done));
  return kept.join("");
}

function breaksIn(text: string): string {
  return text.includes("\n") ? "\n".repeat(text.split("\n").length - 1) : "";
}

function step(scan: Scan): void {
  const { html, out } = scan;
  const tag = html.indexOf("<", scan.at);
  if (tag < 0) {
    out.push(html.slice(scan.at));
    scan.at = html.length;
    return;
  }
  keep(out, html.slice(scan.at, tag));
  scan.at = tag;
  const next = html[tag + 1] ?? "";
  if (html.startsWith("<!--", tag)) skipTo(scan, "-->", 4);
  else if (next === "!") skipTo(scan, ">", 1);
  else if (next === "/" && tag < scan.lastEnd[">"]) endTag(scan);
  else if (/[a-z]/i.test(next) && tag < scan.lastEnd[">"]) startTag(scan);
  else {
    out.push("&lt;");
    scan.at++;
  }
}

/** Leaves out everything up to and with `end`; where `end` is missing, the opening alone. */
function skipTo(scan: Scan, end: "-->" | ">", opening: number): void {
  const { html, at, out } = scan;
  const isClosed = at + opening <= scan.lastEnd[end];
  const next = isClosed ? html.indexOf(end, at + opening) + end.length : at + opening;
  out.push(breaksIn(html.slice(at, next)));
  scan.at = next;
}

function nameAt(html: string, from: number): string {
  let to = from;
  while (to < html.length && /[\w:.-]/.test(html[to]!)) to++;
  return html.slice(from, to).toLowerCase();
}

/** Position of the `>` that ends the tag, quotations respected; -1 where a quotation never ends. */
function tagEnd({ html, lastQuote }: Scan, from: number): number {
  let at = from;
  let before = "";
  while (at < html.length) {
    const char = html[at]!;
    if (char === ">") return at;
    if ((char === '"' || char === "'") && before === "=") {
      if (at >= lastQuote[char]) return -1;
      at = html.indexOf(char, at + 1);
    }
    if (char > " ") before = char;
    at++;
  }
  return html.length;
}

/** 1-based line of a position; positions come in order. */
function lineAt(scan: Scan, position: number): number {
  while (scan.nextBreak < position) {
    scan.line++;
    scan.nextBreak = breakAfter(scan.html, scan.nextBreak + 1);
  }
  return scan.line;
}

function breakAfter(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function startTag(scan: Scan): void {
  const { html, at, out } = scan;
  const name = nameAt(html, at + 1);
  const whole = tagEnd(scan, at + 1 + name.length);
  const broken = whole < 0;
  const end = broken ? endOr(html.indexOf(">", at), html.length) : whole;
  const attributes = broken ? breaksIn(html.slice(at, end)) : html.slice(at + 1 + name.length, end);
  scan.at = end + 1;
  const isTemplate = name === "template" && scan.isWholePage;
  if ((OPAQUE.has(name) || isTemplate) && !attributes.includes("ld+json")) {
    skipElement(scan, name, at, attributes);
    return;
  }
  if (!VOID.has(name) && !openElement(scan, name)) {
    if (BLOCK.has(name)) part(out);
    keep(out, breaksIn(attributes));
    return;
  }
  out.push(`<${name} ${LINE_ATTRIBUTE}="${lineAt(scan, at)}" `, attributes.replace(/\/\s*$/, ""), ">");
  if (RAW.has(name)) copyRaw(scan, name);
}

function endOr(position: number, fallback: number): number {
  return position < 0 ? fallback : position;
}

/** Leaves out an opaque element with its content. */
function skipElement(scan: Scan, name: string, from: number, attributes: string): void {
  const selfClosed = attributes.endsWith("/") && !CODE.has(name);
  const end = selfClosed ? scan.at : afterEndTag(scan, name, CODE.has(name) ? scan.html.length : scan.at);
  const inner = scan.html.slice(scan.at, end).replace(new RegExp(`</${name}[^>]*>?$`, "i"), "");
  scan.out.push(scan.replace(name, attributes, inner), breaksIn(scan.html.slice(from, end)));
  scan.at = end;
}

/** Position after the next `</name>`; `fallback` where there is none. */
function afterEndTag({ html, at, unclosed }: Scan, name: string, fallback: number): number {
  if (unclosed.has(name)) return fallback;
  const close = new RegExp(`</${name}[\\s/>]`, "gi");
  close.lastIndex = at;
  const found = close.exec(html);
  if (found) return endOr(html.indexOf(">", found.index), html.length - 1) + 1;
  unclosed.add(name);
  return fallback;
}

/** Copies the content of a raw-text element and closes it; an unclosed one ends at the next tag. */
function copyRaw(scan: Scan, name: string): void {
  const { html, at, out, open } = scan;
  const end = afterEndTag(scan, name, endOr(html.indexOf("<", at), html.length));
  const content = html.slice(at, end);
  out.push(content, content.endsWith(">") ? "" : `</${name}>`);
  scan.at = end;
  open.pop();
}

function keep(out: string[], text: string): void {
  if (text !== "") out.push(text);
}

/** Keeps the text round a dropped block apart. */
function part(out: string[]): void {
  if (out.at(-1) !== PARTED) out.push(PARTED);
}

/** Notes an element as open; false where it is nested too deeply and must be dropped. */
function openElement({ open, dropped }: Scan, name: string): boolean {
  const top = open.at(-1);
  if (top === "p" && BLOCK.has(name)) open.pop();
  const closes = CLOSES[name];
  while (closes && open.length > 0 && closes.includes(open.at(-1)!)) open.pop();
  if (open.length >= DEPTH_LIMIT) {
    dropped.set(name, (dropped.get(name) ?? 0) + 1);
    return false;
  }
  open.push(name);
  return true;
}

function endTag(scan: Scan): void {
  const { html, at, out, open, dropped } = scan;
  const name = nameAt(html, at + 2);
  const end = endOr(html.indexOf(">", at), html.length - 1) + 1;
  keep(out, breaksIn(html.slice(at, end)));
  scan.at = end;
  const droppedCount = dropped.get(name) ?? 0;
  const index = open.lastIndexOf(name);
  if (droppedCount > 0) {
    dropped.set(name, droppedCount - 1);
    if (BLOCK.has(name)) part(out);
  } else if (index >= 0) {
    open.length = index;
    out.push(`</${name}>`);
  } else if (name === "p" || name === "br") out.push("<br>");
}
