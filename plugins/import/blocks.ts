import { folded } from "./escape.ts";
import { BOLD_STYLE, type InlineReader, plainInline } from "./inline.ts";
import { isBlock, isElement, lineOf, namesOf, preformatted } from "./page.ts";
import type { Inline, ListItem, Piece } from "./pieces.ts";
import { linksOf, textOf } from "./pieces.ts";
import { isRelated } from "./related-block.ts";
import { tablePiece } from "./tables.ts";

/** What reading blocks depends on. */
export interface BlockContext {
  readonly document: Document;
  readonly reader: InlineReader;
  /** Elements that hold a block somewhere below. */
  readonly containers: ReadonlySet<Element>;
  /** True inside a block of related posts. */
  readonly related?: boolean;
  /** Reads what an export means by an element; null leaves it to the rules for pages. */
  readonly exact?: (element: Element, context: BlockContext, wraps: Wraps) => Piece[] | null;
}

/** Inline elements that wrap the blocks being read: a link round a card, bold round paragraphs. */
export type Wraps = readonly Element[];

const TEXT_NODE = 3;
const WRAPS = new Set(["A", "B", "STRONG", "EM", "I"]);

/** The elements below `root` that hold a block; linear. */
export function containersOf(elements: Iterable<Element>): ReadonlySet<Element> {
  const containers = new Set<Element>();
  for (const element of elements) {
    if (!isBlock(element)) continue;
    for (let up = element.parentElement; up && !containers.has(up); up = up.parentElement) containers.add(up);
  }
  return containers;
}

/**
 * The content of `parent` as a flat sequence of pieces, in document order:
 * wrappers without meaning vanish, text between blocks becomes paragraphs, and
 * nothing that can be read is left out.
 */
export function readBlocks(parent: Element, context: BlockContext, wraps: Wraps = []): Piece[] {
  const pieces: Piece[] = [];
  let run: Node[] = [];
  const flush = (): void => {
    pieces.push(...paragraphsOf(run, context, wraps));
    run = [];
  };
  for (const child of [...parent.childNodes]) {
    if (!isElement(child) || !(isBlock(child) || context.containers.has(child))) {
      run.push(child);
      continue;
    }
    flush();
    pieces.push(...readElement(child, context, wraps));
  }
  flush();
  return pieces;
}

function readElement(element: Element, context: BlockContext, wraps: Wraps): Piece[] {
  const exact = context.exact?.(element, context, wraps) ?? null;
  if (exact !== null) return exact;
  const level = headingLevel(element);
  if (level > 0) return headingPieces(element, level, context, wraps);
  switch (element.tagName) {
    case "UL":
    case "OL":
    case "MENU":
      return listPieces(element, context);
    case "LI":
      return readBlocks(element, context, wraps);
    case "DL":
      return definitionPieces(element, context);
    case "TABLE":
      return (
        tablePiece(element, (inside) => readBlocks(inside, context)) ?? readBlocks(element, context, wraps)
      );
    case "BLOCKQUOTE":
      return quotePieces(element, context);
    case "PRE":
      return codePieces(element);
    case "HR":
      return [{ kind: "rule", line: lineOf(element) }];
    case "SUMMARY":
    case "BUTTON":
    case "DT":
      return readBlocks(element, context, [...wraps, context.document.createElement("strong")]);
    case "FIGCAPTION":
      return readBlocks(element, context, [...wraps, context.document.createElement("em")]);
    default:
      if (context.exact)
        return readBlocks(element, context, WRAPS.has(element.tagName) ? [...wraps, element] : wraps);
      if (!context.related && isRelated(element)) return relatedPieces(element, context);
      if (standsOut(element, context))
        return readBlocks(element, context, [...wraps, context.document.createElement("strong")]);
      return readBlocks(element, context, WRAPS.has(element.tagName) ? [...wraps, element] : wraps);
  }
}

/** What opens a panel of an accordion or a list of questions. */
const PANEL_TITLE =
  /^(?:[\w-]*accordion[\w-]*[-_](?:title|header|heading|button|label|trigger)|(?:elementor-)?tab-title|toggle-title|[\w-]*faq[\w-]*-question|collapsible)$/;

/** Names by which pages style a line as a heading without marking it as one. */
const STYLED_TITLE = /^(?:[\w-]*[-_])?(?:title|heading|headline|sub-?heading)$/;
const STYLED_TITLE_LIMIT = 100;

