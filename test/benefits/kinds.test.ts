import { test } from "uvu";
import * as assert from "uvu/assert";
import { readKinds } from "../../bench/labels.ts";
import { scoreBenefits } from "../../bench/score-benefits.ts";

const { each, listCount, listsRight, otherCount, othersListed } = scoreBenefits(readKinds());
const wrong = each
  .filter(({ explicit }) => explicit.wrong + explicit.missed > 0)
  .map(({ id }) => id)
  .join("\n");

test("ways of announcing and setting lists: at least 48 of 50 lists are read wholly right", () => {
  assert.is(listCount, 50);
  assert.ok(listsRight >= 48, wrong);
});

test("ways of announcing and setting lists: harm, functions, tests, advice and myths are listed in none of 56 texts", () => {
  assert.is(otherCount, 56);
  assert.is(othersListed, 0, wrong);
});

test.run();
