import type { BenefitEntry, TopicEntry } from "../corpus/types.ts";
import { compareText } from "../problem.ts";
import { type ListTools, paged } from "./lists.ts";
import { type Slice, slices } from "./pager.ts";
import type { LetterGroup, LinkRef, TermCard } from "./parts.ts";
import { type PagePlan, planPage } from "./plan.ts";
import { gatherTags } from "./tags.ts";
import { countedRef, termRef } from "./terms.ts";
import type { IndexPage } from "./types.ts";

/** From so many terms on, the letters are linked. */
const LETTERS_FROM = 30;
/** More letters than that help nobody: scripts with a sign for a word have one for nearly every term. */
const LETTERS_MOST = 60;
/** Terms on one page of an index: about 100 kB. */
const INDEX_SIZE = 240;
/** Related terms named beside one term. */
const TOP = 3;

/** The indexes that have something to show. */
export function indexPages(tools: ListTools): readonly PagePlan<IndexPage>[] {
  const { context } = tools;
  const topics = (kind: TopicEntry["kind"]) => context.topics.filter((topic) => topic.kind === kind);
  const shown = (kind: TopicEntry["kind"]) => topics(kind).filter(({ hasPage }) => hasPage);
  const benefits = context.benefits.filter(({ hasPage }) => hasPage);
  return [
    ...pagesOfIndex(
      tools,
      "benefits",
      benefits.map((entry) => benefitCard(tools, entry)),
    ),
    ...pagesOfIndex(
      tools,
      "conditions",
      shown("condition").map((entry) => topicCard(tools, entry)),
    ),
    ...pagesOfIndex(
      tools,
      "therapies",
      shown("therapy").map((entry) => topicCard(tools, entry)),
    ),
    ...pagesOfIndex(tools, "tags", tagCards(tools)),
  ];
}

function pagesOfIndex(
  tools: ListTools,
  kind: IndexPage["kind"],
  cards: readonly TermCard[],
): readonly PagePlan<IndexPage>[] {
  if (cards.length === 0) return [];
  const { context } = tools;
  const { site } = context;
  const language = context.languageOf(site.lang);
  const label = language.say(kind);
  const parts = slices(inOrder(cards, site.lang), INDEX_SIZE, `/${kind}/`, language).map((slice) => ({
    slice,
    groups: byLetter(slice.items, site.lang),
  }));
  return parts.map(({ slice, groups }) => {
    const letters = cards.length < LETTERS_FROM ? [] : lettersOf(parts, slice.url);
    const seed = {
      ...paged(context, slice, label),
      description: language.say(`${kind}Lede`),
      lang: site.lang,
    };
    return planPage<IndexPage>(tools, kind, seed, () => ({
      label,
      termCount: cards.length,
      countText: language.count("terms", cards.length),
      groups,
      hasLetters: letters.length > 0,
      letters,
      pager: slice.pager,
    }));
  });
}

/** Links to where each letter begins, as seen from the page at `url`; none where they are too many. */
function lettersOf(
  parts: readonly { readonly slice: Slice<TermCard>; readonly groups: readonly LetterGroup[] }[],
  url: string,
): readonly LinkRef[] {
  const links = new Map<string, LinkRef>();
  for (const { slice, groups } of parts)
    for (const { letter, anchor } of groups) {
      const page = slice.url === url ? "" : slice.url;
      if (!links.has(letter)) links.set(letter, { text: letter, url: `${page}#${anchor}` });
    }
  return links.size > LETTERS_MOST ? [] : [...links.values()];
}

/** Terms in alphabetical order, accents and capitals aside; ties by id. */
function inOrder(cards: readonly TermCard[], lang: string): readonly TermCard[] {
  const keyed = cards.map((card) => ({ card, key: keyOf(card, lang) }));
  keyed.sort((a, b) => compareText(a.key, b.key) || compareText(a.card.id, b.card.id));
  return keyed.map(({ card }) => card);
}

function keyOf({ sortText }: TermCard, lang: string): string {
  return sortText.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase(lang);
}

/** Terms in order under their first letters. */
function byLetter(cards: readonly TermCard[], lang: string): readonly LetterGroup[] {
  const groups: { letter: string; anchor: string; cards: TermCard[] }[] = [];
  for (const card of cards) {
    const [first = ""] = keyOf(card, lang);
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
