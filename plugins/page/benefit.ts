import type { BenefitEntry } from "../corpus/types.ts";
import { once } from "../once.ts";
import { type ListTools, paged } from "./lists.ts";
import { slices, TERM_LIST_SIZE } from "./pager.ts";
import type { TermRef } from "./parts.ts";
import { groupByTherapy, groupOf, objectionOf } from "./passages.ts";
import { type PagePlan, planPage } from "./plan.ts";
import { articlesOf, countedRef, termRef } from "./terms.ts";
import type { Language } from "./texts.ts";
import type { BenefitPage } from "./types.ts";

/** Pages of every benefit that has one, passages in the corpus' order. */
export function benefitPages(tools: ListTools): readonly PagePlan<BenefitPage>[] {
  return tools.context.benefits
    .filter(({ hasPage }) => hasPage)
    .flatMap((entry) => pagesOfBenefit(tools, entry));
}

function pagesOfBenefit(tools: ListTools, benefit: BenefitEntry): readonly PagePlan<BenefitPage>[] {
  const { context } = tools;
  const { site } = context;
  const language = context.languageOf(site.lang);
  const order = benefit.therapies.map(({ id }) => id).filter((id) => context.therapyById.has(id));
  const shown = benefit.mentions.filter(({ articleId }) => context.recordById.has(articleId));
  const rank = new Map([...order, ""].map((id, index) => [id, index]));
  const mentions = shown
    .map((one) => ({ one, at: rank.get(groupOf(one, order)) ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
  const articleCount = articlesOf(benefit);
  // Once a benefit: it looks at all its mentions, and a large site has a hundred pages of them.
  const countText = once(() => countTextOf(benefit, language));
  return slices(mentions, TERM_LIST_SIZE, benefit.url, language).map((slice) => {
    const seed = {
      ...paged(context, slice, benefit.label),
      description: benefit.definition ?? `${benefit.label}. ${language.say("benefitLede")}`,
      lang: site.lang,
      trail: [{ name: language.say("benefits"), url: "/benefits/" }],
    };
    return planPage<BenefitPage>(tools, "benefit", seed, () => {
      const groups = groupByTherapy(tools, slice.items, order);
      return {
        id: benefit.id,
        slug: benefit.slug,
        label: benefit.label,
        definition: benefit.definition,
        articleCount,
        countText: countText(),
        therapies: slice.number === 1 ? therapiesOf(tools, benefit) : [],
        neighbours: slice.number === 1 ? neighboursOf(tools, benefit) : [],
        passages: groups.flatMap(({ passages }) => passages),
        groups,
        against: slice.number === 1 ? benefit.against.flatMap((one) => objectionOf(tools, one)) : [],
        pager: slice.pager,
      };
    });
  });
}

/** "11 articles, 4 with reservations": each article once, with reservations where all its passages have some. */
function countTextOf(entry: BenefitEntry, language: Language): string {
  const plain = new Set(
    entry.mentions.flatMap(({ benefit, articleId }) => (benefit.hedged ? [] : [articleId])),
  );
  const hedgedCount = articlesOf(entry) - plain.size;
  const articles = language.count("articles", articlesOf(entry));
  return hedgedCount === 0 ? articles : `${articles}, ${language.count("reserved", hedgedCount)}`;
}

function neighboursOf({ context }: ListTools, { neighbours }: BenefitEntry): readonly TermRef[] {
  const language = context.languageOf(context.site.lang);
  return neighbours.flatMap((id) => {
    const neighbour = context.benefitById.get(id);
    return neighbour?.hasPage ? [termRef(neighbour, language)] : [];
  });
}

function therapiesOf({ context }: ListTools, benefit: BenefitEntry): readonly TermRef[] {
  const language = context.languageOf(context.site.lang);
  return benefit.therapies.flatMap(({ id, articleCount }) => {
    const therapy = context.therapyById.get(id);
    return therapy === undefined ? [] : [countedRef(therapy, language, articleCount)];
  });
}
