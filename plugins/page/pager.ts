import type { PagerView } from "./parts.ts";
import type { Language } from "./texts.ts";

/** One page of a list. */
export interface Slice<Item> {
  readonly url: string;
  readonly number: number;
  readonly items: readonly Item[];
  /** Null when everything is on one page. */
  readonly pager: PagerView | null;
}

/**
 * Entries on one page of a benefit, therapy, condition, tag or author: a page of
 * one-line entries is looked through, not read, and at 12 a site of 1,000
 * articles was 1,400 such pages.
 */
export const TERM_LIST_SIZE = 48;

/** Pages shown on either side of the current one. */
const NEIGHBOURS = 2;

/**
 * Cuts a list into pages of `size`: the first at `base`, the others at
 * `base` + "page/2/" and so on. An empty list is one empty page.
 */
export function slices<Item>(
  items: readonly Item[],
  size: number,
  base: string,
  language: Language,
): readonly Slice<Item>[] {
  const total = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: total }, (_, index) => ({
    url: pageUrl(base, index + 1),
    number: index + 1,
    items: items.slice(index * size, (index + 1) * size),
    pager: total === 1 ? null : pagerView(index + 1, total, base, language),
  }));
}

function pageUrl(base: string, number: number): string {
  return number === 1 ? base : `${base}page/${number}/`;
}

function pagerView(current: number, total: number, base: string, language: Language): PagerView {
  const pages: PagerView["pages"][number][] = [];
  let last = 0;
  for (let number = 1; number <= total; number += 1) {
    const isNear = Math.abs(number - current) <= NEIGHBOURS || number === 1 || number === total;
    if (!isNear) continue;
    if (number > last + 1) pages.push({ number: number - 1, url: null, isCurrent: false, label: "…" });
    const label = language.digits(number);
    pages.push({ number, url: pageUrl(base, number), isCurrent: number === current, label });
    last = number;
  }
  return {
    current,
    total,
    previous: current > 1 ? pageUrl(base, current - 1) : null,
    next: current < total ? pageUrl(base, current + 1) : null,
    pages,
  };
}
