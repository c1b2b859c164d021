/**
 * `npm run score`: how well benefits are found and related articles ranked.
 *
 *     npm run score                      on labelled sets of the project's own making
 *     npm run score -- FOLDER [FOLDER…]  and on labelled articles elsewhere (or VERVAIN_LABELS=FOLDER)
 *
 * Elsewhere two figures are printed: with the weights that come with the
 * package, and cross-validated by source: each source is read with weights
 * learnt without it. The second is what an unseen blog may expect.
 */
import type { Models } from "../plugins/benefits/language.ts";
import { loadLexicon } from "../plugins/cli/benefits.ts";
import { calibrate, reliability } from "./calibrate.ts";
import { type Labelled, readKinds, readLabels } from "./labels.ts";
import { formatBenefitScores, scoreBenefits } from "./score-benefits.ts";
import { scoreRelated } from "./score-related.ts";
import { crossValidate, ownLabels, toLessons } from "./train.ts";

const folders = process.argv.slice(2).filter((one) => !one.startsWith("-"));
const elsewhere = folders.length > 0 ? folders : (process.env.VERVAIN_LABELS?.split(":") ?? []);

console.log("Benefits, labelled fixtures of our own (test/fixtures/benefits)\n");
print(scoreBenefits());
console.log("\nBenefits, ways of announcing and setting lists (kinds.yaml)\n");
print(scoreBenefits(readKinds()));
if (elsewhere.length > 0) scoreElsewhere(elsewhere.flatMap(readLabels));
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
  const { judges, trials } = crossValidate(
    articles,
    toLessons([...ownLabels(), ...articles], lexicon),
    lexicon,
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

function print(scores: ReturnType<typeof scoreBenefits>): void {
  console.log(`benefits: ${scores.articleCount} labelled articles`);
  console.log(formatBenefitScores(scores));
  console.log(`  not read perfectly: ${scores.imperfect.join(", ") || "none"}`);
}
