import type { Article, Section } from "../article/types.ts";
import type { HealthAspect } from "./aspect.ts";
import type { ArticleFacts } from "./facts.ts";
import type { MainSection } from "./outline.ts";

/** One entry of an article's list of benefits. */
export interface BenefitItem {
  readonly heading: string;
  readonly anchor: string;
}

/** What the list is read from. */
export interface BenefitSources {
  readonly article: Article;
  readonly benefits: ArticleFacts["benefits"];
  /** The main section that holds all of them; null when there is none. */
  readonly holder: MainSection | null;
  /** The aspect a heading names; null when it names none. */
  aspectOf(heading: string): HealthAspect | null;
  /** False where a heading of the article's list waits for the writer's word. */
  readonly isWhole: boolean;
}

/**
 * The list of benefits as the page shows it, without headings of its row that
 * are on another aspect ("Who should take care"). Empty where it would not be
 * whole: a heading was not found to be a benefit, or waits for the writer's
 * word, or there are not as many as the title promises. Half a list says what the article does not.
 */
export function benefitItems(sources: BenefitSources): readonly BenefitItem[] {
  const { article, benefits, holder, isWhole } = sources;
  const named = new Set<string>();
  const found = benefits.filter(({ heading }) => !named.has(heading) && named.add(heading));
  const promised = article.titleFacts.benefitCount;
  if (!isWhole || (promised !== null && found.length !== promised)) return [];
  if (found.length === promised) return found;
  const anchors = new Set(found.map(({ anchor }) => anchor));
  const row = rowOf(article, found, holder !== null);
  const isOther = (heading: string): boolean => {
    const aspect = sources.aspectOf(heading);
    return aspect !== null && aspect !== "Benefits";
  };
  return row.every(({ anchor, heading }) => anchors.has(anchor) || isOther(heading)) ? found : [];
}

/** The headings among which the benefits stand; empty when they are not all headings of one row. */
function rowOf({ sections }: Article, found: readonly BenefitItem[], isHeld: boolean): readonly Section[] {
  const byAnchor = new Map(sections.map((section) => [section.anchor, section]));
  const headed = found.flatMap(({ anchor }) => byAnchor.get(anchor) ?? []);
  const [first] = headed;
  if (first === undefined || headed.length < found.length) return [];
  if (headed.some(({ level, parent }) => level !== first.level || parent !== first.parent)) return [];
  const row = sections.filter(({ level, parent }) => level === first.level && parent === first.parent);
  if (isHeld) return row;
  const last = headed.at(-1) as Section;
  return row.filter(({ index }) => index >= first.index && index <= last.index);
}
