/** `npm run score`: how well benefits are found and related articles ranked, on sets of the project's own making. */
import { formatBenefitScores, scoreBenefits } from "./score-benefits.ts";
import { scoreRelated } from "./score-related.ts";

console.log("Benefits, labelled fixtures of our own (test/fixtures/benefits)\n");
console.log(formatBenefitScores(scoreBenefits()));
console.log("\nRelated articles, a labelled set of our own\n");
const { queryCount, ndcg5, tagsNdcg5, coverage5, mostInbound } = scoreRelated();
console.log(
  `nDCG@5 ${ndcg5.toFixed(3)} of ${queryCount} articles (shared tags alone: ${tagsNdcg5.toFixed(3)})`,
);
console.log(
  `articles that some list names: ${(100 * coverage5).toFixed(1)} %; most lists that name one: ${mostInbound}`,
);
