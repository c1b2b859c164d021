import { isMarked, type MeantBreaks } from "./list-marks.ts";
import type { Token } from "./markdown.ts";
import { setApart } from "./set-apart.ts";
import type { Line, Link } from "./types.ts";

/** What one run of inline tokens says. */
export interface InlineText {
  /** Plain text; breaks are "\n". */
  readonly text: string;
  readonly lead: string | null;
  readonly leadOnly: boolean;
  readonly links: readonly Link[];
  readonly lines: readonly Line[];
}

/** Text that may stand before a bold lead: numbering, bullets, symbols. */
const BEFORE_LEAD = /^(?:[\s\p{N}\p{S}\p{P}]|\u200d|\ufe0f)*$/u;
const STRONG_OPEN = /^<(?:strong|b|u)(?:\s[^>]{0,200})?>$/i;
const STRONG_CLOSE = /^<\/(?:strong|b|u)\s*>$/i;
const BREAK = /^<br\s*\/?>$/i;

// Most text has neither: one empty list for all, not one each.
const NO_LINKS: readonly Link[] = Object.freeze([]);
const NO_LINES: readonly Line[] = Object.freeze([]);

interface OpenLine {
  text: string;
  lead: string | null;
  strongDepth: number;
  strong: string;
  line: number;
  /** Where words in bold stand in `text`; null for none. */
  strongs: [start: number, end: number][] | null;
}

/**
 * Reads the children of an inline token: plain text, the bold words that open it, its links and its lines.
 *
 * @param meant the line ends that the author meant as breaks, beside those that readers see
 * @param number that of the item of a list that it is; null for none
 */
export function readInline(
  children: readonly Token[],
  firstLine: number,
  meant: MeantBreaks = "none",
  number: number | null = null,
): InlineText {
  const links: Link[] = [];
  const lines: OpenLine[] = [];
  let current = openLine(firstLine);
  let sourceLine = firstLine;
  let href: string | null = null;
  let linkText = "";

  const add = (text: string): void => {
    current.text += text;
    if (current.strongDepth > 0) current.strong += text;
    if (href !== null) linkText += text;
  };
  const closeLine = (): void => {
    lines.push(current);
    const depth = current.strongDepth;
    current = openLine(sourceLine);
    current.strongDepth = depth;
  };

  for (const [at, token] of children.entries()) {
    switch (token.type) {
      case "text":
      case "code_inline":
        add(token.content);
        break;
      case "softbreak":
        sourceLine++;
        if (
          meant === "all" ||
          (meant === "first" && lines.length === 0) ||
          (meant === "marked" && isMarked(textAfter(children, at)))
        )
          closeLine();
        else add(" ");
        break;
      case "hardbreak":
        sourceLine++;
        closeLine();
        break;
      case "image":
        add(token.content);
        break;
      case "task_mark":
        add(`${token.content} `);
        break;
      case "strong_open":
        openStrong(current);
        break;
      case "strong_close":
        closeStrong(current);
        break;
      case "link_open":
        href = token.attrGet("href") ?? "";
        linkText = "";
        break;
      case "link_close":
        if (href !== null) links.push({ text: fold(linkText), href, line: sourceLine });
        href = null;
        break;
      case "html_inline":
        if (BREAK.test(token.content)) closeLine();
        else if (STRONG_OPEN.test(token.content)) openStrong(current);
        else if (STRONG_CLOSE.test(token.content)) closeStrong(current);
        break;
    }
  }
  lines.push(current);
  return assemble(lines.length === 1 ? piecesOf(current, number) : lines, links);
}

/** The text that follows a token directly, words in bold and links as their words. */
function textAfter(children: readonly Token[], at: number): string {
  for (let next = at + 1; next < children.length; next++) {
    const { type, content } = children[next] as Token;
    if (type === "softbreak" || type === "hardbreak") return "";
    if (content.trim() !== "" && type !== "html_inline") return content.trimStart();
  }
  return "";
}

/**
 * A line as the pieces that its author set apart by marks; as it is where there
 * are none. Words in bold lead the piece that they lie in; those of several lead none.
 */
function piecesOf(line: OpenLine, number: number | null): OpenLine[] {
  const strongs = line.strongs ?? [];
  const starts = setApart(line.text, strongs, number);
  if (starts.length === 0) return [line];
  let next = 0;
  return [0, ...starts].map((start, at) => {
    const end = starts[at] ?? line.text.length;
    while ((strongs[next]?.[0] ?? end) < start) next++;
    const [from, to] = strongs[next] ?? [end, end];
    const isLead = from < end && to <= end && BEFORE_LEAD.test(line.text.slice(start, from));
    const lead = isLead ? trimLead(line.text.slice(from, to)) : "";
    return { ...openLine(line.line), text: line.text.slice(start, end), lead: lead === "" ? null : lead };
  });
}

function assemble(open: readonly OpenLine[], links: readonly Link[]): InlineText {
  const lines = open
    .map(({ text, lead, line }): Line => ({ text: fold(text), lead, line }))
    .filter(({ text }) => text !== "");
  const first = lines[0];
  const lead = first?.lead ?? null;
  return {
    text: lines.length === 1 && first ? first.text : lines.map((line) => line.text).join("\n"),
    lead,
    leadOnly: lead !== null && lines.length === 1 && isOnly(lead, first?.text ?? ""),
    links: links.length > 0 ? links : NO_LINKS,
    lines: lines.length > 1 ? lines : NO_LINES,
  };
}

/** True when nothing but numbering and punctuation stands beside the lead. */
function isOnly(lead: string, text: string): boolean {
  const at = text.indexOf(lead);
  return at >= 0 && BEFORE_LEAD.test(text.slice(0, at)) && BEFORE_LEAD.test(text.slice(at + lead.length));
}

function openLine(line: number): OpenLine {
  return { text: "", lead: null, strongDepth: 0, strong: "", line, strongs: null };
}

function openStrong(line: OpenLine): void {
  line.strongDepth++;
  if (line.strongDepth === 1) line.strong = "";
}

function closeStrong(line: OpenLine): void {
  line.strongDepth = Math.max(0, line.strongDepth - 1);
  if (line.strongDepth > 0) return;
  line.strongs ??= [];
  line.strongs.push([line.text.length - line.strong.length, line.text.length]);
  if (line.lead !== null) return;
  const before = line.text.slice(0, line.text.length - line.strong.length);
  const lead = trimLead(line.strong);
  if (lead !== "" && BEFORE_LEAD.test(before)) line.lead = lead;
}

/** Lead words without trailing colon, full stop or dash. */
function trimLead(strong: string): string {
  return fold(strong).replace(/[\s:.;–—-]{1,10}$/u, "");
}

/** Anything but single spaces between words; most text has none, and a test is cheaper than a new string. */
const UNFOLDED = /[^\S ]| {2}/;

/** White space folded to single spaces, ends trimmed. */
export function fold(text: string): string {
  return (UNFOLDED.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}
