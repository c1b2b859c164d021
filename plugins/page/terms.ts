import type { BenefitEntry, TopicEntry } from "../corpus/types.ts";
import { compareText } from "../problem.ts";
import type { ViewContext } from "./context.ts";
import type { TermRef } from "./parts.ts";
import type { Language } from "./texts.ts";

/** One link per term and language: at 1,000 articles there were 32,000 equal ones. */
const links = new WeakMap<BenefitEntry | TopicEntry, Map<Language, TermRef>>();

/** Link to a benefit, therapy or condition with the count of its articles; `url` is "" where no page is made. */
export function termRef(entry: BenefitEntry | TopicEntry, language: Language): TermRef {
  const known = links.get(entry) ?? new Map<Language, TermRef>();
  links.set(entry, known);
  const link = known.get(language) ?? countedRef(entry, language, articlesOf(entry));
  known.set(language, link);
  return link;
}

/** The same with another count, of articles said to bring it to something. */
export function countedRef(
  entry: BenefitEntry | TopicEntry,
  language: Language,
  articleCount: number,
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

/** The terms of each kind that most articles speak of, at most `limit`; ties by id. */
export function strongestTerms({ benefits, topics, site, languageOf }: ViewContext, limit: number) {
  const language = languageOf(site.lang);
  const strongest = (entries: readonly (BenefitEntry | TopicEntry)[]): readonly TermRef[] =>
    entries
      .filter(({ hasPage }) => hasPage)
      .map((entry) => termRef(entry, language))
      .sort((a, b) => b.articleCount - a.articleCount || compareText(a.id, b.id))
      .slice(0, limit);
  return {
    benefits: strongest(benefits),
    conditions: strongest(topics.filter(({ kind }) => kind === "condition")),
    therapies: strongest(topics.filter(({ kind }) => kind === "therapy")),
  };
}
