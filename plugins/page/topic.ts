import type { Mention, TopicEntry } from "../corpus/types.ts";
import type { ViewContext } from "./context.ts";
import { type ListTools, paged } from "./lists.ts";
import { slices, TERM_LIST_SIZE } from "./pager.ts";
import type { BenefitGroup, TermRef, TherapyGroup } from "./parts.ts";
import { groupByTherapy, noteOf, passageOf } from "./passages.ts";
import { type PagePlan, planPage } from "./plan.ts";
import { countedRef, termRef } from "./terms.ts";
import type { ConditionPage, TherapyPage } from "./types.ts";

/** Passages of one benefit on the page of a therapy; the benefit's own page has them all. */
const PASSAGES_EACH = 2;
/** Benefits shown with passages; the rest is a list of links. */
const BENEFITS_SHOWN = 24;
/** Passages of one article on the page of a condition. */
const OF_ARTICLE = 3;
/** Articles whose passages a condition's page shows. */
const ARTICLES_SHOWN = 12;
/** Notes on care or on seeing a doctor. */
const NOTES_SHOWN = 8;

/** Pages of every therapy and condition that has one. */
export function topicPages(tools: ListTools): readonly PagePlan<ConditionPage | TherapyPage>[] {
  return tools.context.topics.filter(({ hasPage }) => hasPage).flatMap((topic) => pagesOfTopic(tools, topic));
}

function pagesOfTopic(tools: ListTools, topic: TopicEntry): readonly PagePlan<ConditionPage | TherapyPage>[] {
  const { context, entry } = tools;
  const { site } = context;
  const language = context.languageOf(site.lang);
  const ids = new Set(topic.articleIds);
  const records = context.articles.filter(({ article }) => ids.has(article.id));
  const isCondition = topic.kind === "condition";
  const trail = [
    isCondition
      ? { name: language.say("conditions"), url: "/conditions/" }
      : { name: language.say("therapies"), url: "/therapies/" },
  ];
  const countText = language.count("articles", records.length);
  return slices(records, TERM_LIST_SIZE, topic.url, language).map((slice) => {
    const isFirst = slice.number === 1;
    const seed = {
      ...paged(context, slice, topic.label),
      description: topic.topic.description ?? `${topic.label}: ${countText}.`,
      lang: site.lang,
      trail,
    };
    const shared = () => ({
      id: topic.id,
      slug: topic.slug,
      label: topic.label,
      definition: topic.topic.description,
      topic: topic.topic,
      articleCount: records.length,
      countText,
      benefits: isFirst && !isCondition ? benefitRefs(context, topic) : [],
      notes: isFirst ? topic.notes.slice(0, NOTES_SHOWN).flatMap((note) => noteOf(tools, note)) : [],
      entries: slice.items.map(entry),
      pager: slice.pager,
    });
    if (!isCondition)
      return planPage<TherapyPage>(tools, "therapy", seed, () => ({
        ...shared(),
        groups: isFirst ? benefitGroups(tools, topic) : [],
      }));
    return planPage<ConditionPage>(tools, "condition", seed, () => ({
      ...shared(),
      groups: isFirst ? conditionGroups(tools, topic) : [],
      treatments: isFirst ? treatmentsOf(context, topic) : [],
    }));
  });
}

function benefitRefs(context: ViewContext, topic: TopicEntry): readonly TermRef[] {
  const language = context.languageOf(context.site.lang);
  return topic.benefits.flatMap(({ id, articleCount }) => {
    const benefit = context.benefitById.get(id);
    return benefit?.hasPage ? [countedRef(benefit, language, articleCount)] : [];
  });
}

/** What the therapy's articles say of each benefit, most articles first; pages of the benefits have all passages. */
function benefitGroups(tools: ListTools, topic: TopicEntry): readonly BenefitGroup[] {
  const { context } = tools;
  const language = context.languageOf(context.site.lang);
  return topic.benefits.slice(0, BENEFITS_SHOWN).flatMap(({ id, articleCount }): BenefitGroup[] => {
    const benefit = context.benefitById.get(id);
    if (benefit === undefined) return [];
    const passages = firstOf(benefit.mentions, PASSAGES_EACH, ({ therapies }) =>
      therapies.includes(topic.id),
    ).flatMap((mention) => passageOf(tools, mention));
    return passages.length === 0 ? [] : [{ benefit: countedRef(benefit, language, articleCount), passages }];
  });
}

/** The first that are wanted, looking no further. */
function firstOf<Item>(items: readonly Item[], limit: number, isWanted: (item: Item) => boolean): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (found.length >= limit) break;
    if (isWanted(item)) found.push(item);
  }
  return found;
}

/** What articles on the condition say of therapies: of each article a few passages, those on the condition itself first. */
function conditionGroups(tools: ListTools, topic: TopicEntry): readonly TherapyGroup[] {
  const { context } = tools;
  const mentions = topic.articleIds.slice(0, ARTICLES_SHOWN).flatMap((articleId) => {
    const said = context
      .mentionsOf(articleId)
      .filter(({ mention }) => mention.therapies.length > 0)
      .map(({ entry, mention }) => ({ mention, isOn: isOnCondition(entry.target, topic) }));
    const lines = new Set<number>();
    return said
      .sort((a, b) => Number(b.isOn) - Number(a.isOn) || a.mention.benefit.line - b.mention.benefit.line)
      .map(({ mention }) => mention)
      .filter(({ benefit }) => !lines.has(benefit.line) && lines.add(benefit.line))
      .slice(0, OF_ARTICLE);
  });
  return groupByTherapy(tools, mentions, therapiesOf(mentions, context));
}

function isOnCondition(target: string, { id, topic }: TopicEntry): boolean {
  const words = target.replaceAll("-", " ");
  return target === id || topic.label.toLowerCase() === words || topic.aliases.includes(words);
}

/** Therapies of these passages, most passages first; ties in the order of the text. */
function therapiesOf(mentions: readonly Mention[], { therapyById }: ViewContext): readonly string[] {
  const counts = new Map<string, number>();
  for (const { therapies } of mentions)
    for (const id of therapies) if (therapyById.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

function treatmentsOf(context: ViewContext, { topic }: TopicEntry): ConditionPage["treatments"] {
  const language = context.languageOf(context.site.lang);
  return topic.treatments.flatMap(({ therapy, source }) => {
    const entry = context.therapyById.get(therapy);
    return entry === undefined ? [] : [{ therapy: termRef(entry, language), source }];
  });
}
