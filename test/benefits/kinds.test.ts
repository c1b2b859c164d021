import { test } from "uvu";
import * as assert from "uvu/assert";
import { readKinds } from "../../bench/labels.ts";
import { scoreBenefits } from "../../bench/score-benefits.ts";

const { each, listCount, listsRight, othersListed } = scoreBenefits(readKinds());
const wrong = each
  .filter(({ explicit }) => explicit.wrong + explicit.missed > 0)
  .map(({ id }) => id)
  .join("\n");

test("ways of announcing and setting lists: at least 29 of 32 lists are read wholly right", () => {
  assert.is(listCount, 32);
  assert.ok(listsRight >= 29, wrong);
});

test("ways of announcing and setting lists: harm, functions, tests, advice and myths are listed in at most 2 of 46 texts", () =>
  assert.ok(othersListed <= 2, wrong));

test.run();
