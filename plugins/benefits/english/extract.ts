import type { Article } from "../../article/types.ts";
import type { ArticleBenefit } from "../../corpus/types.ts";
import type { Extraction, ExtractOptions, Models, NearMiss } from "../language.ts";
import type { Lexicon } from "../lexicon.ts";
import { probability } from "../model.ts";
import { type Candidate, withoutGuesses } from "./candidate.ts";
import { listedFacts, listedUpTo } from "./confidence.ts";
import { frontMatterBenefits } from "./front-matter-list.ts";
import type { Judged } from "./judged.ts";
import { isSureList, LIST_RULES, listedBenefits, nothingTaken } from "./listed.ts";
import { LISTED_MODEL } from "./listed-model.ts";
import { LISTS_MODEL } from "./lists-model.ts";
import { countPromised } from "./promise.ts";
import { findTitleClaims, type Prose, readProse } from "./prose.ts";
import { type Reading, resumeReading } from "./reading.ts";
import { withSentence } from "./said.ts";
import { SAID_MODEL } from "./said-model.ts";
import { therapiesSaid } from "./said-of.ts";
import { SENTENCES_MODEL } from "./sentences-model.ts";
import type { Token } from "./tokens.ts";
import { unknownTargetOf } from "./unknown.ts";
import { isWrittenInEnglish } from "./written.ts";

/** Names of the rules below. */
export const RULE_NAMES: readonly string[] = [
  ...LIST_RULES,
  "front-matter-list",
  "title-claim",
  "prose-claim",
];

const MODELS: Models = {
  lists: LISTS_MODEL,
  sentences: SENTENCES_MODEL,
  listed: LISTED_MODEL,
  said: SAID_MODEL,
};

/** Finds the benefits of an article; null where it is plainly written in another language. */
export function extractEnglish(
  article: Article,
  lexicon: Lexicon,
  options: ExtractOptions,
): Extraction | null {
  const reading = resumeReading(article, lexicon);
  if (!isWrittenInEnglish(textsOf(reading))) return null;
  const without = new Set(options.without ?? []);
  const taken = nothingTaken();
  const models = options.models ?? MODELS;
  const explicit = without.has("front-matter-list") ? [] : listedInFrontMatter(reading, options.fields);
  const refused: NearMiss[] = [];
  const listed = reading.titleRole.isElsewhere
    ? []
    : listedBenefits(reading, models.lists, taken, without, (why, judged) => {
        if (why === "refused") refused.push(...toldOtherwise(judged));
      });
  const unique = onePerHeading(reading, [
    ...explicit,
    ...listed.map(({ candidate, rule, probability: likely, facts }) => {
      const share = probability(models.listed, listedFacts(candidate, likely, facts));
      return toBenefit(candidate, rule, Math.min(share, listedUpTo(facts)));
    }),
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
    nearly: [...nearMisses(reading, unique), ...refused].sort((a, b) => a.line - b.line),
    against: prose.against,
    unknownTargets: unique.flatMap((benefit) => unknownTargetOf(reading, benefit) ?? []),
    promised,
    promisedCount: promised?.count ?? null,
    ruleFaults: [],
  };
}

/** The benefits with the words that readers are shown. */
export function withSentences(
  article: Article,
  lexicon: Lexicon,
  benefits: readonly ArticleBenefit[],
): readonly ArticleBenefit[] {
  const reading = resumeReading(article, lexicon);
  return benefits.map((one) => withSentence(reading, one));
}

function* textsOf({ article, tokensOf }: Reading): Iterable<readonly Token[]> {
  for (const { text, kind } of article.blocks) if (kind !== "code") yield tokensOf(text);
  yield tokensOf(article.title);
  for (const { heading } of article.sections) yield tokensOf(heading);
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

/** In order of line; a heading that is said twice (a table of contents, a summary) is kept once, or once of each therapy. */
function onePerHeading(reading: Reading, benefits: readonly ArticleBenefit[]): ArticleBenefit[] {
  const kept = new Map<string, ArticleBenefit[]>();
  return benefits
    .map((benefit, index) => ({ benefit, index }))
    .sort((a, b) => a.benefit.line - b.benefit.line || a.index - b.index)
    .map(({ benefit }) => benefit)
    .filter((benefit) => {
      const key = (benefit.heading ?? "").toLowerCase();
      const before = kept.get(key) ?? [];
      const isNew = before.every((one) => areOfOthers(reading, one, benefit));
      if (isNew) kept.set(key, [...before, benefit]);
      return isNew;
    });
}

/** "Less pain" below "Benefits of yoga" and again below "Benefits of massage": each is said of a therapy of its own. */
function areOfOthers(reading: Reading, one: ArticleBenefit, other: ArticleBenefit): boolean {
  const [said, again] = [one, other].map((benefit) => {
    const passage = { ...withSentence(reading, benefit), isDenial: false };
    return therapiesSaid(reading.article, reading.lexicon, passage) ?? [];
  }) as [readonly string[], readonly string[]];
  return said.length > 0 && again.length > 0 && !said.some((id) => again.includes(id));
}

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

/** Items that name a benefit below a label of something else. */
function toldOtherwise({ facts, group: { items, before } }: Judged): NearMiss[] {
  if (!facts["-told otherwise"]) return [];
  const label = before?.text.trim().split("\n").at(-1) ?? "";
  return items
    .filter(({ candidate }) => candidate.canonicals.length > 0)
    .map(({ candidate: { heading, line, canonicals } }) => ({
      heading,
      line,
      canonicals,
      reason: `it stands below “${label}”`,
    }));
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
