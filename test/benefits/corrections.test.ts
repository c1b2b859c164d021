import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseArticle } from "../../plugins/article/parse.ts";
import type { Article, BenefitCorrections } from "../../plugins/article/types.ts";
import { applyCorrections } from "../../plugins/benefits/corrections.ts";
import { countProblem } from "../../plugins/benefits/count-problem.ts";
import { extractBenefits } from "../../plugins/benefits/extract.ts";
import { readLeniently } from "../../plugins/import/lenient.ts";
import { lexicon } from "./reader.ts";

const NONE: BenefitCorrections = {
  add: [],
  confirm: [],
  drop: [],
  rename: {},
  merge: [],
  hedged: [],
  grade: [],
};
const BODY = "## Benefits\n\n- Eases stress\n- Lowers cortisol\n- Better sleep\n";

function articleWith(corrections: Partial<BenefitCorrections>, title = "Massage"): Article {
  const { article } = readLeniently("a.md", `---\ntitle: ${title}\n---\n${BODY}`, () => ({
    benefitCount: /^\d/.test(title) ? Number.parseInt(title, 10) : null,
    therapies: [],
    conditions: [],
  }));
  return { ...article, frontMatter: { ...article.frontMatter, benefits: { ...NONE, ...corrections } } };
}

function corrected(corrections: Partial<BenefitCorrections>) {
  const article = articleWith(corrections);
  return applyCorrections(extractBenefits(article, lexicon).benefits, article, lexicon);
}

const list = (corrections: Partial<BenefitCorrections>): string =>
  corrected(corrections)
    .benefits.map(({ canonicals, byWriter }) => canonicals.join("+") + (byWriter ? "!" : ""))
    .join(" ");

for (const [what, corrections, expected] of [
  ["nothing changes nothing", {}, "reduce:stress reduce:cortisol improve:sleep-quality"],
  ["drop removes", { drop: ["reduce:cortisol"] }, "reduce:stress improve:sleep-quality"],
  ["words are understood", { drop: ["Lowers cortisol"] }, "reduce:stress improve:sleep-quality"],
  [
    "rename changes and marks",
    { rename: { "reduce:stress": "regulate:stress" } },
    "regulate:stress! reduce:cortisol improve:sleep-quality",
  ],
  [
    "merge keeps the first",
    { merge: [{ from: ["reduce:cortisol"], to: "reduce:stress" }] },
    "reduce:stress improve:sleep-quality",
  ],
  [
    "add comes last",
    { add: [{ benefit: "improve:mood", words: null, heading: null }] },
    "reduce:stress reduce:cortisol improve:sleep-quality improve:mood!",
  ],
  [
    "add of what was found adds nothing",
    { add: [{ benefit: "reduce:stress", words: null, heading: null }] },
    "reduce:stress reduce:cortisol improve:sleep-quality",
  ],
  [
    "hedged marks",
    { hedged: ["improve:sleep-quality"] },
    "reduce:stress reduce:cortisol improve:sleep-quality!",
  ],
] as const) {
  test(`applyCorrections: ${what}`, () => assert.is(list(corrections), expected));
}

test("applyCorrections: a grade stands with its source", () => {
  const grade = [{ benefit: "reduce:stress", grade: "moderate", source: "Review 2020" }];
  assert.equal(corrected({ grade }).benefits[0]?.grade, { grade: "moderate", source: "Review 2020" });
  assert.is(corrected({ grade }).benefits[1]?.grade, null);
});

test("applyCorrections: an unknown canonical is an error with the nearest known", () => {
  const { problems } = corrected({
    drop: ["reduce:stres"],
    add: [{ benefit: "boost:memry", words: null, heading: null }],
  });
  assert.equal(
    problems.map(({ field, message, severity }) => `${severity} ${field} ${message}`),
    [
      'error benefits.drop expected a known benefit such as reduce:stress, received "reduce:stres". Did you mean "reduce:stress"?',
      'error benefits.add expected a known benefit such as reduce:stress, received "boost:memry". Did you mean "improve:memory"?',
    ],
  );
});

test("countProblem: lists what was found where the promise is not kept", () => {
  const article = articleWith({}, "4 Benefits of Massage");
  const { benefits, promisedCount } = extractBenefits(article, lexicon);
  assert.is(
    countProblem(article, benefits, promisedCount)?.message,
    "expected 4 benefits as promised, received 3: Eases stress (line 6); Lowers cortisol (line 7); Better sleep (line 8). Correct the number, or give each benefit a heading.",
  );
  assert.is(countProblem(article, benefits, promisedCount, "error")?.severity, "error");
  assert.is(countProblem(article, benefits, 3), null);
  assert.is(countProblem(article, benefits, null), null);
});

test("countProblem: what may be misread, and what the writer dropped, counts where the promise needs it", () => {
  const article = articleWith({}, "Benefits of Massage");
  const { benefits } = extractBenefits(article, lexicon);
  const unsure = benefits.slice(2);
  for (const [promised, isKept] of [
    [1, false],
    [2, true],
    [3, true],
    [4, false],
  ] as const)
    assert.is(countProblem(article, benefits, promised, "warning", unsure) === null, isKept, `${promised}`);
  assert.is(countProblem(article, benefits, 4, "warning", [], 1), null);
  assert.ok(countProblem(article, benefits, 5, "warning", [], 1));
});

test("applyCorrections: tells how many listed ones the writer dropped", () => {
  const article = articleWith({ drop: ["reduce:stress"] }, "3 Benefits of Massage");
  const { benefits } = extractBenefits(article, lexicon);
  assert.is(applyCorrections(benefits, article, lexicon).droppedCount, 1);
});

test("applyCorrections: is pure", () => {
  const article = parseArticle("x", { id: "a", file: "a.md", frontMatter: articleWith({}).frontMatter });
  assert.equal(applyCorrections([], article, lexicon), {
    benefits: [],
    droppedCount: 0,
    confirmed: new Map(),
    problems: [],
  });
});

test.run();
