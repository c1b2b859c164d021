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
  ["Benefit: Calmer evenings", "Calmer evenings", null],
  ["Benefit Two: Calmer evenings", "Calmer evenings", null],
  ["Second benefit – Calmer evenings", "Calmer evenings", null],
  ["1️⃣ Calmer evenings", "Calmer evenings", 1],
  ["A) Calmer evenings", "Calmer evenings", null],
  ["b) Calmer evenings", "Calmer evenings", null],
  ["IV. Calmer evenings", "Calmer evenings", null],
  ["Two: Calmer evenings", "Calmer evenings", null],
  ["o Calmer evenings", "Calmer evenings", null],
  ["ü Calmer evenings", "Calmer evenings", null],
  // Names of species, vitamins and words of a sentence are none.
  ["E. coli in the gut", "E. coli in the gut", null],
  ["H. Pylori Protection", "H. Pylori Protection", null],
  ["I. Calmer evenings", "Calmer evenings", null],
  ["Vitamin C. What it does", "Vitamin C. What it does", null],
  ["First, calm down", "First, calm down", null],
  ["Two calm evenings", "Two calm evenings", null],
  ["Benefits: many", "Benefits: many", null],
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
