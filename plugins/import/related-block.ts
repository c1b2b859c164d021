import { RELATED_NAMES } from "./chrome.ts";
import { elementsOf, namesOf } from "./page.ts";

/** Places whose links are the site's, not the article's. */
export const SITE_PLACES =
  "nav, [role=navigation], [role=complementary], .sidebar, #sidebar, #secondary, .widget-area, .site-footer, #colophon, #footer";

/** True for a block that its page calls related posts, with links and without the article in it. */
export function isRelated(element: Element): boolean {
  const isNamed = namesOf(element).some((name) => name.length <= 60 && RELATED_NAMES.test(name));
  return isNamed && element.querySelector("a[href]") !== null && element.querySelector("h1") === null;
}

/** Brings named blocks of related posts out of the footers and asides that are about to go as chrome. */
export function saveRelated(page: Element): void {
  for (const element of [...elementsOf(page)].filter(isRelated)) {
    const chrome = element.closest(SITE_PLACES)
      ? null
      : element.closest("article footer, article aside, main footer, main aside");
    if (!chrome) continue;
    if (chrome === element) element.replaceWith(asBlock(element));
    else chrome.before(element);
  }
}

/** The same element under a tag that is never chrome by itself. */
function asBlock(element: Element): Element {
  const block = element.ownerDocument.createElement("div");
  block.setAttribute("class", element.getAttribute("class") ?? "");
  if (element.id) block.id = element.id;
  block.append(...element.childNodes);
  return block;
}
