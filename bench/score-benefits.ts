import { extractBenefits } from "../plugins/benefits/extract.ts";
import type { Models } from "../plugins/benefits/language.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import { loadLexicon } from "../plugins/cli/benefits.ts";
import type { Problem } from "../plugins/problem.ts";
import { CLOSE, closeness } from "./closeness.ts";
import { open } from "./examples.ts";
import { alternatives, type Expected, type Label, type Labelled, OWN, readLabels } from "./labels.ts";

/** Right, wrong and missed finds. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/** How well the labelled articles of a folder are read. */
export interface BenefitScores {
  readonly articleCount: number;
  /** Headings, leads and items that present a benefit. */
  readonly explicit: Tally;
  readonly canonical: Tally;
  readonly prose: Tally;
  readonly therapies: Tally;
  readonly conditions: Tally;
  readonly alsoRead: Tally;
  readonly promisedCount: number;
  readonly promisedRight: number;
  /** Articles that promise no number and were taken to. */
  readonly falsePromises: number;
  /** Articles that list benefits; of these, whose list was read wholly right; in which nothing was found. */
  readonly listCount: number;
  readonly listsRight: number;
  readonly nothingFound: number;
  /** Articles that list none; of these, in which some were listed. */
  readonly otherCount: number;
  readonly othersListed: number;
  readonly alsoReadCount: number;
  readonly alsoReadRight: number;
  readonly trapCount: number;
  /** Traps in which a benefit was listed. */
  readonly trapsHit: number;
  /** Claims made that the text denies. */
  readonly forbidden: number;
  /** Ids of articles that were not read perfectly, in order. */
  readonly imperfect: readonly string[];
  readonly each: readonly (Scored & { readonly id: string; readonly label: Label })[];
}

/** Models for the articles of one source; undefined: those that come with the package. */
export type ModelsFor = (source: string) => Models | undefined;

/** Reads labelled articles and compares with their labels. */
export function scoreBenefits(
  articles: readonly Labelled[] = readLabels(OWN),
  modelsFor: ModelsFor = () => undefined,
): BenefitScores {
  const problems: Problem[] = [];
  const lexicon = loadLexicon(undefined, problems);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const each = articles.map((labelled) => ({
    id: labelled.id,
    label: labelled.label,
    ...scoreOne(labelled, lexicon, modelsFor(labelled.source)),
  }));
  const sum = (key: Part): Tally => each.map((one) => one[key]).reduce(add, nothing());
  const lists = each.filter(({ label }) => label.benefits.length > 0);
  const others = each.filter(({ label }) => label.benefits.length === 0);
  return {
    articleCount: each.length,
    explicit: sum("explicit"),
    canonical: sum("canonical"),
    prose: sum("prose"),
    therapies: sum("therapies"),
    conditions: sum("conditions"),
    alsoRead: sum("alsoRead"),
    promisedCount: each.filter(({ isPromised }) => isPromised).length,
    promisedRight: each.filter(({ isPromised, isCountRight }) => isPromised && isCountRight).length,
    falsePromises: each.filter(({ isPromised, isCountRight }) => !isPromised && !isCountRight).length,
    listCount: lists.length,
    listsRight: lists.filter(({ explicit }) => explicit.wrong + explicit.missed === 0).length,
    nothingFound: lists.filter(({ explicit }) => explicit.right === 0).length,
    otherCount: others.length,
    othersListed: others.filter(({ explicit }) => explicit.wrong > 0).length,
    trapCount: each.filter(({ label }) => label.trap).length,
    trapsHit: each.filter(({ label, explicit }) => label.trap && explicit.wrong > 0).length,
    forbidden: each.reduce((total, one) => total + one.forbidden, 0),
    alsoReadCount: each.filter(({ label }) => label.alsoRead.length > 0).length,
    alsoReadRight: each.filter(
      ({ label, alsoRead }) => label.alsoRead.length > 0 && alsoRead.wrong + alsoRead.missed === 0,
    ).length,
    imperfect: each.filter((one) => !isPerfect(one)).map(({ id }) => id),
    each,
  };
}

type Part = "explicit" | "canonical" | "prose" | "therapies" | "conditions" | "alsoRead";

type Scored = ReturnType<typeof scoreOne>;

function scoreOne(labelled: Labelled, lexicon: Lexicon, models: Models | undefined) {
  const { label } = labelled;
  const { article, fields, offered } = open(labelled, lexicon);
  const { benefits, unnamed, promisedCount } = extractBenefits(article, lexicon, {
    fields,
    ...(models ? { models } : {}),
  });
  const found = [...benefits, ...unnamed];
  const explicit = found.filter(({ heading }) => heading !== null);
  const pairs = pairUp(
    label.benefits.map(({ heading }) => heading),
    explicit.map(({ heading }) => heading ?? ""),
  );
  const free = explicit.filter(
    (one, index) =>
      !pairs.has(index) && !label.optionalAnchors.some((name) => closeness(name, one.heading ?? "") >= CLOSE),
  );
  const canonical = nothing();
  label.benefits.forEach((benefit, index) => {
    const at = [...pairs].find(([, gold]) => gold === index)?.[0];
    addTo(canonical, compare(benefit.canonical, at === undefined ? [] : (explicit[at]?.canonicals ?? [])));
  });
  for (const { canonicals } of free) canonical.wrong += canonicals.length;
  const all = [...new Set(found.flatMap(({ canonicals }) => canonicals))];
  const { title } = label;
  return {
    explicit: { right: pairs.size, wrong: free.length, missed: label.benefits.length - pairs.size },
    canonical,
    prose: label.prose ? compareProse(label, all) : nothing(),
    therapies: compareNames(title.therapies, title.therapiesOptional, article.titleFacts.therapies),
    conditions: compareNames(title.conditions, title.conditionsOptional, article.titleFacts.conditions),
    alsoRead: compareTitles(label.alsoRead, offered),
    isPromised: title.count !== null,
    isCountRight: title.count === promisedCount,
    found,
    free,
    missing: label.benefits
      .filter((_, index) => ![...pairs.values()].includes(index))
      .map(({ heading }) => heading),
    forbidden: all.filter((one) => label.forbidden.includes(one)).length,
  };
}

