import { articleMarkdown, type Token } from "../../article/markdown.ts";
import { withoutTemplateMarks } from "../../article/template-marks.ts";
import { quotedRanges } from "./quotes.ts";
import type { Range } from "./types.ts";

/** A link that stands in a passage. */
export interface PassageLink extends Range {
  readonly href: string;
}

/** Running text of one paragraph, list item or cell, and where a link may be set in it. */
export interface Passage {
  /** Plain text as readers see it, links and code with it; a line end of the source is one space. */
  readonly text: string;
  /** 1-based line of the file on which the character at `offset` stands. */
  readonly lineAt: (offset: number) => number;
  /** Where a link may be set: words of the author's own sentence, in order. */
  readonly free: readonly Range[];
  readonly links: readonly PassageLink[];
  /** Index of the section (see `Article.sections`) that holds it. */
  readonly section: number;
}

/** Blocks in which no link is set: titles of a text, a table or a term, the words of others, notes. */
const BARRED_BLOCKS = new Set(["heading", "blockquote", "th", "dt", "footnote_block"]);
/** Elements of raw HTML in which none is set. */
const BARRED_TAG =
  /<(\/?)(a|abbr|blockquote|button|caption|cite|code|dt|figcaption|figure|h[1-6]|iframe|kbd|label|pre|q|samp|script|style|summary|svg|th|video|audio)(?=[\s/>])/gi;
const BREAK = /^<br\s*\/?>$/i;

/**
 * The passages of a Markdown body into which a link could be set, in order:
 * none of headings, quotations, code, table heads, captions and notes.
 *
 * @param bodyLine 1-based line of the file on which the body starts
 */
export function passagesOf(body: string, bodyLine = 1): Passage[] {
  const passages: Passage[] = [];
  const open: string[] = [];
  const html = htmlDepth();
  let section = 0;
  let line = bodyLine;
  for (const token of articleMarkdown().parse(withoutTemplateMarks(body), {})) {
    if (token.type === "heading_open") section++;
    // Cells know no line of their own: their row does.
    line = (token.map?.[0] ?? line - bodyLine) + bodyLine;
    if (token.type === "html_block") html.read(token.content);
    else if (token.nesting === 1) open.push(token.type.slice(0, -"_open".length));
    else if (token.nesting === -1) open.pop();
    else if (token.type === "inline" && !open.some((name) => BARRED_BLOCKS.has(name)))
      passages.push(readPassage(token, line, section, html));
  }
  return passages.filter(({ text }) => text.trim() !== "");
}

interface HtmlDepth {
  readonly read: (html: string) => void;
  readonly isBarred: () => boolean;
}

/** Follows which barred elements of raw HTML are open. */
function htmlDepth(): HtmlDepth {
  const open: string[] = [];
  return {
    read(html) {
      for (const [whole, slash, name = ""] of html.matchAll(BARRED_TAG)) {
        const tag = name.toLowerCase();
        if (slash === "" && !whole.endsWith("/")) open.push(tag);
        else if (open.includes(tag)) open.splice(open.lastIndexOf(tag));
      }
    },
    isBarred: () => open.length > 0,
  };
}

function readPassage(token: Token, line: number, section: number, html: HtmlDepth): Passage {
  const children = token.children ?? [];
  const free: Range[] = [];
  const links: PassageLink[] = [];
  const lineStarts = [0];
  let text = "";
  let href: string | null = null;
  let linkStart = 0;
  let strong = 0;
  let isLead = true;
  // Words beside a picture in its own paragraph are its caption.
  const hasPicture = children.some(({ type, content }) => type === "image" || /^<img[\s>]/i.test(content));
  for (const [at, child] of children.entries()) {
    // A link across the mark of bold or italic words would tear the mark apart.
    const isJoined = RUN.has(child.type) && RUN.has(children[at - 1]?.type ?? "");
    switch (child.type) {
      case "text": {
        const start = text.length;
        text += child.content;
        const isFree = href === null && !hasPicture && !(strong > 0 && isLead) && !html.isBarred();
        if (isFree) join(free, { start, end: text.length }, isJoined);
        if (strong === 0 && /[\p{L}\p{N}]/u.test(child.content)) isLead = false;
        break;
      }
      case "softbreak":
      case "hardbreak":
        if (href === null && free.at(-1)?.end === text.length && child.type === "softbreak")
          join(free, { start: text.length, end: text.length + 1 }, isJoined);
        text += child.type === "softbreak" ? " " : "\n";
        if (child.type === "hardbreak") isLead = true;
        lineStarts.push(text.length);
        break;
      case "strong_open":
        strong++;
        break;
      case "strong_close":
        strong--;
        break;
      case "link_open":
        href = child.attrGet("href") ?? "";
        linkStart = text.length;
        break;
      case "link_close":
        links.push({ start: linkStart, end: text.length, href: href ?? "" });
        href = null;
        break;
      case "html_inline":
        html.read(child.content);
        if (BREAK.test(child.content)) text += "\n";
        break;
      case "code_inline":
      case "image":
        text += child.content;
        break;
    }
  }
  const quoted = quotedRanges(text);
  return {
    text,
    lineAt: (offset) => line + lineStarts.findLastIndex((start) => start <= offset),
    free: free.filter(({ start, end }) => end > start).flatMap((range) => without(range, quoted)),
    links,
    section,
  };
}

/** Tokens of words that are one run where nothing else stands between. */
const RUN = new Set(["text", "softbreak"]);

/** Adds a range, as one with the last where they are one run. */
function join(ranges: Range[], range: Range, isJoined: boolean): void {
  const last = ranges.at(-1);
  if (isJoined && last?.end === range.start)
    ranges[ranges.length - 1] = { start: last.start, end: range.end };
  else ranges.push(range);
}

/** What is left of a range without others, which are in order. */
function without({ start, end }: Range, others: readonly Range[]): Range[] {
  const left: Range[] = [];
  let from = start;
  for (const other of others) {
    if (other.end <= from || other.start >= end) continue;
    if (other.start > from) left.push({ start: from, end: other.start });
    from = other.end;
  }
  if (from < end) left.push({ start: from, end });
  return left;
}
