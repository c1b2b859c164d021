import type { BenefitEntry, TopicEntry } from "../../corpus/types.ts";
import type { Language } from "../texts.ts";
import type { ViewContext } from "./context.ts";
import type { TermRef } from "./parts.ts";

/** Link to a benefit, therapy or condition with its count; `url` is "" where no page is made. */
export function termRef(
  entry: BenefitEntry | TopicEntry,
  language: Language,
  articleCount: number = articlesOf(entry),
): TermRef {
  return {
    id: entry.id,
    url: entry.hasPage ? entry.url : "",
    text: entry.label,
    articleCount,
    countText: language.count("articles", articleCount),
  };
}

/** Counted once: every article that says a benefit shows the number. */
const articleCounts = new WeakMap<BenefitEntry, number>();

/** Number of articles behind a term. */
export function articlesOf(entry: BenefitEntry | TopicEntry): number {
  if ("articleIds" in entry) return entry.articleIds.length;
  const known = articleCounts.get(entry);
  if (known !== undefined) return known;
  const count = new Set(entry.mentions.map(({ articleId }) => articleId)).size;
  articleCounts.set(entry, count);
  return count;
}

/** Therapies of these ids that are known, as links. */
export function therapyRefs(
  context: ViewContext,
  ids: readonly string[],
  language: Language,
): readonly TermRef[] {
  return known(ids, context.therapyById).map((entry) => termRef(entry, language));
}

/** Conditions of these ids that are known, as links. */
export function conditionRefs(
  context: ViewContext,
  ids: readonly string[],
  language: Language,
): readonly TermRef[] {
  return known(ids, context.conditionById).map((entry) => termRef(entry, language));
}

function known<Entry>(ids: readonly string[], entries: ReadonlyMap<string, Entry>): readonly Entry[] {
  return [...new Set(ids)].flatMap((id) => entries.get(id) ?? []);
}
