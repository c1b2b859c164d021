import { markdownPlaces } from "../markdown-places.ts";
import { inside } from "./tags.ts";

/** Elements that hold others; what is in `pre` and its kin keeps its blanks. */
const TAG = /<(\/?)([a-z][\w.-]{0,60})\b(?:[^<>"']|"[^"]*"|'[^']*'){0,4000}?(\/?)>/gi;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const VERBATIM = /^(?:pre|script|style|textarea)$/i;
/** Elements of lines: a line that begins with one is a line of words. */
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|dfn|em|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/i;
/** Depth of elements in one another; deeper ones are read as having no end. */
const DEPTH_LIMIT = 50;

interface Element {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * HTML of a text with the indentation of its lines gone: to kramdown and MDX all
 * of an element is HTML up to its closing tag, however far it is moved in; to
 * CommonMark, and here, a line that is moved in by four blanks after an empty
 * one is code. `markdown="1"`, by which kramdown reads Markdown inside, goes: it
 * is read here in any case, and gets the empty lines that it needs.
 */
export function withLevelHtml(text: string): string {
  if (!/^ {0,3}<[a-z]/im.test(text)) return text;
  const fenced = inside(markdownPlaces(text).code.filter(({ start }) => /^(?:`|~)/.test(text.slice(start))));
  const elements = elementsOf(text).filter(({ start }) => !fenced(start));
  const isBlock = ({ name, start }: Element): boolean => {
    const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    return /^ {0,3}$/.test(before) && !INLINE.test(name) && !VERBATIM.test(name);
  };
  let out = "";
  let at = 0;
  elements.forEach((element, place) => {
    if (element.start < at || !isBlock(element)) return;
    out +=
      text.slice(at, element.start) +
      level(text, element, elements.slice(place, followerOf(elements, place)));
    at = element.end;
  });
  return out + text.slice(at);
}

/** Elements with an end, by their start. */
function elementsOf(text: string): readonly Element[] {
  const open: { readonly name: string; readonly start: number }[] = [];
  const found: Element[] = [];
  for (const { index, 0: whole, 1: slash, 2: tag = "", 3: closed } of text.matchAll(TAG)) {
    const name = tag.toLowerCase();
    if (VOID.test(name) || closed === "/") continue;
    if (slash === "") {
      open.push({ name, start: index });
      continue;
    }
    for (let place = open.length - 1; place >= Math.max(0, open.length - DEPTH_LIMIT); place--) {
      if (open[place]!.name !== name) continue;
      found.push({ ...open[place]!, end: index + whole.length });
      open.length = place;
      break;
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Place of the first element that begins after one ends. */
function followerOf(elements: readonly Element[], place: number): number {
  let next = place + 1;
  while (next < elements.length && elements[next]!.start < elements[place]!.end) next++;
  return next;
}

/** One element and those in it, its lines moved out. */
function level(text: string, { start, end }: Element, inner: readonly Element[]): string {
  const html = text.slice(start, end);
  const isMarkdown = MARKED.test(html);
  const step = isMarkdown ? leastIndent(html) : Number.POSITIVE_INFINITY;
  let out = "";
  let at = start;
  for (const one of inner) {
    if (one.start < at || !VERBATIM.test(one.name)) continue;
    out += leveled(text.slice(at, one.start), step) + text.slice(one.start, one.end);
    at = one.end;
  }
  return out + leveled(text.slice(at, end), step);
}

const MARKED = /(<[a-z][^<>]{0,2000}?)\s+markdown\s*=\s*(?:"[^"]*"|'[^']*'|\w+)([^<>]{0,2000}>)/i;

/** Fewest blanks before a line that is no closing tag; lists in lists keep theirs. */
function leastIndent(html: string): number {
  const indents = [...html.matchAll(/\n([ \t]*)(?=[^\s<])/g)].map(([, blanks]) => blanks!.length);
  return indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
}

function leveled(html: string, step: number): string {
  return html
    .replace(new RegExp(MARKED, "gi"), "$1$2\n\n")
    .replace(/\n([ \t]+)(?=\S|$)(?!\n)/g, (_whole, blanks: string) => `\n${blanks.slice(step)}`);
}
