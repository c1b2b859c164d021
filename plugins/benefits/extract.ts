import type { Article } from "../article/types.ts";
import type { ArticleBenefit, Denial } from "../corpus/types.ts";
import type { Candidate } from "./candidate.ts";
import { frontMatterBenefits } from "./front-matter-list.ts";
import type { Lexicon } from "./lexicon.ts";
import { countPromised } from "./promise.ts";
import { openReading, type Reading } from "./reading.ts";
import type { Rule, Taken } from "./rule.ts";
import { announcedRuns } from "./rules/announced-runs.ts";
import { findProseClaims, findTitleClaims } from "./rules/prose-claims.ts";
import { titleSections } from "./rules/title-sections.ts";
import { umbrellaSections } from "./rules/umbrella-sections.ts";
import { unannouncedLeads } from "./rules/unannounced-leads.ts";
import { unannouncedSections } from "./rules/unannounced-sections.ts";
import { type UnknownTarget, unknownTargetOf } from "./unknown.ts";

/** Rules for explicit benefits, in the order in which they are asked. */
export const RULES: readonly Rule[] = [
  umbrellaSections,
  announcedRuns,
  titleSections,
  unannouncedSections,
  unannouncedLeads,
];

/** Names of all rules, those for front matter and running text too. */
export const RULE_NAMES: readonly string[] = [
  ...RULES.map(({ name }) => name),
  "front-matter-list",
  "title-claim",
  "prose-claim",
];

export interface ExtractOptions {
  /** Names of rules to leave out. */
  readonly without?: readonly string[];
  /** Front matter as parsed, for blogs that list benefits there. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Something that looked like a benefit and was not taken for one. */
export interface NearMiss {
  readonly heading: string;
  readonly line: number;
  readonly canonicals: readonly string[];
  readonly reason: string;
}

/** What a careful reader finds in one article. */
export interface Extraction {
  /** Explicit benefits in order, then prose claims in order. */
  readonly benefits: readonly ArticleBenefit[];
  /** Explicit benefits whose target the lexicon does not know; their `canonicals` are empty. */
  readonly unnamed: readonly ArticleBenefit[];
  readonly nearly: readonly NearMiss[];
  /** Benefits that the article itself denies or doubts, in order. */
  readonly against: readonly Denial[];
  readonly unknownTargets: readonly UnknownTarget[];
  /** Number of benefits promised by the title, or else by an umbrella line. */
  readonly promised: {
    readonly count: number;
    readonly from: "title" | "umbrella";
    readonly line: number;
  } | null;
  /** That number alone. */
  readonly promisedCount: number | null;
}

/** Finds the benefits of an article. Pure; cost linear in the article's length. */
export function extractBenefits(
  article: Article,
  lexicon: Lexicon,
  options: ExtractOptions = {},
): Extraction {
  const reading = openReading(article, lexicon);
  const without = new Set(options.without ?? []);
  const taken: Taken = { sections: new Set(), blocks: new Set(), count: 0 };
  const explicit = without.has("front-matter-list") ? [] : listedInFrontMatter(reading, options.fields);
  for (const rule of RULES) {
    if (without.has(rule.name)) continue;
    const finds = rule.find(reading, taken);
    taken.count += finds.length;
    explicit.push(...finds.map(({ candidate, confidence }) => toBenefit(candidate, rule.name, confidence)));
  }
  const unique = onePerHeading(explicit);
  const prose = proseBenefits(reading, taken, unique, without);
  const promised = countPromised(reading, unique.length);
  return {
    benefits: [...unique.filter(({ canonicals }) => canonicals.length > 0), ...prose],
    unnamed: unique.filter(({ canonicals }) => canonicals.length === 0),
    nearly: nearMisses(reading, unique),
    against: [],
    unknownTargets: unique.flatMap((benefit) => unknownTargetOf(reading, benefit) ?? []),
    promised,
    promisedCount: promised?.count ?? null,
  };
}

function listedInFrontMatter(reading: Reading, fields: ExtractOptions["fields"]): ArticleBenefit[] {
  if (!fields) return [];
  return frontMatterBenefits(reading, fields).map((candidate) =>
    toBenefit(candidate, "front-matter-list", 0.9),
  );
}

function toBenefit(candidate: Candidate, rule: string, confidence: number): ArticleBenefit {
  const { heading, evidence, line, anchor, canonicals, isHedged } = candidate;
  return {
    canonicals,
    kind: "explicit",
    heading,
    evidence,
    line,
    anchor,
    hedged: isHedged,
    grade: null,
    rule,
    confidence: canonicals.length > 0 ? confidence : confidence / 2,
    byWriter: false,
  };
}

/** In order of line; a heading that is said twice (a table of contents, a summary) is kept once. */
function onePerHeading(benefits: readonly ArticleBenefit[]): ArticleBenefit[] {
  const seen = new Set<string>();
  return benefits
    .map((benefit, index) => ({ benefit, index }))
    .sort((a, b) => a.benefit.line - b.benefit.line || a.index - b.index)
    .map(({ benefit }) => benefit)
    .filter(({ heading }) => {
      const key = (heading ?? "").toLowerCase();
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}

function proseBenefits(
  reading: Reading,
  taken: Taken,
  explicit: readonly ArticleBenefit[],
  without: ReadonlySet<string>,
): ArticleBenefit[] {
  const known = new Set(explicit.flatMap(({ canonicals }) => canonicals));
  const title = without.has("title-claim") || explicit.length > 0 ? null : findTitleClaims(reading);
  const titled = title
    ? [{ ...toBenefit(title, "title-claim", 0.6), kind: "prose" as const, heading: null }]
    : [];
  for (const { canonicals } of titled) for (const canonical of canonicals) known.add(canonical);
  if (without.has("prose-claim")) return titled;
  const prose = findProseClaims(reading, taken).filter(({ canonical }) => !known.has(canonical));
  return [
    ...titled,
    ...prose.map(
      ({ canonical, evidence, line, anchor, isHedged, confidence }): ArticleBenefit => ({
        canonicals: [canonical],
        kind: "prose",
        heading: null,
        evidence,
        line,
        anchor,
        hedged: isHedged,
        grade: null,
        rule: "prose-claim",
        confidence,
        byWriter: false,
      }),
    ),
  ];
}

/** Headings that name a benefit and were not taken, with what spoke against them. */
function nearMisses(reading: Reading, explicit: readonly ArticleBenefit[]): NearMiss[] {
  const lines = new Set(explicit.map(({ line }) => line));
  return reading.article.sections.flatMap((section): NearMiss[] => {
    const role = reading.roleOf(section.heading);
    if (section.level === 0 || lines.has(section.line) || role.claims.length === 0) return [];
    const canonicals = role.claims.map(({ canonical }) => canonical);
    const reason = role.isQuestion
      ? "the text does not answer the question with yes"
      : "nothing announces it as a benefit";
    return [{ heading: section.heading, line: section.line, canonicals, reason }];
  });
}
