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
  ["en", "The used ones", ["on"]],
  ["nl", "De ruggen en de rug", ["rugg", "rug"]],
  ["de", "Die Häuser und das Haus", ["haus", "haus"]],
  ["es", "Dormir, durmiendo: para el insomnio", ["dorm", "durm", "insomni"]],
  ["fr", "L’insomnie et les nuits à la me\u0301lisse", ["insomn", "nuit", "mel"]],
  ["hi", "रातों की नींद, रात में", ["रात", "नींद", "रात"]],
  ["he", "שֵׁנָה ושינה של הלילה", ["שנה", "ושינה", "הלילה"]],
  ["vi", "giấc ngủ", ["giấc", "ngủ"]],
  ["ja", "睡眠が深い", ["睡眠", "深い"]],
  ["ja", "カモミールティーとマッサージ", ["カモミール", "ティー", "マッサージ"]],
  ["ja", "か\u3099んばる", ["がんばる"]],
  ["zh", "穴位按摩可以改善睡眠", ["穴位", "按摩", "改善", "睡眠"]],
  ["ko", "수면과 마사지는 밤으로", ["수면", "마사지", "밤"]],
  ["ko", "허리가 허리를 허리에서", ["허리", "허리", "허리"]],
  ["fa", "می\u200cخوابم", ["میخوابم"]],
  ["en", "yoga 瑜伽 yoga", ["yoga", "瑜伽", "yoga"]],
  ["th", "นอนหลับ", ["นอน", "หลับ"]],
  ["ar", "التَّدليك", ["تدليك"]],
  ["ar", "النـوم للنوم", ["نوم", "نوم"]],
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
