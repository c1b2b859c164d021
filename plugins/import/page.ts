import { parseHTML } from "linkedom";
import { LINE_ATTRIBUTE, normaliseSource, type SourceOptions } from "./source.ts";

/** Elements that stand as blocks of their own; everything else is part of a line. */
const BLOCK = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PAGE-ROOT PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);

/**
 * The page as a document whose root holds everything the file holds, in
 * order: also a fragment, and what stands before `<html>` or after `</body>`.
 */
export function parsePage(html: string, options: SourceOptions = {}): Document {
  const { document } = parseHTML(`<page-root>${normaliseSource(html, options)}</page-root>`);
  return document as unknown as Document;
}

export function isBlock(element: Element): boolean {
  return BLOCK.has(element.tagName);
}

/** Words of preformatted text, its lines as they are shown. */
export function preformatted(element: Element): string {
  for (const end of [...element.querySelectorAll("br")]) end.replaceWith("\n");
  return element.textContent ?? "";
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** 1-based source line of an element, or of its nearest marked ancestor; 1 when there is none. */
export function lineOf(node: Node): number {
  for (let at: Node | null = node; at; at = at.parentNode) {
    const line = isElement(at) ? Number(at.getAttribute(LINE_ATTRIBUTE)) : 0;
    if (line > 0) return line;
  }
  return 1;
}

/** Words of an element's class and id, lower case. */
export function namesOf(element: Element): readonly string[] {
  const names = `${element.getAttribute("class") ?? ""} ${element.id ?? ""}`.toLowerCase();
  return names.split(/\s+/).filter(Boolean);
}

/** Elements below `root` in document order, without recursion. */
export function* elementsOf(root: Element): Generator<Element> {
  let at: Element | null = root.firstElementChild;
  while (at) {
    yield at;
    let next: Element | null = at.firstElementChild ?? at.nextElementSibling;
    for (let up: Element | null = at; !next && up && up !== root; ) {
      up = up.parentElement;
      if (!up || up === root) break;
      next = up.nextElementSibling;
    }
    at = next;
  }
}
