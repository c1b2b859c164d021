import { lengthOf } from "./chrome-elements.ts";
import { elementsOf } from "./page.ts";

/** Where blog engines put the body of a post, most exact first. */
const BODY_SELECTORS = [
  "[itemprop=articleBody]",
  ".entry-content",
  ".post-content",
  ".post-body",
  ".article-body",
  ".article-content",
  ".blog-content",
  ".single-content",
  ".elementor-widget-theme-post-content",
  ".post-entry",
  ".td-post-content",
  ".markdown-body",
  "article",
  "main",
  "[role=main]",
  "#content",
  "#main",
] as const;
/** A body must hold this share of the page's prose. */
const COVERAGE = 0.8;
/** Characters from which an element's own text counts as prose. */
const PROSE_MINIMUM = 60;

/**
 * The element that holds the article: the first known place of a blog engine
 * that holds nearly all prose left on the page, else the innermost element
 * that does. Run it after the chrome is gone.
 */
export function articleRoot(page: Element): Element {
  const prose = proseOf(page);
  const total = [...prose.values()].reduce((sum, length) => sum + length, 0);
  if (total === 0) return page.querySelector("body") ?? page;
  const sums = proseBelow(page, prose);
  for (const selector of BODY_SELECTORS) {
    const found = [...page.querySelectorAll(selector)].find(
      (element) => (sums.get(element) ?? 0) >= total * COVERAGE,
    );
    if (found) return found;
  }
  return innermost(page, sums, total * 0.95);
}

/** Characters of running text per element: its own text and inline text, links apart. */
function proseOf(page: Element): Map<Element, number> {
  const prose = new Map<Element, number>();
  for (const element of elementsOf(page)) {
    if (!/^(?:P|LI|H[1-6]|TD|DD|BLOCKQUOTE|DIV|SECTION|ARTICLE|FONT|CENTER|BODY|PRE)$/.test(element.tagName))
      continue;
    const own = ownText(element);
    if (own >= PROSE_MINIMUM) prose.set(element, own);
  }
  return prose;
}

function ownText(element: Element): number {
  let length = 0;
  for (const child of element.childNodes) {
    if (child.nodeType === 3) length += (child.textContent ?? "").trim().length;
    else if (/^(?:B|STRONG|EM|I|SPAN|FONT|U)$/.test(child.nodeName)) length += lengthOf(child as Element);
  }
  return length;
}

function proseBelow(page: Element, prose: ReadonlyMap<Element, number>): Map<Element, number> {
  const sums = new Map<Element, number>();
  for (const [element, length] of prose) {
    for (let up: Element | null = element; up; up = up === page ? null : up.parentElement)
      sums.set(up, (sums.get(up) ?? 0) + length);
  }
  return sums;
}

function innermost(page: Element, sums: ReadonlyMap<Element, number>, enough: number): Element {
  let at = page;
  for (;;) {
    const next = [...at.children].find(
      (child) => (sums.get(child) ?? 0) >= enough && !/^(?:P|UL|OL|LI|TABLE)$/.test(child.tagName),
    );
    if (!next) return at;
    at = next;
  }
}
