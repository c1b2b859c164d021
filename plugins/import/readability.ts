import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { elementsOf } from "./page.ts";

/** Attribute by which an element of the copy is known in the page. */
const MARK = "data-read-mark";
/** Elements beyond which a page is not worth a second opinion; its time grows faster than the page. */
const ELEMENT_LIMIT = 4000;

/**
 * The smallest element of `page` with everything that Mozilla's Readability
 * takes for the article; null when it finds none.
 *
 * Only its opinion on the place is used, never its text: it drops short
 * sections and lists. It works on a copy.
 */
export function readabilityRoot(page: Element): Element | null {
  const elements = [...elementsOf(page)];
  if (elements.length > ELEMENT_LIMIT) return null;
  elements.forEach((element, index) => void element.setAttribute(MARK, String(index)));
  const kept = marksKept(page.innerHTML);
  for (const element of elements) element.removeAttribute(MARK);
  return commonAncestor(kept.flatMap((index) => elements[index] ?? []));
}

function marksKept(html: string): number[] {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  try {
    const found = new Readability<Element>(document as unknown as Document, {
      serializer: (node) => node as Element,
    }).parse();
    const content = found?.content;
    return content
      ? [...content.querySelectorAll(`p[${MARK}], li[${MARK}]`)].map((element) =>
          Number(element.getAttribute(MARK)),
        )
      : [];
  } catch {
    return []; // It throws on documents that its own parser would not make; there is no opinion then.
  }
}

function commonAncestor(elements: readonly Element[]): Element | null {
  let common: Element | null = elements[0]?.parentElement ?? null;
  for (const element of elements) while (common && !common.contains(element)) common = common.parentElement;
  return common;
}
