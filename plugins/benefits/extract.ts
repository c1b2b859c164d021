import type { Article } from "../article/types.ts";
import type { ArticleBenefit, Denial, UnknownTarget } from "../corpus/types.ts";
import { type Candidate, withoutGuesses } from "./candidate.ts";
import { listedFacts } from "./confidence.ts";
import { LISTED_MODEL } from "./english/listed-model.ts";
import { LISTS_MODEL } from "./english/lists-model.ts";
import { SAID_MODEL } from "./english/said-model.ts";
import { SENTENCES_MODEL } from "./english/sentences-model.ts";
import { frontMatterBenefits } from "./front-matter-list.ts";
import { languageOf } from "./language.ts";
import type { Lexicon } from "./lexicon.ts";
import { isSureList, LIST_RULES, listedBenefits, type Taken } from "./listed.ts";
import { type Model, probability } from "./model.ts";
import { countPromised } from "./promise.ts";
import { findTitleClaims, type Prose, readProse } from "./prose.ts";
import { openReading, type Reading } from "./reading.ts";
import { unknownTargetOf } from "./unknown.ts";

/** Names of all ways in which benefits are found, as `vervain benefits --without` takes them. */
export const RULE_NAMES: readonly string[] = [
  ...LIST_RULES,
  "front-matter-list",
  "title-claim",
  "prose-claim",
];

export interface ExtractOptions {
  /** Names of rules to leave out. */
  readonly without?: readonly string[];
  /** Front matter as parsed, for blogs that list benefits there. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Other weights than those that come with the package, to measure what is learnt without an article's source. */
  readonly models?: Models;
}

/** What was learnt from labelled articles. */
export interface Models {
  /** Whether a group of headings, items or lines lists benefits. */
  readonly lists: Model;
  /** Whether a sentence that names a benefit asserts it of the article's subject. */
  readonly sentences: Model;
  /** The share right among listed benefits, and among sentences, of articles that were not learnt from. */
  readonly listed: Model;
  readonly said: Model;
}

const MODELS: Models = {
  lists: LISTS_MODEL,
  sentences: SENTENCES_MODEL,
  listed: LISTED_MODEL,
  said: SAID_MODEL,
};

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
  if (languageOf(article, reading.tokensOf) === null) return NOTHING;
  const without = new Set(options.without ?? []);
  const taken: Taken = { sections: new Set(), blocks: new Set() };
  const models = options.models ?? MODELS;
  const explicit = without.has("front-matter-list") ? [] : listedInFrontMatter(reading, options.fields);
  const listed = reading.titleRole.isElsewhere ? [] : listedBenefits(reading, models.lists, taken, without);
  const unique = onePerHeading([
    ...explicit,
    ...listed.map(({ candidate, rule, probability: likely, facts }) =>
      toBenefit(candidate, rule, probability(models.listed, listedFacts(candidate, likely, facts))),
    ),
  ]);
  const prose = without.has("prose-claim")
    ? NO_PROSE
    : readProse(reading, models, taken, explicit.length > 0 || isSureList(listed) ? "denials" : "all");
  const said = new Set(unique.flatMap(({ canonicals }) => canonicals));
  const titled = unique.length > 0 || without.has("title-claim") ? [] : titleBenefits(reading);
  const promised = countPromised(reading, unique.length);
  return {
    benefits: [
      ...unique.filter(({ canonicals }) => canonicals.length > 0),
      ...titled,
      ...proseBenefits(prose, new Set([...said, ...titled.flatMap(({ canonicals }) => canonicals)])),
    ],
    unnamed: unique.filter(({ canonicals }) => canonicals.length === 0),
    nearly: nearMisses(reading, unique),
    against: prose.against,
    unknownTargets: unique.flatMap((benefit) => unknownTargetOf(reading, benefit) ?? []),
    promised,
    promisedCount: promised?.count ?? null,
  };
}

function listedInFrontMatter(reading: Reading, fields: ExtractOptions["fields"]): ArticleBenefit[] {
  if (!fields) return [];
  return frontMatterBenefits(reading, fields).map((candidate) =>
    toBenefit(withoutGuesses(candidate), "front-matter-list", 0.9),
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
    confidence,
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

const NOTHING: Extraction = {
  benefits: [],
  unnamed: [],
  nearly: [],
  unknownTargets: [],
  promised: null,
  promisedCount: null,
  against: [],
};

const NO_PROSE: Prose = { claims: [], against: [] };

function titleBenefits(reading: Reading): ArticleBenefit[] {
  const title = findTitleClaims(reading);
  return title ? [{ ...toBenefit(title, "title-claim", 0.6), kind: "prose", heading: null }] : [];
}

function proseBenefits({ claims }: Prose, known: ReadonlySet<string>): ArticleBenefit[] {
  return claims
    .filter(({ canonical }) => !known.has(canonical))
    .map(
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
    );
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
