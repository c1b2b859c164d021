import type { ArticleRecord } from "../corpus/types.ts";
import { waitingLines } from "../page/presented.ts";
import { aspectOf, type HealthAspect } from "./aspect.ts";
import { type BenefitItem, benefitItems } from "./benefit-items.ts";
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

/** A therapy or condition the page is about. */
export interface AboutTopic {
  readonly kind: TopicKind;
  readonly node: GraphNode;
  /** Whether a heading calls it by one of its names. */
  isNamedBy(heading: string): boolean;
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

/** Where an article's benefits stand. */
interface BenefitPlaces {
  readonly byAnchor: ReadonlyMap<string, ArticleFacts["benefits"][number]>;
  /** Number of benefits in each main section, by its index. */
  readonly counts: ReadonlyMap<number, number>;
  /** Lines of headings on benefits that are not shown as such. */
  readonly waiting: ReadonlySet<number>;
  /** The one main section that holds every benefit and is not itself one; null when there is no such section. */
  readonly holder: MainSection | null;
  /** The list as the page shows it. */
  readonly items: readonly BenefitItem[];
}

/** The sections, questions and benefits of an article, each at its own place on the page. */
export function articleParts(
  context: SchemaContext,
  view: ArticleFacts,
  topics: readonly AboutTopic[],
): ArticleParts {
  const record = context.records.get(view.id);
  if (record === undefined || view.hasAnchors === false) return { hasPart: [], list: null };
  const { article } = record;
  const mains = mainSections(article);
  const places = benefitPlaces(context, record, mains, view);
  const parts = mains.flatMap((main) =>
    isFaq(main.section.heading, context.options.faqHeadings)
      ? questionsOf(article, main).map((question) => questionNode(view.canonical, question))
      : (sectionPart(context, view, main, topics, places) ?? []),
  );
  const list = places.holder === null ? benefitList(view, view.title, places) : null;
  return { hasPart: [...keyFacts(view, topics), ...parts], list };
}

function benefitPlaces(
  { options }: SchemaContext,
  record: ArticleRecord,
  mains: readonly MainSection[],
  { benefits, lang }: ArticleFacts,
): BenefitPlaces {
  const { article } = record;
  const waiting = waitingLines(record);
  const byAnchor = new Map(benefits.map((benefit) => [benefit.anchor, benefit]));
  const mainOf = new Map(
    mains.flatMap(({ section, indexes }) => [...indexes].map((index) => [index, section.index])),
  );
  const counts = new Map<number, number>();
  for (const index of placesOf(article, byAnchor).values()) {
    const main = mainOf.get(index);
    if (main !== undefined) counts.set(main, (counts.get(main) ?? 0) + 1);
  }
  const isHolder = ({ section }: MainSection): boolean =>
    counts.get(section.index) === byAnchor.size && !byAnchor.has(section.anchor);
  const holder = mains.find(isHolder) ?? null;
  const items = benefitItems({
    article,
    benefits,
    holder,
    isWhole: waiting.size === 0,
    aspectOf: (heading) => aspectOf(heading, lang, options.aspects),
  });
  return { byAnchor, counts, waiting, holder, items };
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
  main: MainSection,
  topics: readonly AboutTopic[],
  places: BenefitPlaces,
): GraphNode | null {
  const { byAnchor, holder } = places;
  const { heading, anchor } = main.section;
  const benefit = byAnchor.get(anchor);
  const aspect =
    context.additions.get(view.id)?.aspects[anchor] ?? aspectOfSection(context, view, main, places);
  // Health content is content on an aspect: a section whose heading names none is left out.
  if (aspect === null) return null;
  return sectionNode(view.canonical, {
    heading: benefit?.heading ?? heading,
    anchor,
    aspect,
    about: aboutOf(heading, aspect, topics),
    list: main === holder ? benefitList(view, heading, places) : null,
  });
}

/**
 * A section on benefits is one in which the site shows some, whatever its
 * heading says; one whose heading waits for the writer's word is on nothing yet.
 */
function aspectOfSection(
  { options }: SchemaContext,
  { lang }: ArticleFacts,
  main: MainSection,
  { byAnchor, counts, waiting, holder }: BenefitPlaces,
): HealthAspect | null {
  const { heading, anchor, index, line } = main.section;
  if (waiting.has(line)) return null;
  const count = counts.get(index) ?? 0;
  if (byAnchor.has(anchor) || main === holder || count > 1) return "Benefits";
  const aspect = aspectOf(heading, lang, options.aspects);
  return aspect === "Benefits" && count === 0 ? null : aspect;
}

/** What a section is about: the topics its heading names, else those its aspect is said of, else all. */
function aboutOf(heading: string, aspect: HealthAspect, topics: readonly AboutTopic[]): readonly Reference[] {
  const named = topics.filter((topic) => topic.isNamedBy(heading));
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

function benefitList({ canonical }: ArticleFacts, name: string, { items }: BenefitPlaces): GraphNode | null {
  const entries = items.map(({ heading, anchor }) => ({ name: heading, url: partId(canonical, anchor) }));
  return itemListNode(listId(canonical, "benefits-list"), name, entries);
}
