import { isNoIndex, type PageFacts } from "./facts.ts";

/** Pages people read: documents that do not send the reader on. */
export function isRead(page: PageFacts): boolean {
  return page.isDocument && page.refreshTo === null;
}

/** Pages meant for search results. */
export function isIndexed(page: PageFacts): boolean {
  return isRead(page) && !isNoIndex(page) && !/(^|\/)(404|50\d)(\/index)?\.html?$/.test(page.path);
}
