import { test } from "uvu";
import * as assert from "uvu/assert";
import { readKinds } from "../../bench/labels.ts";
import { scoreBenefits } from "../../bench/score-benefits.ts";

const { each, listCount, listsRight, otherCount, othersListed } = scoreBenefits(readKinds());
const wrong = each
  .filter(({ explicit }) => explicit.wrong + explicit.missed > 0)
  .map(({ id }) => id)
  .join("\n");

test("ways of announcing and setting lists: at least 42 of 44 lists are read wholly right", () => {
  assert.is(listCount, 44);
  assert.ok(listsRight >= 42, wrong);
});

test("ways of announcing and setting lists: harm, functions, tests, advice and myths are listed in none of 53 texts", () => {
  assert.is(otherCount, 53);
  assert.is(othersListed, 0, wrong);
});

test.run();
