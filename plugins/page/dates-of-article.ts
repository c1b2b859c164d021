import type { ArticleRecord } from "../corpus/types.ts";
import type { ViewContext } from "./context.ts";
import { personView } from "./person.ts";
import type { ArticlePage } from "./types.ts";

type Dates = Pick<ArticlePage, "published" | "updated" | "reviewed" | "nextReview" | "reviewer">;

/**
 * The four dates of an article and who reviewed it. A review counts only when
 * reviewer and date are both known and the reviewer did not write the article.
 */
export function datesOfArticle(context: ViewContext, { article }: ArticleRecord): Dates {
  const { date, updated, reviewed, reviewedBy, authors } = article.frontMatter;
  const { write, after } = context.datesOf(article.lang);
  const published = write(date);
  const changed = updated === null ? null : write(updated);
  const person = reviewedBy === null ? undefined : context.personById.get(reviewedBy);
  const isReview = person !== undefined && reviewed !== null && !authors.includes(person.id);
  const next = isReview ? after(reviewed, context.site.reviewMonths) : "";
  return {
    published,
    updated: changed === null || changed.text === published.text ? null : changed,
    reviewer: isReview ? personView(person) : null,
    reviewed: isReview ? write(reviewed) : null,
    nextReview: isReview ? { ...write(next), isPastDue: next < context.today } : null,
  };
}
