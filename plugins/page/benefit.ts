import type { BenefitEntry, Mention } from "../corpus/types.ts";
import { gradeText } from "./benefits-of-article.ts";
import { type ListTools, paged } from "./lists.ts";
import { slices, TERM_LIST_SIZE } from "./pager.ts";
import type { PassageView, TermRef } from "./parts.ts";
import { type PagePlan, planPage } from "./plan.ts";
import { articlesOf, conditionRefs, countedRef, termRef, therapyRefs } from "./terms.ts";
import { withoutNumber } from "./title.ts";
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
  const mentions = benefit.mentions.filter(({ articleId }) => context.recordById.has(articleId));
  const articleCount = articlesOf(benefit);
  return slices(mentions, TERM_LIST_SIZE, benefit.url, language).map((slice) => {
    const seed = {
      ...paged(context, slice, benefit.label),
      description: benefit.definition ?? `${benefit.label}. ${language.say("benefitLede")}`,
      lang: site.lang,
      trail: [{ name: language.say("benefits"), url: "/benefits/" }],
    };
    return planPage<BenefitPage>(tools, "benefit", seed, () => ({
      id: benefit.id,
      slug: benefit.slug,
      label: benefit.label,
      definition: benefit.definition,
      articleCount,
      countText: language.count("articles", articleCount),
      therapies: slice.number === 1 ? therapiesOf(tools, benefit) : [],
      neighbours: slice.number === 1 ? neighboursOf(tools, benefit) : [],
      passages: slice.items.flatMap((mention) => passageOf(tools, mention)),
      pager: slice.pager,
    }));
  });
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

function passageOf({ context, entry }: ListTools, mention: Mention): readonly PassageView[] {
  const record = context.recordById.get(mention.articleId);
  if (record === undefined) return [];
  const language = context.languageOf(context.site.lang);
  const { anchor, heading, evidence, hedged, grade } = mention.benefit;
  return [
    {
      articleId: mention.articleId,
      article: entry(record),
      url: anchor === "" ? record.url : `${record.url}#${anchor}`,
      anchor,
      heading,
      evidence: withoutNumber(evidence),
      isHedged: hedged,
      saysText: language.say(hedged ? "saysMay" : "says"),
      gradeText: gradeText(grade, language),
      therapies: therapyRefs(context, mention.therapies, language),
      conditions: conditionRefs(context, mention.conditions, language),
    },
  ];
}
