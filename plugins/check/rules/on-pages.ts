import { isIndexed, isRead } from "../page/kind.ts";
import type { PageContext, PageRule, Report } from "../rule.ts";

/** A rule of pages that people read. */
export function onRead(check: (context: PageContext, report: Report) => void): PageRule["check"] {
  return (context, report) => {
    if (isRead(context.page)) check(context, report);
  };
}

/** A rule of pages meant for search results. */
export function onIndexed(check: (context: PageContext, report: Report) => void): PageRule["check"] {
  return (context, report) => {
    if (isIndexed(context.page)) check(context, report);
  };
}
