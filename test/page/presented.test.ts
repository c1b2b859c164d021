import { test } from "uvu";
import * as assert from "uvu/assert";
import { presentedBenefits } from "../../plugins/page/presented.ts";
import { benefit, record } from "../theme/corpus.ts";

const stress = benefit("reduce:stress", "Eases stress", 3, "stress");
const cancer = benefit("reduce:cancer", "Cures cancer", 7, "cancer");
const sleep = benefit("improve:sleep", "Better sleep", 11, "sleep");

function presented(shown: readonly (typeof stress)[], waiting: readonly (typeof stress)[]) {
  const one = record("a", {}, "Text.", shown);
  one.proposals = waiting.map((proposal) => ({ ...proposal, wait: "grave", grave: null }));
  return presentedBenefits(one).map(({ number, benefit: { heading } }) => `${number}. ${heading}`);
}

test("presentedBenefits: in the order of the text, numbered from 1", () =>
  assert.equal(presented([sleep, stress], []), ["1. Eases stress", "2. Better sleep"]));

test("presentedBenefits: a heading that waits for the writer's word keeps its number", () => {
  assert.equal(presented([stress, sleep], [cancer]), ["1. Eases stress", "3. Better sleep"]);
  assert.equal(presented([sleep], [stress, cancer]), ["3. Better sleep"]);
});

test("presentedBenefits: a heading of which a part is shown takes one number", () =>
  assert.equal(presented([stress, sleep], [{ ...stress, canonicals: ["reduce:anxiety"] }]), [
    "1. Eases stress",
    "2. Better sleep",
  ]));

test("presentedBenefits: what stands in a sentence by the way, or has no place on the page, is none", () =>
  assert.equal(
    presented([{ ...stress, kind: "prose", heading: null }, { ...cancer, anchor: "" }, sleep], []),
    ["1. Better sleep"],
  ));

test.run();