/** True for a block that the page shows as a heading: the title of a panel or card, or bold by style. */
function standsOut(element: Element, context: BlockContext): boolean {
  if (context.containers.has(element)) return false;
  const text = folded(element.textContent ?? "");
  if (text.length > STYLED_TITLE_LIMIT || /[.!,;]$/.test(text)) return false;
  const names = namesOf(element).filter((name) => name.length <= 60);
  const isNamed = names.some((name) => PANEL_TITLE.test(name) || STYLED_TITLE.test(name));
  return isNamed || BOLD_STYLE.test(element.getAttribute("style") ?? "");
}

/** A named block of related posts as one phrase and a list of links; its teasers stay out. */
export function relatedPieces(element: Element, context: BlockContext): Piece[] {
  const pieces = readBlocks(element, { ...context, related: true });
  const line = lineOf(element);
  const items = pieces.flatMap(linksOf).map(({ title, href }): ListItem => {
    const inline: Inline = { ...plainInline(title), links: [{ title, href }] };
    return { pieces: [{ kind: "paragraph", lines: [inline], line }], line };
  });
  if (items.length === 0) return pieces;
  return [
    { kind: "heading", level: 6, inline: plainInline("Related"), line },
    { kind: "list", ordered: false, start: 1, items, line },
  ];
}

/** 1..6 for a heading, marked as such by tag or role; 0 for anything else. */
function headingLevel(element: Element): number {
  const tag = /^H([1-6])$/.exec(element.tagName);
  if (tag) return Number(tag[1]);
  if (element.getAttribute("role") !== "heading") return 0;
  const level = Number(element.getAttribute("aria-level") ?? 2);
  return level >= 1 && level <= 6 ? Math.floor(level) : 2;
}

/** A heading without its own bold marks; blocks inside it (malformed pages) follow it. */
function headingPieces(element: Element, level: number, context: BlockContext, wraps: Wraps): Piece[] {
  if (context.containers.has(element)) return brokenHeading(element, level, context, wraps);
  const lines = linesOf([...element.childNodes], context, wraps).filter((line) => line !== null);
  const pictures = lines.filter((line) => line.text === "");
  const words = lines.filter((line) => line.text !== "");
  const line = lineOf(element);
  const pieces: Piece[] = pictures.map((picture) => ({ kind: "paragraph", lines: [picture], line }));
  if (words.length > 0) pieces.push({ kind: "heading", level, inline: withoutBold(joined(words)), line });
  return pieces;
}

function brokenHeading(element: Element, level: number, context: BlockContext, wraps: Wraps): Piece[] {
  const pieces = readBlocks(element, context, wraps);
  const first = pieces.findIndex((piece) => piece.kind === "paragraph" && textOf(piece) !== "");
  return pieces.map((piece, index) =>
    index === first && piece.kind === "paragraph"
      ? { kind: "heading", level, inline: withoutBold(joined(piece.lines)), line: piece.line }
      : piece,
  );
}

function joined(lines: readonly Inline[]): Inline {
  if (lines.length === 1) return lines[0]!;
  return {
    md: lines.map((line) => line.md).join(" "),
    text: lines.map((line) => line.text).join(" "),
    links: lines.flatMap((line) => line.links),
  };
}

function withoutBold(inline: Inline): Inline {
  return { ...inline, md: inline.md.replaceAll("**", "") };
}

function linesOf(
  run: readonly Node[],
  { document, reader }: BlockContext,
  wraps: Wraps,
): readonly (Inline | null)[] {
  const root = document.createElement("div");
  let holder: Element = root;
  for (const wrap of wraps) holder = holder.appendChild(wrap.cloneNode(false) as Element);
  copyInto(holder, run, document);
  return reader.linesOf(root);
}

/**
 * Copies nodes with each run of text in one piece: the parser makes a text
 * node of every entity, and a word must be seen whole to be escaped rightly.
 */
function copyInto(holder: Element, nodes: Iterable<Node>, document: Document): void {
  let words = "";
  const flush = (): void => {
    if (words !== "") holder.appendChild(document.createTextNode(words.replace(/\s+/g, " ")));
    words = "";
  };
  for (const node of nodes) {
    if (!isElement(node)) words += node.nodeType === TEXT_NODE ? node.textContent : "";
    else {
      flush();
      copyInto(holder.appendChild(node.cloneNode(false) as Element), node.childNodes, document);
    }
  }
  flush();
}

