import { readFileSync } from "node:fs";
import { join } from "node:path";
import { extractBenefits } from "../plugins/benefits/extract.ts";
import type { Lexicon } from "../plugins/benefits/lexicon.ts";
import { readTitle } from "../plugins/benefits/title.ts";
import { loadLexicon } from "../plugins/cli/benefits.ts";
import { readLeniently } from "../plugins/cli/lenient.ts";
import type { Problem } from "../plugins/problem.ts";

/** A canonical, or alternatives of which any is right. */
type Expected = string | readonly string[];

/** The labels of one article. */
interface Label {
  readonly file: string;
  readonly class: string;
  readonly trap: boolean;
  readonly title: {
    readonly count: number | null;
    readonly therapies: readonly string[];
    readonly therapiesOptional: readonly string[];
    readonly conditions: readonly string[];
    readonly conditionsOptional: readonly string[];
  };
  readonly benefits: readonly { readonly heading: string; readonly canonical: readonly Expected[] }[];
  readonly optionalAnchors: readonly string[];
  readonly prose: readonly { readonly canonical: Expected }[] | null;
  readonly proseOptional: readonly string[];
  readonly forbidden: readonly string[];
  readonly alsoRead: readonly string[];
}

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
  readonly trapCount: number;
  /** Traps in which a benefit was listed. */
  readonly trapsHit: number;
  /** Claims made that the text denies. */
  readonly forbidden: number;
  /** Ids of articles that were not read perfectly, in order. */
  readonly imperfect: readonly string[];
}

const FOLDER = join("test", "fixtures", "benefits");

/** Reads the labelled articles below `folder` and compares with `gold.json` there. */
export function scoreBenefits(folder: string = FOLDER): BenefitScores {
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as {
    articles: Record<string, Label>;
  };
  const problems: Problem[] = [];
  const lexicon = loadLexicon(undefined, problems);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const each = Object.entries(gold.articles).map(([id, label]) => ({
    id,
    ...scoreOne(folder, label, lexicon),
  }));
  const sum = (key: "explicit" | "canonical" | "prose" | "therapies" | "conditions" | "alsoRead"): Tally =>
    each.map((one) => one[key]).reduce(add, nothing());
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
    trapCount: each.filter(({ isTrap }) => isTrap).length,
    trapsHit: each.filter(({ isTrap, explicit }) => isTrap && explicit.wrong > 0).length,
    forbidden: each.reduce((total, one) => total + one.forbidden, 0),
    imperfect: each.filter((one) => !isPerfect(one)).map(({ id }) => id),
  };
}

type Scored = ReturnType<typeof scoreOne>;

function scoreOne(folder: string, label: Label, lexicon: Lexicon) {
  const text = readFileSync(join(folder, label.file), "utf8");
  const { article, fields, offered } = readLeniently(label.file, text, (title) =>
    readTitle(title, lexicon.terms),
  );
  const { benefits, unnamed, promisedCount } = extractBenefits(article, lexicon, { fields });
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
    isTrap: label.trap,
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

/** Two headings are one from this closeness on. */
const CLOSE = 0.75;

/** 1 for equal words; else the share of common words, lifted where one begins the other. */
export function closeness(a: string, b: string): number {
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (short.length === 0) return 0;
  if (short.join(" ") === long.join(" ")) return 1;
  if (short.length > 1 && short.every((word, index) => long[index] === word)) return 0.95;
  const left = [...long];
  const common = short.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (short.length + long.length);
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
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

function alternatives(one: Expected): readonly string[] {
  return typeof one === "string" ? [one] : one;
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

/** The scores in a few lines for people. */
export function formatBenefitScores(scores: BenefitScores): string {
  const percent = (tally: Tally): string =>
    `${(100 * f1(tally)).toFixed(1)} (right ${tally.right}, wrong ${tally.wrong}, missed ${tally.missed})`;
  return [
    `benefits: ${scores.articleCount} labelled articles`,
    `  explicit F1    ${percent(scores.explicit)}`,
    `  canonical F1   ${percent(scores.canonical)}`,
    `  prose F1       ${percent(scores.prose)}`,
    `  therapies F1   ${percent(scores.therapies)}`,
    `  conditions F1  ${percent(scores.conditions)}`,
    `  also read F1   ${percent(scores.alsoRead)}`,
    `  promised counts ${scores.promisedRight}/${scores.promisedCount}, traps hit ${scores.trapsHit}/${scores.trapCount}, denied claims made ${scores.forbidden}`,
    `  not read perfectly: ${scores.imperfect.join(", ") || "none"}`,
  ].join("\n");
}
