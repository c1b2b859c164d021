import type { PageFacts } from "./types.ts";

/** An element as plugins/check reads it; only what is asked here. */
interface CheckedElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: CheckedElement | null;
  readonly isVisible: boolean;
}

/** A page as plugins/check reads it (its `PageFacts`); only what is asked here. */
export interface CheckedPage {
  readonly path: string;
  readonly elements: readonly CheckedElement[];
  readonly text: { raw(): string };
  readonly times: readonly { readonly datetime: string | null; readonly isVisible: boolean }[];
  readonly resources: readonly { readonly address: string; readonly where: string }[];
}

/** What the rules for pages ask, from a page that plugins/check has read already: no page is read twice. */
export function pageFactsOf({ path, elements, text, times, resources }: CheckedPage): PageFacts {
  return {
    file: path,
    text: text.raw(),
    links: elements
      .filter(({ tag, attributes, isVisible }) => tag === "a" && isVisible && attributes.href !== undefined)
      .map((element) => ({
        href: element.attributes.href ?? "",
        rel: element.attributes.rel ?? "",
        isFooter: isInFooter(element),
      })),
    times: times.flatMap(({ datetime, isVisible }) => (isVisible && datetime !== null ? [datetime] : [])),
    embeds: resources
      .filter(({ where }) => where === "script src" || where === "iframe src")
      .map(({ address }) => address),
  };
}

/** True below a `<footer>` that is the page's own, not an article's. */
function isInFooter(element: CheckedElement): boolean {
  let isFooter = false;
  for (let at = element.parent; at; at = at.parent) {
    if (at.tag === "footer") isFooter = true;
    if (isFooter && (at.tag === "article" || at.tag === "section")) return false;
  }
  return isFooter;
}
