import { test } from "uvu";
import * as assert from "uvu/assert";
import { closeness } from "../../bench/closeness.ts";
import { f1, scoreBenefits } from "../../bench/score-benefits.ts";

const scores = scoreBenefits();

for (const [part, floor] of [
  ["explicit", 0.98],
  ["canonical", 0.97],
  ["prose", 0.88],
  ["therapies", 0.97],
  ["conditions", 0.95],
  ["alsoRead", 0.95],
] as const) {
  test(`labelled fixtures: ${part} F1 is at least ${floor}`, () =>
    assert.ok(f1(scores[part]) >= floor, JSON.stringify(scores[part])));
}

test("labelled fixtures: at least 40, no trap hit, nothing claimed that is denied, all promised counts right", () => {
  assert.ok(scores.articleCount >= 40);
  assert.is(scores.trapsHit, 0);
  assert.is(scores.forbidden, 0);
  assert.is(scores.promisedRight, scores.promisedCount);
});

test("closeness: equal words are 1, a beginning is nearly so, others by their common words", () => {
  assert.is(closeness("Eases pain", "eases  Pain"), 1);
  assert.is(closeness("Eases pain", "Eases pain at night"), 0.95);
  assert.is(closeness("Eases pain", "Lifts mood"), 0);
});

test("f1: nothing to find and nothing found is right", () =>
  assert.is(f1({ right: 0, wrong: 0, missed: 0 }), 1));

test.run();