/** Paragraphs of a run of text and inline elements: split at two breaks, lines at one. */
function paragraphsOf(run: readonly Node[], context: BlockContext, wraps: Wraps): Piece[] {
  if (run.every((node) => !isElement(node) && (node.textContent ?? "").trim() === "")) return [];
  const line = lineOf(run.find(isElement) ?? run[0]!);
  const pieces: Piece[] = [];
  let lines: Inline[] = [];
  for (const next of [...linesOf(run, context, wraps), null]) {
    if (next) lines.push(next);
    else if (lines.length > 0) {
      pieces.push({ kind: "paragraph", lines, line });
      lines = [];
    }
  }
  return pieces;
}

/** A list; the headings of its items, where it has any, are the article's, so it dissolves. */
function listPieces(element: Element, context: BlockContext): Piece[] {
  const items: ListItem[] = [];
  for (const child of [...element.children]) {
    const pieces = child.tagName === "LI" ? readBlocks(child, context) : readElement(child, context, []);
    if (pieces.length === 0) continue;
    const last = items.at(-1);
    if (child.tagName !== "LI" && last)
      items[items.length - 1] = { ...last, pieces: [...last.pieces, ...pieces] };
    else items.push({ pieces, line: lineOf(child) });
  }
  if (items.some(holdsHeading)) return items.flatMap((item) => item.pieces);
  if (items.length === 0) return [];
  const start = Number.parseInt(element.getAttribute("start") ?? "1", 10);
  const ordered = element.tagName === "OL";
  return [
    { kind: "list", ordered, start: start >= 0 && start < 1e6 ? start : 1, items, line: lineOf(element) },
  ];
}

function holdsHeading(item: ListItem): boolean {
  return item.pieces.some((piece) => piece.kind === "heading");
}

/** Terms and their descriptions as items: "**Term**: description". */
function definitionPieces(element: Element, context: BlockContext): Piece[] {
  const items: { pieces: Piece[]; line: number }[] = [];
  for (const child of [...element.children]) {
    const pieces = readElement(child, context, []);
    const last = items.at(-1);
    if (child.tagName === "DD" && last) last.pieces.push(...pieces);
    else if (pieces.length > 0) items.push({ pieces, line: lineOf(child) });
  }
  if (items.some(holdsHeading)) return items.flatMap((item) => item.pieces);
  const joinedItems = items.map((item) => ({ ...item, pieces: joinedTerm(item.pieces) }));
  return items.length === 0
    ? []
    : [{ kind: "list", ordered: false, start: 1, items: joinedItems, line: lineOf(element) }];
}

/** A term of one line and the first line of its description on one line. */
function joinedTerm([term, first, ...rest]: readonly Piece[]): Piece[] {
  if (term?.kind !== "paragraph" || first?.kind !== "paragraph" || term.lines.length !== 1)
    return [term, first, ...rest].filter((piece) => piece !== undefined);
  const colon = /[\p{P}]$/u.test(term.lines[0]!.text) ? "" : ":";
  const lead: Inline = {
    ...term.lines[0]!,
    md: `${term.lines[0]!.md}${colon}`,
    text: `${term.lines[0]!.text}${colon}`,
  };
  return [{ ...term, lines: [joined([lead, first.lines[0]!]), ...first.lines.slice(1)] }, ...rest];
}

function quotePieces(element: Element, context: BlockContext): Piece[] {
  const pieces = readBlocks(element, context);
  if (pieces.length === 0 || pieces.some((piece) => piece.kind === "heading")) return pieces;
  return [{ kind: "quote", pieces, line: lineOf(element) }];
}

/** Preformatted text; code only where the page says so, lines of text otherwise. */
function codePieces(element: Element): Piece[] {
  const text = preformatted(element).replace(/^\n|\s+$/g, "");
  if (text.trim() === "") return [];
  const isCode =
    element.querySelector("code") !== null ||
    namesOf(element).some((name) => /^(?:code|language-)/.test(name));
  if (isCode && !/\{[{%#]/.test(text)) return [{ kind: "code", text, line: lineOf(element) }];
  return plainParagraphs(text, lineOf(element));
}

/** Plain text as paragraphs: a blank line parts them, their lines stay lines. */
function plainParagraphs(text: string, line: number): Piece[] {
  const paragraphs = text.split(/\n[ \t]*\n/).map((part) => part.split("\n").map(plainInline));
  return paragraphs.map((lines) => ({
    kind: "paragraph",
    lines: lines.filter(({ text }) => text !== ""),
    line,
  }));
}
