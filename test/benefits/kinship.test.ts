import { test } from "uvu";
import * as assert from "uvu/assert";
import { listedFacts, saidFacts } from "../../plugins/benefits/english/confidence.ts";
import { isForeign, isGuess } from "../../plugins/benefits/english/kinship.ts";
import { LISTED_MODEL } from "../../plugins/benefits/english/listed-model.ts";
import { SAID_MODEL } from "../../plugins/benefits/english/said-model.ts";
import { tokenize } from "../../plugins/benefits/english/tokens.ts";
import { probability } from "../../plugins/benefits/model.ts";
import { lexicon } from "./reader.ts";

for (const [words, canonical, expected] of [
  ["immunity", "improve:immune-function", false],
  ["heart disease", "prevent:heart-health", false],
  ["sleep", "improve:sleep-quality", false],
  ["asleep", "improve:sleep-quality", false],
  ["strengthens the legs", "improve:strength", false],
  ["physical activity", "improve:athletic-performance", true],
  ["social interaction", "improve:quality-of-life", true],
  ["overall health", "improve:heart-health", true],
] as const)
  test(`isForeign: "${words}" for ${canonical}: ${expected}`, () => {
    const tokens = tokenize(words);
    assert.is(isForeign(lexicon, tokens, { canonical, steerAt: 0, at: 0, end: tokens.length }), expected);
  });

for (const [words, canonical, isDirect, expected] of [
  ["balance", "improve:balance", false, true],
  ["better balance", "improve:balance", true, false],
  ["heart", "improve:heart-health", false, false],
  ["menopause", "reduce:menopause", true, false],
  ["endometriosis", "reduce:menstrual-pain", true, true],
] as const)
  test(`isGuess: "${words}" for ${canonical}: ${expected}`, () => {
    const tokens = tokenize(words);
    const at = tokens.length - 1;
    assert.is(
      isGuess(lexicon, tokens, { canonical, steerAt: 0, at, end: tokens.length, isDirect }),
      expected,
    );
  });

test("confidence: what an item's own text says again is surer, what a name of many meanings names is less sure", () => {
  const candidate = { likeness: 2, canonicals: ["reduce:stress"], heading: "Words", foreignCount: 0 };
  const listed = (looseCount: number, group: object): number =>
    probability(
      LISTED_MODEL,
      listedFacts({ ...candidate, looseCount, isHedged: false } as never, 0.9, group as never),
    );
  assert.ok(listed(0, { "+borne out": 1 }) > listed(0, {}));
  assert.ok(listed(1, {}) < listed(0, {}));
});

test("confidence: what the article names in other words than the site is less sure", () => {
  const candidate = {
    likeness: 2,
    canonicals: ["reduce:stress"],
    heading: "Words",
    looseCount: 0,
    isHedged: false,
  };
  const listed = (foreignCount: number): number =>
    probability(LISTED_MODEL, listedFacts({ ...candidate, foreignCount } as never, 0.99, {}));
  assert.ok(listed(0) > 0.95 && listed(1) < 0.95, `${listed(0)} ${listed(1)}`);
  const said = (foreign: boolean): number => probability(SAID_MODEL, saidFacts(0.99, foreign));
  assert.ok(said(false) > said(true));
});

test.run();
