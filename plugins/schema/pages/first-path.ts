import type { PagerView } from "../../page/parts.ts";

/** Path of the first page of a list: where the thing it is about lives, whichever page one is on. */
export function firstPath({
  url,
  pager,
}: {
  readonly url: string;
  readonly pager: PagerView | null;
}): string {
  return pager === null || pager.current === 1 ? url : url.replace(/page\/\d+\/$/, "");
}
