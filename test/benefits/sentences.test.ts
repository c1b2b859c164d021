import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { LISTS_MODEL } from "../../plugins/benefits/english/lists-model.ts";
import type { ExtractOptions } from "../../plugins/benefits/language.ts";
import type { Model } from "../../plugins/benefits/model.ts";
import { DEFAULT_PUBLISH_FROM } from "../../plugins/corpus/site.ts";
import { read } from "./reader.ts";

const FOLDER = join("test", "fixtures", "benefit-sentences");
type Sentences<Value> = Readonly<Record<string, Readonly<Record<string, Value>>>>;

function readSentences<Value>(name: string): Sentences<Value> {
  const { about: _about, ...titles } = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Record<
    string,
    Record<string, Value>
  >;
  return titles;
}

/** Confidence from which a page may show a claim without the writer's word. */
const PUBLISHED = DEFAULT_PUBLISH_FROM;

/** Weights to which everything is asserted for sure, but for what a fact of that name tells against: what is still silent, a rule silences. */
function sureBut(...facts: readonly string[]): ExtractOptions {
  const sure: Model = { bias: 20, weights: {} };
  const sentences = { bias: 20, weights: Object.fromEntries(facts.map((name) => [name, -40])) };
  return { models: { lists: LISTS_MODEL, sentences, listed: sure, said: sure } };
}

function claimed(title: string, sentence: string, from: number, options: ExtractOptions = {}): string[] {
  return read(title, sentence, options)
    .benefits.filter(({ confidence }) => confidence >= from)
    .flatMap(({ canonicals }) => canonicals);
}

// Both sets were written before the reader ran on them, and nothing is learnt from them.
test("sentences that deny, doubt, quote, compare, advise or mean another thing: at least 57 of 60 publish nothing", () => {
  const loud = Object.entries(readSentences<string[]>("silent.json")).flatMap(([title, kinds]) =>
    Object.values(kinds)
      .flat()
      .filter((sentence) => claimed(title, sentence, PUBLISHED).length > 0),
  );
  assert.ok(loud.length <= 3, loud.join("\n"));
});

test("sentences that say it: at least 18 of 20 are found", () => {
  const missed = Object.entries(readSentences<string[]>("said.json")).flatMap(([title, sentences]) =>
    Object.entries(sentences)
      .filter(([sentence, expected]) => {
        const found = claimed(title, sentence, 0);
        return !expected.every((canonical) => found.includes(canonical));
      })
      .map(([sentence]) => sentence),
  );
  assert.ok(missed.length <= 2, missed.join("\n"));
});

for (const sentence of [
  "Stop and get emergency help for chest pain or pressure.",
  "Ask your doctor about treatment for anxiety.",
  "Seek relief from pain early.",
])
  test(`help that is sought is not given: ${sentence}`, () =>
    assert.equal(claimed("The benefits of ginger", sentence, 0, sureBut()), []));

test("the second of two orders is an order, whatever else speaks for it", () => {
  const found = (sentence: string): string[] =>
    claimed("The benefits of ginger", sentence, 0, sureBut("--one of several orders"));
  assert.equal(found("Walk every day and reduce your stress."), []);
  assert.equal(found("It eases your stress and lowers blood pressure."), [
    "reduce:stress",
    "reduce:blood-pressure",
  ]);
});

test("somebody named after the subject is never sure enough", () => {
  const from = (sentence: string): string[] => claimed("The benefits of ginger", sentence, 0.8, sureBut());
  assert.equal(from("The ginger nurse treats chronic pain."), []);
  assert.equal(from("Ginger treats chronic pain."), ["reduce:chronic-pain"]);
});

for (const [why, sentence] of [
  ["the second of two orders", "Manage your stress and keep a healthy weight before the season starts."],
  ["the last of three orders", "Breathe in, count to four and lower your blood pressure with a nap."],
  ["somebody named after the subject", "The ginger nurse treats chronic pain."],
  ["a circumstance", "The ankle feels better at night (as mechanical stress decreases)."],
  ["a task with a dash", "Maintaining a healthy weight - aim for a plate half full of greens."],
  ["a lack that is brought about", "Too much ginger can lead to loss of libido."],
  ["the growth of something else", "Ginger promotes the growth of mould in a damp cupboard."],
] as const)
  test(`nothing is published of ${why}: ${sentence}`, () =>
    assert.equal(claimed("The benefits of ginger", sentence, PUBLISHED), []));

for (const sentence of [
  "Ginger is said to relieve nausea.",
  "Ginger has long been thought to improve digestion.",
  "Ginger supposedly improves digestion.",
])
  test(`what is only told waits for the writer: ${sentence}`, () => {
    assert.equal(claimed("The benefits of ginger", sentence, PUBLISHED), []);
    assert.is(claimed("The benefits of ginger", sentence, 0).length, 1);
  });

for (const sentence of [
  "The bakery behind the ginger farm relieves stress with free bread.",
  "A nurse from the ginger cooperative treats chronic pain.",
  "The ginger festival relieves stress.",
])
  test(`who stands beside the subject is not the subject: ${sentence}`, () => {
    assert.equal(claimed("Ginger", sentence, PUBLISHED), []);
    assert.is.not(claimed("Ginger", sentence.replace(/^.*? (?=relieves|treats)/, "Ginger "), 0).length, 0);
  });

for (const [sentence, kind] of [
  ["Ginger does not cure cancer.", "denied"],
  ["No trial has found that ginger reduces pain.", "denied"],
  ["We doubt that ginger reduces pain.", "doubted"],
  ["Does ginger reduce pain?", null],
  ["Sellers say that ginger does not fail to cure cancer.", null],
  ["Ginger reduces pain.", null],
] as const) {
  test(`against: ${sentence}`, () => {
    const { against } = read("Ginger at home", sentence);
    assert.is(against[0]?.kind ?? null, kind);
    if (kind) assert.is(against[0]?.evidence, sentence);
  });
}

for (const [title, body] of [
  [
    "Le yoga en cinq gestes",
    "## Le stress\n\nLe yoga est bon pour la santé et pour le corps.\n\n## La digestion\n\nIl aide les intestins.",
  ],
  [
    "Yoga am Morgen",
    "## Depression\n\nDas ist nicht die Medizin, aber es hilft.\n\n## Stress\n\nMan wird ruhig und der Tag beginnt gut.",
  ],
] as const) {
  test(`extractBenefits: an article in another language yields nothing, whatever its lang says: ${title}`, () =>
    assert.equal(read(title, body).benefits, []));
}

test.run();
