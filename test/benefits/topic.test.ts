import { test } from "uvu";
import * as assert from "uvu/assert";
import { LISTED_MODEL } from "../../plugins/benefits/english/listed-model.ts";
import { LISTS_MODEL } from "../../plugins/benefits/english/lists-model.ts";
import { SAID_MODEL } from "../../plugins/benefits/english/said-model.ts";
import { tokenize } from "../../plugins/benefits/english/tokens.ts";
import { topicOf } from "../../plugins/benefits/english/topic.ts";
import type { Models } from "../../plugins/benefits/language.ts";
import type { Model } from "../../plugins/benefits/model.ts";
import { lexicon, prose, read } from "./reader.ts";

const by = (sentences: Model): { readonly models: Models } => ({
  models: { lists: LISTS_MODEL, sentences, listed: LISTED_MODEL, said: SAID_MODEL },
});

for (const [title, words] of [
  ["Why zorbing?", "why zorbing"],
  ["Gut health with miso soup", "with miso soup"],
  ["Insomnia", ""],
  ["How to sleep", ""],
] as const) {
  test(`topicOf: ${title}`, () => assert.is([...topicOf(tokenize(title), lexicon)].join(" "), words));
}

test("topic: what a title is about is named in a sentence, as a noun, where it names no therapy of the site", () => {
  const { bias, weights } = { bias: -9, weights: { "+subject in sentence": 18 } };
  const found = (title: string, sentence: string): string[] =>
    prose(read(title, sentence, by({ bias, weights })));
  const sentence = "Zorbing reduces stress.";
  assert.equal(found("Why zorbing?", sentence), ["reduce:stress"]);
  assert.equal(found("Why not?", sentence), []);
  assert.equal(found("Zorbing and yoga", sentence), [], "the therapy is what it is about");
  assert.equal(
    found("Lovely days", "It is lovely, and it reduces stress."),
    [],
    "an adjective names nothing",
  );
});

test("topic: a claim must be likelier where the title names no therapy of the site", () => {
  const found = (title: string, likely: number): number => {
    const bias = Math.log(likely / (1 - likely));
    return prose(read(title, "It reduces stress.", by({ bias, weights: {} }))).length;
  };
  assert.is(found("Yoga", 0.4), 1);
  assert.is(found("Zorbing", 0.4), 0);
  assert.is(found("Zorbing", 0.5), 1);
  assert.is(found("Yoga", 0.3), 0);
});

test.run();
