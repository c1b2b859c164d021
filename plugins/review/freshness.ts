import type { Article } from "../article/types.ts";
import { hashText } from "./text-hash.ts";
import type { FreshnessLock } from "./types.ts";

/** How an article's dates stand to its text since the lock was written. */
export type Freshness = "new" | "same" | "changed" | "date-only" | "text-only";

/** Compares the article with what the lock remembers. `date-only`: a newer date on the same text; `text-only`: the reverse. */
export function freshnessOf(article: Article, lock: FreshnessLock): Freshness {
  const known = Object.hasOwn(lock, article.id) ? lock[article.id] : undefined;
  if (!known) return "new";
  const isSameText = known.hash === hashArticle(article);
  const isSameDate = known.updated === shownDate(article);
  if (isSameText) return isSameDate ? "same" : "date-only";
  return isSameDate ? "text-only" : "changed";
}

/**
 * The lock after this build: new articles and honest changes enter, what is in
 * doubt stays as it was, so its warning returns until it is mended or, with
 * `accept`, taken as right. Keys ascend; articles that are gone leave.
 */
export function nextLock(articles: readonly Article[], lock: FreshnessLock, accept = false): FreshnessLock {
  const entries = articles.map((article) => {
    const freshness = freshnessOf(article, lock);
    const isDoubtful = freshness === "date-only" || freshness === "text-only";
    const known = lock[article.id];
    const entry =
      isDoubtful && !accept && known ? known : { hash: hashArticle(article), updated: shownDate(article) };
    return [article.id, entry] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Hash of what a reader reads: title, headings and text without white space, case and marks. 16 hex digits. */
export function hashArticle({ title, sections, blocks }: Article): string {
  const text = [title, ...sections.map(({ heading }) => heading), ...blocks.map((block) => block.text)]
    .join("\n")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const halves = [hashText(text), hashText(text, 0x9747b28c)];
  return halves.map((half) => half.toString(16).padStart(8, "0")).join("");
}

/** The date that tells readers how new the text is. */
function shownDate({ frontMatter }: Article): string {
  return (frontMatter.updated ?? frontMatter.date).slice(0, 10);
}
