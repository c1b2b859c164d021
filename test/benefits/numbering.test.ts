import { test } from "uvu";
import * as assert from "uvu/assert";
import { cleanHeading } from "../../plugins/benefits/english/candidate.ts";
import { headings, read } from "./reader.ts";

for (const [text, heading, number] of [
  ["3. Calmer evenings", "Calmer evenings", 3],
  ["#4: Calmer evenings", "Calmer evenings", 4],
  ["(5) Calmer evenings:", "Calmer evenings", 5],
  ["6 | Calmer evenings", "Calmer evenings", 6],
  ["Benefit #2: Calmer evenings", "Calmer evenings", null],
  ["Health Benefit 2: Calmer evenings", "Calmer evenings", null],
  ["Main reason no. 2 – Calmer evenings", "Calmer evenings", null],
  // An amount is no number of an entry.
  ["4.8 calories", "4.8 calories", null],
  ["1,200 steps", "1,200 steps", null],
] as const) {
  test(`cleanHeading: ${text}`, () => assert.equal(cleanHeading(text), { heading, number }));
}

test("numbering: entries labelled as benefits are entries and announce none", () => {
  const body = "## Health Benefit 1: Softer skin\n\nx\n\n## Health Benefit 2: Less acne\n\nx\n";
  assert.equal(headings(read("2 Health Benefits of Aloe", body)), ["Softer skin", "Less acne"]);
});

test("numbering: amounts in a list are no benefits, even where a number of benefits is promised", () => {
  const body =
    "A spoon has:\n\n- 4.8 calories\n- 1.07 g of fat\n- 2 mg iron\n\n## 1. Softer skin\n\nx\n\n## 2. Less acne\n\nx\n";
  assert.equal(headings(read("3 Benefits of Aloe", body)), ["Softer skin", "Less acne"]);
});

test.run();
