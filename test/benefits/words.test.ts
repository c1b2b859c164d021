import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Example } from "../../bench/learn.ts";
import { wordVectors } from "../../bench/vectors.ts";
import { learnWords, type Sourced, type WordLearning } from "../../bench/words.ts";

/** Two families of words, each met in the same places. */
const GOODS = ["calm", "sooth", "eas", "reliev"];
const STEPS = ["boil", "pour", "stir", "cut"];
const TEXTS = Array.from({ length: 200 }, (_, turn) => [
  ["tea", GOODS[turn % 4] ?? "", "nerv", "pain"],
  ["then", STEPS[turn % 4] ?? "", "water", "cup"],
]).flat();
const LEARNING: WordLearning = { places: "i", decay: { facts: 1, words: 4, vectors: 1 }, most: 100 };

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** Rows whose one item says `word`, from fourteen sites. */
function rows(word: string, isTrue: boolean, sites = 14): Sourced[] {
  return Array.from({ length: sites }, (_, site) => {
    const example: Example = { facts: { "+home umbrella": 1, [`i ${word}`]: 1 }, isTrue, weight: 1 };
    return { source: `site ${site}`, example };
  });
}

test("wordVectors: words of like use are near each other, the same each time, and rare ones have none", () => {
  const { of, size } = wordVectors([...TEXTS, ["rare", "word"]]);
  const [calm, sooth, boil] = ["calm", "sooth", "boil"].map((word) => of(word) ?? new Float32Array());
  assert.is(calm?.length, size);
  assert.ok(dot(calm!, sooth!) > 0.8);
  assert.ok(dot(calm!, boil!) < 0.4);
  assert.ok(Math.abs(dot(calm!, calm!) - 1) < 1e-5);
  assert.is(of("rare"), null);
  assert.equal(wordVectors([...TEXTS, ["rare", "word"]]).of("calm"), calm);
});

test("learnWords: a word that few sites say weighs what those of like use weigh", () => {
  const taught = [
    ...rows("calm", true),
    ...rows("sooth", true),
    ...rows("boil", false),
    ...rows("pour", false),
  ];
  const few = [...rows("eas", true, 3), ...rows("stir", false, 3)];
  const { weights } = learnWords([...taught, ...few], wordVectors(TEXTS), LEARNING);
  assert.ok((weights["i calm"] ?? 0) > 0.5);
  assert.ok((weights["i eas"] ?? 0) > 0.3);
  assert.ok((weights["i stir"] ?? 0) < -0.3);
  const bare = learnWords([...taught, ...few], null, LEARNING).weights;
  assert.is(bare["i eas"], undefined, "without vectors it has no weight of its own");
  assert.ok((bare["i calm"] ?? 0) > 0.3);
});

test("learnWords: of words those that tell most are kept, of facts all; where a place has no vectors, words weigh by themselves", () => {
  const all = [...rows("calm", true), ...rows("boil", false), ...rows("tea", true), ...rows("tea", false)];
  const { weights } = learnWords(all, wordVectors(TEXTS), { ...LEARNING, most: 2 });
  assert.equal(Object.keys(weights), ["+home umbrella", "i boil", "i calm"]);
  const elsewhere = learnWords(all, wordVectors(TEXTS), { ...LEARNING, places: "h" });
  const without = learnWords(all, null, LEARNING);
  assert.equal(elsewhere, without);
});

test.run();
