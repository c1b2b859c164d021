/**
 * `npm run score`: how well benefits are found and related articles ranked.
 *
 *     npm run score                      on labelled sets of the project's own making
 *     npm run score -- FOLDER [FOLDER…]  and on labelled articles elsewhere (or VERVAIN_LABELS=FOLDER)
 *     npm run score -- --held=FOLDER     on articles of which only the labels are kept (bench/labels);
 *                                        with --lines all that is published, and of the open half what is wrong or missed;
 *                                        with --set=held-b only those of one file;
 *                                        with --from=0.9 what would be published from that confidence on
 *     npm run score -- FOLDER --held=FOLDER  on both together, those of bench/labels that are used up
 *
 * Elsewhere two figures are printed: with the weights that come with the
 * package, and cross-validated by source: each source is read with weights
 * learnt without it. The second is what an unseen blog may expect.
 */
import type { Models } from "../plugins/benefits/language.ts";
import { loadLexicon } from "../plugins/cli/benefits.ts";
import { calibrate, reliability } from "./calibrate.ts";
import { type Half, HELD, readHeld, readOpen, readOpened } from "./held.ts";
import { type Labelled, readKinds, readLabels } from "./labels.ts";
import { shownOf } from "./published.ts";
import { readRows } from "./rows.ts";
import { formatBenefitScores, scoreBenefits } from "./score-benefits.ts";
import { scoreRelated } from "./score-related.ts";
import { crossValidate, ownLabels, toLessons, vectorsOf } from "./train.ts";

const folders = process.argv.slice(2).filter((one) => !one.startsWith("-"));
const held = process.argv.find((one) => one.startsWith("--held="))?.slice("--held=".length);
const set = process.argv.find((one) => one.startsWith("--set="))?.slice("--set=".length);
const from = process.argv.find((one) => one.startsWith("--from="))?.slice("--from=".length);
const elsewhere = folders.length > 0 ? folders : (process.env.VERVAIN_LABELS?.split(":") ?? []);

if (held && folders.length === 0) {
  for (const half of ["dev", "held"] as const) scoreHeld(held, half, process.argv.includes("--lines"));
  process.exit();
}

console.log("Benefits, labelled fixtures of our own (test/fixtures/benefits)\n");
print(scoreBenefits());
console.log("\nBenefits, ways of announcing and setting lists (kinds.yaml)\n");
print(scoreBenefits(readKinds()), "headings");
if (elsewhere.length > 0) scoreElsewhere([...elsewhere.flatMap(readLabels), ...(held ? readOpen(held) : [])]);
console.log("\nRelated articles, a labelled set of our own\n");
const { queryCount, ndcg5, tagsNdcg5, coverage5, mostInbound } = scoreRelated();
console.log(
  `nDCG@5 ${ndcg5.toFixed(3)} of ${queryCount} articles (shared tags alone: ${tagsNdcg5.toFixed(3)})`,
);
console.log(
  `articles that some list names: ${(100 * coverage5).toFixed(1)} %; most lists that name one: ${mostInbound}`,
);

function scoreElsewhere(articles: readonly Labelled[]): void {
  const lexicon = loadLexicon(undefined, []);
  const rows = held ? readRows(held, lexicon) : [];
  const { judges, trials } = crossValidate(
    articles,
    toLessons([...ownLabels(), ...articles], lexicon, rows, held ? readOpened(held) : []),
    lexicon,
    vectorsOf(rows),
  );
  const models = new Map(
    [...judges].map(([source, both]) => [source, { ...both, ...calibrate(trials, source) }] as const),
  );
  console.log(`\nBenefits, labelled articles of ${models.size} other sources, cross-validated by source\n`);
  print(scoreBenefits(articles, (source) => models.get(source)));
  for (const part of ["listed", "said"] as const) {
    const rows = reliability(trials, (source) => models.get(source) as Models, part).map(
      ({ from, count, right }) =>
        `${from}: ${right}/${count} (${((100 * right) / Math.max(1, count)).toFixed(1)} %)`,
    );
    console.log(`  right of those ${part}, by least confidence: ${rows.join(", ")}`);
  }
  console.log(
    "\nThe same with the weights that come with the package (they may have been learnt from these)\n",
  );
  print(scoreBenefits(articles));
}

function scoreHeld(folder: string, half: Half, hasLines: boolean): void {
  const articles = readHeld(folder, half, HELD, set);
  const scores = scoreBenefits(articles);
  const lexicon = loadLexicon(undefined, []);
  const shown = articles.flatMap((one) =>
    shownOf(one, lexicon, from === undefined ? {} : { publishFrom: Number(from) }),
  );
  console.log(`\nBenefits, labels of bench/labels${set ? `/${set}` : ""}, half "${half}"\n`);
  console.log(`benefits: ${scores.articleCount} labelled articles\n${formatBenefitScores(scores)}`);
  const count = (verdict: boolean | null): number =>
    shown.filter(({ isRight }) => isRight === verdict).length;
  console.log(`  published      right ${count(true)}, wrong ${count(false)}, left open ${count(null)}`);
  if (!hasLines) return;
  if (half === "dev") for (const line of scores.each.flatMap(linesOf)) console.log(line);
  for (const { id, line, canonical, words, confidence, isRight } of shown)
    console.log(
      `${id}:${line} published ${isRight === null ? "open" : isRight ? "right" : "WRONG"} ${canonical} ${confidence.toFixed(2)} ${JSON.stringify(words)}`,
    );
}

function linesOf({ id, missing, free }: ReturnType<typeof scoreBenefits>["each"][number]): string[] {
  return [
    ...missing.map((heading) => `${id} missed ${JSON.stringify(heading)}`),
    ...free.map(
      ({ line, heading, canonicals }) =>
        `${id}:${line} wrong ${JSON.stringify(heading)} ${canonicals.join(" ")}`,
    ),
  ];
}

function print(scores: ReturnType<typeof scoreBenefits>, labelled: "all" | "headings" = "all"): void {
  console.log(`benefits: ${scores.articleCount} labelled articles`);
  console.log(formatBenefitScores(scores, labelled));
  if (labelled === "all") console.log(`  not read perfectly: ${scores.imperfect.join(", ") || "none"}`);
}
