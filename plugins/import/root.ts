import { lengthOf } from "./chrome-elements.ts";
import { folded } from "./escape.ts";
import { elementsOf, lineOf } from "./page.ts";
import { readabilityRoot } from "./readability.ts";
import { cleanTitle, same } from "./title.ts";
import type { Stripped } from "./types.ts";

/**
 * Where blog engines put the body of a post, most exact first, and the share
 * of the page's words that it must hold: the rest may be what no rule knew as
 * chrome. A name that says "article" needs less than one that says "page".
 */
const BODY_PLACES: readonly (readonly [selector: string, coverage: number])[] = [
  ["[itemprop=articleBody]", 0.7],
  [".entry-content", 0.7],
  [".post-content", 0.7],
  [".post-body", 0.7],
  [".article-body", 0.7],
  [".article-content", 0.7],
  [".blog-content", 0.7],
  [".single-content", 0.7],
  [".elementor-widget-theme-post-content", 0.7],
  [".post-entry", 0.7],
  [".td-post-content", 0.7],
  [".markdown-body", 0.7],
  ["article", 0.8],
  ["main", 0.8],
  ["[role=main]", 0.8],
  ["#content", 0.8],
  ["#main", 0.8],
];
/** The same for an unknown place, of which nothing speaks but the words. */
const INNERMOST_COVERAGE = 0.98;
/** The same for the place that Readability names, and the share of headings in it. */
const READABILITY_COVERAGE = 0.7;
const READABILITY_HEADINGS = 0.9;
/** Characters from which a bare wrapper's own text counts; paragraphs, items and headings always do. */
const WRAPPER_MINIMUM = 25;

const WORDS = /^(?:P|LI|H[1-6]|TD|TH|DD|DT|BLOCKQUOTE|PRE|SUMMARY|BUTTON|FIGCAPTION|CAPTION)$/;
const WRAPPER = /^(?:DIV|SECTION|ARTICLE|FONT|CENTER|BODY|SPAN|B|STRONG|PAGE-ROOT)$/;

/**
 * The element that holds the article: the first known place of a blog engine
 * that holds nearly all words left on the page; else what Readability takes
 * for it, where no heading is lost by that; else the innermost element with
 * nearly all words. Run it after the chrome is gone.
 */
export function articleRoot(page: Element): Element {
  const sums = wordsBelow(page);
  const total = sums.get(page) ?? 0;
  if (total === 0) return page.querySelector("body") ?? page;
  for (const [selector, coverage] of BODY_PLACES) {
    const found = [...page.querySelectorAll(selector)].find(
      (element) => (sums.get(element) ?? 0) >= total * coverage,
    );
    if (found) return found;
  }
  const innermost = innermostWith(page, sums, total * INNERMOST_COVERAGE);
  const readable = wholeBlock(readabilityRoot(innermost));
  return readable && keepsEnough(readable, innermost, sums) ? readable : innermost;
}

/** What stands on the page outside the article and was not known as chrome, in order. */
export function outsideOf(root: Element, page: Element, title: string | null): Stripped[] {
  const outside: Stripped[] = [];
  for (let at = root; at !== page && at.parentElement; at = at.parentElement) {
    for (const sibling of at.parentElement.children) {
      const text = sibling === at ? "" : folded(sibling.textContent ?? "");
      const rule = title !== null && same(cleanTitle(text), title) ? "title" : "outside-article";
      if (text !== "") outside.push({ rule, text, line: lineOf(sibling) });
    }
  }
  return outside;
}

/** The element, or what holds the list, table or paragraph that it is part of; a cell of a layout may be the page. */
function wholeBlock(element: Element | null): Element | null {
  let at = element;
  while (at && /^(?:UL|OL|DL|LI|DT|DD|TABLE|TBODY|TR|P|BLOCKQUOTE)$/.test(at.tagName)) at = at.parentElement;
  return at;
}

function keepsEnough(readable: Element, whole: Element, sums: ReadonlyMap<Element, number>): boolean {
  const headings = (root: Element): number => root.querySelectorAll("h1, h2, h3, h4, h5, h6").length;
  const words = (sums.get(readable) ?? 0) >= (sums.get(whole) ?? 0) * READABILITY_COVERAGE;
  return words && headings(readable) >= headings(whole) * READABILITY_HEADINGS;
}

/** Characters of text outside links, per element with all below it. */
function wordsBelow(page: Element): Map<Element, number> {
  const sums = new Map<Element, number>();
  for (const element of elementsOf(page)) {
    const minimum = WORDS.test(element.tagName)
      ? 1
      : WRAPPER.test(element.tagName)
        ? WRAPPER_MINIMUM
        : Number.POSITIVE_INFINITY;
    const length = minimum === Number.POSITIVE_INFINITY ? 0 : ownLength(element);
    if (length < minimum) continue;
    for (let up: Element | null = element; up; up = up === page ? null : up.parentElement) {
      sums.set(up, (sums.get(up) ?? 0) + length);
    }
  }
  return sums;
}

function ownLength(element: Element): number {
  let length = 0;
  for (const child of element.childNodes) {
    if (child.nodeType === 3) length += (child.textContent ?? "").trim().length;
    else if (/^(?:EM|I|U)$/.test(child.nodeName)) length += lengthOf(child as Element);
    else if (/^(?:B|STRONG|SPAN|FONT)$/.test(child.nodeName)) length += shortLength(child as Element);
  }
  return length;
}

/** Length of an inline element that is too short to count as a wrapper of its own. */
function shortLength(element: Element): number {
  const length = lengthOf(element);
  return length < WRAPPER_MINIMUM ? length : 0;
}

function innermostWith(page: Element, sums: ReadonlyMap<Element, number>, enough: number): Element {
  let at = page;
  for (;;) {
    const next = [...at.children].find(
      (child) =>
        (sums.get(child) ?? 0) >= enough &&
        !/^(?:P|UL|OL|DL|LI|TABLE|BLOCKQUOTE|PRE|DETAILS|FIGURE|B|STRONG|SPAN|A|H[1-6])$/.test(child.tagName),
    );
    if (!next) return at;
    at = next;
  }
}
