import { test } from "uvu";
import * as assert from "uvu/assert";
import { rarities, stepped } from "../../plugins/related/rarity.ts";
import { Vocabulary } from "../../plugins/related/vocabulary.ts";

function termsOf(lang: string, text: string): string[] {
  const vocabulary = new Vocabulary(lang);
  const found: string[] = [];
  vocabulary.read(text, (word) => {
    const term = vocabulary.termOf[word]!;
    if (term >= 0) found.push(vocabulary.terms[term]!);
  });
  return found;
}

for (const [lang, text, terms] of [
  ["en", "Massages massaged MASSAGE", ["massag", "massag", "massag"]],
  ["en", "The cat's vitamin B12 & omega-3", ["cat", "vitamin", "b12", "omega", "3"]],
  ["en", "It is what it is", []],
  ["nl", "De massages", ["de", "massages"]],
  ["fr", "L’été, naïve café", ["été", "naïve", "café"]],
  ["fr", "e\u0301te\u0301", ["été"]],
  ["ja", "睡眠が深い", ["睡眠", "が", "深い"]],
  ["en", "yoga 瑜伽 yoga", ["yoga", "瑜伽", "yoga"]],
  ["th", "นอนหลับ", ["นอน", "หลับ"]],
  ["ar", "التدليك والنوم", ["التدليك", "والنوم"]],
  ["en", "🙂 — … \u0000", []],
  ["not a language", "plain words", ["plain", "words"]],
  ["en", "", []],
] as const) {
  test(`Vocabulary: ${lang}: ${text}`, () => assert.equal(termsOf(lang, text), terms));
}

test("Vocabulary: ten thousand words keep their ids apart", () => {
  const words = Array.from({ length: 10_000 }, (_, index) => `w${index.toString(36)}`);
  const vocabulary = new Vocabulary("nl");
  const ids: number[] = [];
  vocabulary.read([...words, ...words].join(" "), (id) => ids.push(id));
  assert.is(new Set(ids).size, words.length);
  assert.equal(ids.slice(0, words.length), ids.slice(words.length));
  assert.equal(vocabulary.words, words);
});

for (const [count, step] of [
  [0, 0],
  [3, 3],
  [4, 4],
  [16, 16],
  [17, 16],
  [1000, 1024],
] as const) {
  test(`stepped: ${count} counts as ${step}`, () => assert.is(Math.round(stepped(count)), step));
}

test("rarities: rarer is more; terms of half the site are nothing, on a small site they are something", () => {
  const [rare, common, grammar] = rarities(Uint32Array.of(2, 200, 600), new Uint8Array(3), 1000);
  assert.ok(rare! > common! && common! > 0);
  assert.is(grammar, 0);
  assert.ok(rarities(Uint32Array.of(6), new Uint8Array(1), 10)[0]! > 0);
});

test.run();
