import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Example, learn } from "../../bench/learn.ts";
import { LISTS_MODEL } from "../../plugins/benefits/english/lists-model.ts";
import { probability, withWords } from "../../plugins/benefits/model.ts";

test("withWords: words by place and weight are facts by name, beside the others", () => {
  const { bias, weights } = withWords(
    { bias: -1, weights: { "+home umbrella": 0.5 } },
    { i: { "1.5": "calm sleep", "-0.2": "step" }, h: { 2: "benefit" } },
  );
  assert.is(bias, -1);
  assert.equal(weights, {
    "+home umbrella": 0.5,
    "i calm": 1.5,
    "i sleep": 1.5,
    "i step": -0.2,
    "h benefit": 2,
  });
});

test("LISTS_MODEL: words of the five places and named facts, all of them finite", () => {
  const names = Object.keys(LISTS_MODEL.weights);
  for (const place of ["i", "f", "h", "b", "x"])
    assert.ok(
      names.some((name) => name.startsWith(`${place} `)),
      place,
    );
  assert.ok(names.includes("+home umbrella"));
  for (const [name, weight] of Object.entries(LISTS_MODEL.weights)) assert.ok(Number.isFinite(weight), name);
});

test("learn: what is known beforehand is not learnt again, and a fact drawn harder weighs less", () => {
  const isAll = { a: 1, b: 1 };
  const examples = [true, false].flatMap((isTrue): Example[] =>
    Array.from({ length: 20 }, () => ({ facts: isTrue ? isAll : {}, isTrue, weight: 1 })),
  );
  const plain = learn(examples, () => 1);
  const known = learn(
    examples.map((one) => ({ ...one, odds: one.isTrue ? 5 : -5 })),
    () => 1,
  );
  assert.ok(probability(plain, isAll) > 0.8);
  assert.ok((known.weights.a ?? 0) < (plain.weights.a ?? 0) / 3);
  const uneven = learn(examples, (name) => (name === "b" ? 20 : 1));
  assert.ok((uneven.weights.b ?? 0) < (uneven.weights.a ?? 0) / 5);
});

test.run();
