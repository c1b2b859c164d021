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
}

/** The number an author wrote before a heading. */
const NUMBER = /^\s*\d{1,3}\s?[.):–-]\s*/;

/**
 * The list of benefits as the page shows it: a heading in the row counts even
 * when nobody could say which benefit it names, unless it names another aspect.
 * Empty where headings on benefits stand scattered among others, as in prose:
 * that is no list.
 */
export function benefitItems(sources: BenefitSources): readonly BenefitItem[] {
  const { article, benefits, holder } = sources;
  const named = new Set<string>();
  const found = benefits.filter(({ heading }) => !named.has(heading) && named.add(heading));
  const promised = article.titleFacts.benefitCount;
  if (found.length === promised) return found;
  const row = rowOf(article, found, holder !== null);
  const anchors = new Set(found.map(({ anchor }) => anchor));
  if (row.every(({ anchor }) => anchors.has(anchor))) return found;
  const isList =
    promised !== null || (holder !== null && sources.aspectOf(holder.section.heading) === "Benefits");
  if (!isList) return [];
  const whole = withHeadings(row, found, sources);
  return promised === null || whole.length <= promised ? whole : found;
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

function withHeadings(
  row: readonly Section[],
  found: readonly BenefitItem[],
  { aspectOf }: BenefitSources,
): readonly BenefitItem[] {
  const byAnchor = new Map(found.map((item) => [item.anchor, item]));
  return row.flatMap(({ heading, anchor }) => {
    const known = byAnchor.get(anchor);
    const aspect = known === undefined ? aspectOf(heading) : null;
    if (aspect !== null && aspect !== "Benefits") return [];
    return [known ?? { heading: heading.replace(NUMBER, ""), anchor }];
  });
}