function isPerfect({ explicit, canonical, prose, isCountRight, forbidden }: Scored): boolean {
  return (
    [explicit, canonical, prose].every(({ wrong, missed }) => wrong + missed === 0) &&
    isCountRight &&
    forbidden === 0
  );
}

/** Index of a find → index of the label it is, each used once, closest first. */
function pairUp(labels: readonly string[], finds: readonly string[]): Map<number, number> {
  const close = labels
    .flatMap((label, gold) => finds.map((find, at) => ({ at, gold, score: closeness(label, find) })))
    .filter(({ score }) => score >= CLOSE)
    .sort((a, b) => b.score - a.score || a.gold - b.gold || a.at - b.at);
  const pairs = new Map<number, number>();
  const used = new Set<number>();
  for (const { at, gold } of close) {
    if (pairs.has(at) || used.has(gold)) continue;
    pairs.set(at, gold);
    used.add(gold);
  }
  return pairs;
}

function compare(expected: readonly Expected[], found: readonly string[]): Tally {
  const left = new Set(found);
  const tally = nothing();
  for (const one of expected) {
    const hit = alternatives(one).find((name) => left.has(name));
    if (hit === undefined) tally.missed++;
    else {
      tally.right++;
      left.delete(hit);
    }
  }
  // Another alternative of what was right is no fault.
  tally.wrong = [...left].filter((name) => !expected.some((one) => alternatives(one).includes(name))).length;
  return tally;
}

function compareProse({ prose, proseOptional, benefits }: Label, found: readonly string[]): Tally {
  const known = new Set([
    ...proseOptional,
    ...benefits.flatMap(({ canonical }) => canonical.flatMap(alternatives)),
  ]);
  const expected = (prose ?? []).map(({ canonical }) => canonical);
  const isExpected = (name: string): boolean => expected.some((one) => alternatives(one).includes(name));
  return compare(
    expected,
    found.filter((name) => isExpected(name) || !known.has(name)),
  );
}

function compareNames(
  expected: readonly string[],
  optional: readonly string[],
  found: readonly string[],
): Tally {
  return compare(
    expected,
    found.filter((name) => !optional.includes(name)),
  );
}

function compareTitles(expected: readonly string[], found: readonly string[]): Tally {
  const right = pairUp(expected, found).size;
  return { right, wrong: found.length - right, missed: expected.length - right };
}

function nothing(): Tally {
  return { right: 0, wrong: 0, missed: 0 };
}

function add(a: Tally, b: Tally): Tally {
  return { right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed };
}

function addTo(a: Tally, b: Tally): void {
  Object.assign(a, add(a, b));
}

/** Harmonic mean of precision and recall, 0..1; 1 where nothing was to be found and nothing was. */
export function f1({ right, wrong, missed }: Tally): number {
  return right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed);
}

/** The scores in a few lines for people; of texts of which only headings are labelled ("headings"), those of headings. */
export function formatBenefitScores(scores: BenefitScores, labelled: "all" | "headings" = "all"): string {
  const percent = (tally: Tally): string =>
    `${(100 * f1(tally)).toFixed(1)} (right ${tally.right}, wrong ${tally.wrong}, missed ${tally.missed}; precision ${(100 * precision(tally)).toFixed(1)})`;
  const lines = [
    `  explicit F1    ${percent(scores.explicit)}`,
    `  canonical F1   ${percent(scores.canonical)}`,
    `  prose F1       ${percent(scores.prose)}`,
    `  lists wholly right ${scores.listsRight}/${scores.listCount}, nothing found ${scores.nothingFound}/${scores.listCount}, listed where no list is ${scores.othersListed}/${scores.otherCount}, traps hit ${scores.trapsHit}/${scores.trapCount}, denied claims made ${scores.forbidden}`,
    `  therapies F1   ${percent(scores.therapies)}`,
    `  conditions F1  ${percent(scores.conditions)}`,
    `  also read F1   ${percent(scores.alsoRead)}, right in ${scores.alsoReadRight}/${scores.alsoReadCount} articles`,
    `  promised counts ${scores.promisedRight}/${scores.promisedCount}, false promises ${scores.falsePromises}`,
  ];
  return lines.filter((line) => labelled === "all" || /^ {2}(?:explicit|lists)/.test(line)).join("\n");
}

export function precision({ right, wrong }: Tally): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}
