/**
 * `npx tsx bench/tiers.ts [FOLDER]`: what share of the benefits published from
 * each confidence on is right, on labelled articles, and what that costs.
 * FOLDER holds `gold.json` and its articles; the project's own fixtures where none is named.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { graveOf } from "../plugins/benefits/grave.ts";
import { titleReader } from "../plugins/benefits/languages.ts";
import { listFields, readBenefits } from "../plugins/benefits/read.ts";
import { loadLexicon } from "../plugins/cli/lexicon.ts";
import { DEFAULT_PUBLISH_FROM } from "../plugins/corpus/site.ts";
import { readLeniently } from "../plugins/import/lenient.ts";

/** Share of what is published unconfirmed that must be right. */
const WANTED = 0.98;
const STEPS = [
  0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99,
];

type Expected = string | readonly string[];

interface Label {
  readonly file: string;
  readonly sourceGroup: string;
  readonly benefits: readonly { readonly canonical: readonly Expected[] }[];
  readonly prose: readonly { readonly canonical: Expected }[] | null;
  readonly proseOptional: readonly string[];
  readonly optionalAnchors: readonly string[];
  readonly forbidden: readonly string[];
}

/** One benefit of one article, with what the labels say of it. */
interface Judged {
  readonly article: string;
  readonly source: string;
  readonly canonical: string;
  /** -1 for a labelled one that was not found. */
  readonly confidence: number;
  /** null: the labels do not tell. */
  readonly isRight: boolean | null;
  readonly isGrave: boolean;
  readonly isForbidden: boolean;
  readonly kind: string;
}

interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

const folder = process.argv[2] ?? join("test", "fixtures", "benefits");
const isVerbose = process.argv.includes("--verbose");
const lexicon = loadLexicon(undefined, []);
const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as {
  readonly articles: Readonly<Record<string, Label>>;
};
const judged = Object.entries(gold.articles).flatMap(([id, label]) => judge(id, label));
const sources = [...new Set(judged.map(({ source }) => source))].sort();

console.log(`${folder}: ${Object.keys(gold.articles).length} articles of ${sources.length} sources\n`);
console.log("publishFrom   right  wrong   precision   recall   denied claims");
for (const step of STEPS) console.log(row(step.toFixed(2), count(judged, step), forbidden(step)));

const held = sources.map((source) => {
  const others = judged.filter((one) => one.source !== source);
  return { source, from: chooseFrom(others) };
});
const crossed = held
  .map(({ source, from }) =>
    count(
      judged.filter((one) => one.source === source),
      from,
    ),
  )
  .reduce(add, { right: 0, wrong: 0, missed: 0 });
const chosen = [...new Set(held.map(({ from }) => from))].sort((a, b) => a - b);
console.log(`\nchosen on the other sources (${chosen.join(", ")}), judged on the one left out:`);
console.log(row("crossed", crossed, null));
console.log(`chosen on all: ${chooseFrom(judged)}; as built: ${DEFAULT_PUBLISH_FROM}`);
const waits = judged.filter(({ isGrave, confidence }) => isGrave && confidence >= 0);
const right = waits.filter(({ isRight }) => isRight === true).length;
console.log(`held back as grave, whatever the confidence: ${waits.length}, ${right} of them right`);
if (isVerbose)
  for (const { article, canonical, confidence, kind } of judged.filter(isWrong(DEFAULT_PUBLISH_FROM)))
    console.log(`wrong: ${article} ${canonical} ${kind} ${confidence}`);

function judge(id: string, label: Label): readonly Judged[] {
  const text = readFileSync(join(folder, label.file), "utf8");
  const { article, fields } = readLeniently(label.file, text, titleReader(lexicon.terms));
  const listed = Array.isArray(fields.benefits) ? fields : listFields(fields);
  const { found } = readBenefits(article, lexicon, { fields: listed, publishFrom: 0 });
  const explicit = label.benefits.flatMap(({ canonical }) => canonical);
  const expected = [...explicit, ...(label.prose ?? []).map(({ canonical }) => canonical)];
  const right = new Set([...expected.flatMap(alternatives), ...label.proseOptional]);
  const best = new Map<string, Judged>();
  for (const benefit of found)
    for (const canonical of benefit.canonicals) {
      const known = best.get(canonical);
      if (known && known.confidence >= benefit.confidence) continue;
      // Prose beside a list was not labelled, nor was what stands under an optional heading.
      const isUntold =
        !right.has(canonical) &&
        !label.forbidden.includes(canonical) &&
        ((benefit.kind === "prose" && label.prose === null) ||
          label.optionalAnchors.some((anchor) => isAlike(anchor, benefit.heading ?? "")));
      best.set(canonical, {
        article: id,
        source: label.sourceGroup,
        canonical,
        confidence: benefit.confidence,
        isRight: isUntold ? null : right.has(canonical),
        isGrave: graveOf(canonical, benefit, lexicon.graves) !== null,
        isForbidden: label.forbidden.includes(canonical),
        kind: benefit.kind,
      });
    }
  const missed = expected
    .filter((one) => !alternatives(one).some((canonical) => best.has(canonical)))
    .map((one): Judged => {
      const [canonical = ""] = alternatives(one);
      const isGrave = graveOf(canonical, { heading: null, evidence: "" }, lexicon.graves) !== null;
      const rest = { isRight: true, isGrave, isForbidden: false, kind: "missed" };
      return { article: id, source: label.sourceGroup, canonical, confidence: -1, ...rest };
    });
  return [...best.values(), ...missed];
}

function isWrong(from: number): (one: Judged) => boolean {
  return ({ confidence, isRight, isGrave }) => confidence >= from && isRight === false && !isGrave;
}

/** Grave ones wait whatever their confidence: they are neither published nor missed. */
function count(list: readonly Judged[], from: number): Counts {
  const told = list.filter(({ isGrave, isRight }) => !isGrave && isRight !== null);
  const right = told.filter(({ isRight, confidence }) => isRight && confidence >= from).length;
  return {
    right,
    wrong: told.filter(isWrong(from)).length,
    missed: told.filter(({ isRight }) => isRight).length - right,
  };
}

function forbidden(from: number): number {
  return judged.filter(
    ({ isForbidden, isGrave, confidence }) => isForbidden && !isGrave && confidence >= from,
  ).length;
}

/** The lowest step from which enough is right; the highest where none is. */
function chooseFrom(list: readonly Judged[]): number {
  return STEPS.find((step) => precision(count(list, step)) >= WANTED) ?? (STEPS.at(-1) as number);
}

function precision({ right, wrong }: Counts): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

function add(a: Counts, b: Counts): Counts {
  return { right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed };
}

function row(name: string, counts: Counts, denied: number | null): string {
  const { right, wrong, missed } = counts;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return `${name.padEnd(12)} ${String(right).padStart(6)} ${String(wrong).padStart(6)}    ${percent(precision(counts))} ${percent(recall)}   ${denied ?? ""}`;
}

function isAlike(a: string, b: string): boolean {
  const [short = "", long = ""] = [a, b]
    .map((text) => text.toLowerCase())
    .sort((x, y) => x.length - y.length);
  return short !== "" && long.includes(short);
}

function alternatives(one: Expected): readonly string[] {
  return typeof one === "string" ? [one] : one;
}
