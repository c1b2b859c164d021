import { test } from "uvu";
import * as assert from "uvu/assert";
import { readKinds } from "../../bench/labels.ts";
import { scoreBenefits } from "../../bench/score-benefits.ts";

const { each, listCount, listsRight, otherCount, othersListed } = scoreBenefits(readKinds());
const wrong = each
  .filter(({ explicit }) => explicit.wrong + explicit.missed > 0)
  .map(({ id }) => id)
  .join("\n");

test("ways of announcing and setting lists: at least 56 of 58 lists are read wholly right", () => {
  assert.is(listCount, 58);
  assert.ok(listsRight >= 56, wrong);
});

for (const [title, why] of [
  ["4 benefits of choir singing", "the clause that points below announces, whatever stands before it"],
  ["Coffee and I", "what another clause turns down takes nothing back"],
  ["A bitter leaf", "what “have long used it for” holds, behind what no claim is made of"],
  ["Calmer through movement", "effects below how it helps"],
  ["What we owe the night", "no effects below anything else"],
] as const) {
  test(`ways of announcing and setting lists: ${why}`, () => assert.not.match(wrong, title));
}

test("ways of announcing and setting lists: harm, functions, tests, advice and myths are listed in none of 57 texts", () => {
  assert.is(otherCount, 57);
  assert.is(othersListed, 0, wrong);
});

test.run();
