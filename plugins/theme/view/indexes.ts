import { compareText } from "../../article/problem.ts";
import type { BenefitEntry, TopicEntry } from "../../corpus/types.ts";
import type { ListTools } from "./lists.ts";
import type { LetterGroup, TermCard } from "./parts.ts";
import { gatherTags } from "./tags.ts";
import { countedRef, termRef } from "./terms.ts";
import type { IndexPage } from "./types.ts";

/** From so many terms on, the letters are linked. */
const LETTERS_FROM = 30;
/** Related terms named beside one term. */
const TOP = 3;

/** The indexes that have something to show. */
export function indexPages(tools: ListTools): readonly IndexPage[] {
  const { context } = tools;
  const topics = (kind: TopicEntry["kind"]) => context.topics.filter((topic) => topic.kind === kind);
  const pages = [
    indexPage(
      tools,
      "benefits",
      context.benefits.filter(({ hasPage }) => hasPage).map((entry) => benefitCard(tools, entry)),
    ),
    indexPage(
      tools,
      "conditions",
      topics("condition")
        .filter(({ hasPage }) => hasPage)
        .map((entry) => topicCard(tools, entry)),
    ),
    indexPage(
      tools,
      "therapies",
      topics("therapy")
        .filter(({ hasPage }) => hasPage)
        .map((entry) => topicCard(tools, entry)),
    ),
    indexPage(tools, "tags", tagCards(tools)),
  ];
  return pages.filter(({ groups }) => groups.length > 0);
}

function indexPage(
  { context, common }: ListTools,
  kind: IndexPage["kind"],
  cards: readonly TermCard[],
): IndexPage {
  const { site } = context;
  const language = context.languageOf(site.lang);
  return {
    ...common({
      url: `/${kind}/`,
      title: language.say(kind),
      description: language.say(`${kind}Lede`),
      lang: site.lang,
    }),
    kind,
    countText: language.count("terms", cards.length),
    groups: byLetter(cards, site.lang),
    hasLetters: cards.length >= LETTERS_FROM,
  };
}

/** Terms in alphabetical order under their first letters. */
export function byLetter(cards: readonly TermCard[], lang: string): readonly LetterGroup[] {
  const keyed = cards.map((card) => ({
    card,
    key: card.sortText.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase(lang),
  }));
  keyed.sort((a, b) => compareText(a.key, b.key) || compareText(a.card.id, b.card.id));
  const groups: { letter: string; anchor: string; cards: TermCard[] }[] = [];
  for (const { card, key } of keyed) {
    const [first = ""] = key;
    const letter = /\p{L}/u.test(first) ? first.toLocaleUpperCase(lang) : "#";
    const last = groups.at(-1);
    if (last?.letter === letter) last.cards.push(card);
    else
      groups.push({
        letter,
        anchor: `v_${groups.length}_${letter === "#" ? "other" : letter}`,
        cards: [card],
      });
  }
  return groups;
}

function benefitCard({ context }: ListTools, entry: BenefitEntry): TermCard {
  const language = context.languageOf(context.site.lang);
  const top = entry.therapies.slice(0, TOP).flatMap(({ id, articleCount }) => {
    const therapy = context.therapyById.get(id);
    return therapy === undefined ? [] : [countedRef(therapy, language, articleCount)];
  });
  return { ...termRef(entry, language), definition: entry.definition, sortText: entry.targetLabel, top };
}

function topicCard({ context }: ListTools, entry: TopicEntry): TermCard {
  const language = context.languageOf(context.site.lang);
  const top = entry.benefits.slice(0, TOP).flatMap(({ id, articleCount }) => {
    const benefit = context.benefitById.get(id);
    return benefit?.hasPage ? [countedRef(benefit, language, articleCount)] : [];
  });
  return { ...termRef(entry, language), definition: entry.topic.description, sortText: entry.label, top };
}

function tagCards({ context }: ListTools): readonly TermCard[] {
  const language = context.languageOf(context.site.lang);
  return gatherTags(context.articles).map(({ slug, label, url, records }) => ({
    id: slug,
    url,
    text: label,
    articleCount: records.length,
    countText: language.count("articles", records.length),
    definition: null,
    sortText: label,
    top: [],
  }));
}
