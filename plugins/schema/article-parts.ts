import { aspectOf, type HealthAspect } from "./aspect.ts";
import type { SchemaContext } from "./context.ts";
import type { ArticleFacts } from "./facts.ts";
import { isFaq, questionsOf } from "./faq.ts";
import { partId } from "./ids.ts";
import { itemListNode, listId } from "./nodes/item-list.ts";
import { questionNode } from "./nodes/question.ts";
import { sectionNode } from "./nodes/section.ts";
import type { TopicKind } from "./nodes/topic.ts";
import { type MainSection, mainSections, placesOf } from "./outline.ts";
import { type GraphNode, type Reference, refer } from "./types.ts";

/** A therapy or condition the page is about, with the names by which headings may call it. */
export interface AboutTopic {
  readonly kind: TopicKind;
  readonly node: GraphNode;
  /** Lower case. */
  readonly names: readonly string[];
}

/** What an article's node says of its inside. */
export interface ArticleParts {
  readonly hasPart: readonly GraphNode[];
  /** The list of benefits when no one section holds all of it. */
  readonly list: GraphNode | null;
}

/** Aspects that are said of a condition, and of a therapy, where an article is about both. */
const OF_CONDITION: ReadonlySet<HealthAspect> = new Set([
  "SeeDoctor",
  "Symptoms",
  "Causes",
  "Treatments",
  "Prognosis",
]);
const OF_THERAPY: ReadonlySet<HealthAspect> = new Set([
  "SideEffects",
  "Safety",
  "HowItWorks",
  "UsageOrSchedule",
  "Ingredients",
]);

/** Id of the heading over the key facts, as the theme's partial has it. */
const KEY_FACTS = "v_facts";

/** The sections, questions and benefits of an article, each at its own place on the page. */
export function articleParts(
  context: SchemaContext,
  view: ArticleFacts,
  topics: readonly AboutTopic[],
): ArticleParts {
  const article = context.records.get(view.id)?.article;
  const list = benefitList(view, view.title);
  if (article === undefined || view.hasAnchors === false) return { hasPart: [], list: null };
  const mains = mainSections(article);
  const places = placesOf(article, new Set(view.benefits.map(({ anchor }) => anchor)));
  const holder = soleHolder(mains, places, view);
  const parts = mains.flatMap((main) => {
    if (isFaq(main.section.heading, context.options.faqHeadings))
      return questionsOf(article, main).map((question) => questionNode(view.canonical, question));
    const held = main === holder ? benefitList(view, main.section.heading) : null;
    return sectionPart(context, view, main, topics, places, held) ?? [];
  });
  return { hasPart: [...keyFacts(view, topics), ...parts], list: holder === null ? list : null };
}

function keyFacts(
  { canonical, keyFacts, texts }: ArticleFacts,
  topics: readonly AboutTopic[],
): readonly GraphNode[] {
  const heading = texts.keyFacts;
  if (keyFacts.length === 0 || topics.length === 0 || heading === undefined) return [];
  const about = refsOf(topics);
  return [sectionNode(canonical, { heading, anchor: KEY_FACTS, aspect: "Overview", about })];
}

function sectionPart(
  context: SchemaContext,
  view: ArticleFacts,
  { section, indexes }: MainSection,
  topics: readonly AboutTopic[],
  places: ReadonlyMap<string, number>,
  list: GraphNode | null,
): GraphNode | null {
  const benefit = view.benefits.find(({ anchor }) => anchor === section.anchor);
  const heading = benefit?.heading ?? section.heading;
  const heldCount = view.benefits.filter(({ anchor }) => indexes.has(places.get(anchor) ?? -1)).length;
  const holdsBenefits = benefit !== undefined || list !== null || heldCount > 1;
  const named = context.additions.get(view.id)?.aspects[section.anchor];
  const read = aspectOf(section.heading, view.lang, context.options.aspects);
  const aspect = named ?? (holdsBenefits ? "Benefits" : read);
  // Health content is content on an aspect: a section whose heading names none is left out.
  if (aspect === null) return null;
  const about = aboutOf(section.heading, aspect, topics);
  return sectionNode(view.canonical, { heading, anchor: section.anchor, aspect, about, list });
}

/** What a section is about: the topics its heading names, else those its aspect is said of, else all. */
function aboutOf(heading: string, aspect: HealthAspect, topics: readonly AboutTopic[]): readonly Reference[] {
  const words = heading.toLowerCase();
  const named = topics.filter(({ names }) => names.some((name) => words.includes(name)));
  if (named.length > 0) return refsOf(named);
  const kind =
    aspect === null
      ? null
      : OF_CONDITION.has(aspect)
        ? "condition"
        : OF_THERAPY.has(aspect)
          ? "therapy"
          : null;
  const fitting = topics.filter((topic) => topic.kind === kind);
  return refsOf(fitting.length > 0 ? fitting : topics);
}

function refsOf(topics: readonly AboutTopic[]): readonly Reference[] {
  return topics.map(({ node }) => refer(node["@id"] as string));
}

function benefitList({ canonical, benefits }: ArticleFacts, name: string): GraphNode | null {
  const byName = new Map(benefits.map((benefit) => [benefit.heading, benefit]));
  const entries = [...byName.values()].map(({ heading, anchor }) => ({
    name: heading,
    url: partId(canonical, anchor),
  }));
  return itemListNode(listId(canonical, "benefits-list"), name, entries);
}

/** The one main section that holds every benefit and is not itself one; null when there is no such section. */
function soleHolder(
  mains: readonly MainSection[],
  places: ReadonlyMap<string, number>,
  { benefits }: ArticleFacts,
): MainSection | null {
  if (benefits.length === 0) return null;
  const holdsAll = ({ section, indexes }: MainSection): boolean =>
    benefits.every(({ anchor }) => anchor !== section.anchor && indexes.has(places.get(anchor) ?? -1));
  return mains.find(holdsAll) ?? null;
}
