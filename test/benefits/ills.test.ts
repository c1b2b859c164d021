import { test } from "uvu";
import * as assert from "uvu/assert";
import { LISTED_MODEL } from "../../plugins/benefits/english/listed-model.ts";
import { LISTS_MODEL } from "../../plugins/benefits/english/lists-model.ts";
import { readRole } from "../../plugins/benefits/english/role.ts";
import { SAID_MODEL } from "../../plugins/benefits/english/said-model.ts";
import { tokenize } from "../../plugins/benefits/english/tokens.ts";
import { lexicon, prose, read } from "./reader.ts";

test("ills: what ails a good thing is known for its trouble in sentences", () => {
  const sentences = { bias: 9, weights: { trouble: -18 } };
  const models = { lists: LISTS_MODEL, sentences, listed: LISTED_MODEL, said: SAID_MODEL };
  const said = (sentence: string): string[] => prose(read("Yoga", sentence, { models }));
  assert.equal(said("Yoga supports kidney function."), ["improve:kidney-health"]);
  assert.equal(said("Yoga reduces kidney dysfunction."), []);
  assert.equal(said("Yoga improves poor kidney function."), []);
});

test("ills: a heading over what ails is harm, over what is well it is none", () => {
  const isHarm = (heading: string): boolean =>
    readRole(heading, tokenize(heading), lexicon, new Set()).isHarm;
  assert.ok(isHarm("The Effects of Kidney Dysfunction"));
  assert.not.ok(isHarm("The Effects of Kidney Tea"));
});

test.run();
