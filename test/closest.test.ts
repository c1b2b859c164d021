import { test } from "uvu";
import * as assert from "uvu/assert";
import { closest, didYouMean } from "../plugins/closest.ts";

for (const [word, candidates, reach, found] of [
  ["tag", ["title", "tags"], undefined, "tags"],
  ["Threshhold", ["count", "threshold"], undefined, "threshold"],
  // Four of ten letters may differ, five may not.
  ["abcdefghij", ["abcdefxxxx"], undefined, "abcdefxxxx"],
  ["abcdefghij", ["abcdexxxxx"], undefined, null],
  ["faq", ["title", "tags", "date", "lang"], undefined, null],
  ["", ["title"], undefined, null],
  ["title", [], undefined, null],
  // As far as the caller says.
  ["abcdefghij", ["abcdefghxx"], 1, null],
  ["abcdefghij", ["xxxxxxxxxx"], Number.POSITIVE_INFINITY, "xxxxxxxxxx"],
  // Of two as near the one that begins more alike, then the first in code unit order.
  ["cat", ["bat", "car"], undefined, "car"],
  ["cat", ["cap", "can"], undefined, "can"],
] as const) {
  test(`closest: ${JSON.stringify(word)} among ${candidates.join(", ")}${reach ? `, ${reach} away` : ""}: ${found}`, () =>
    assert.is(closest(word, candidates, reach), found));
}

test("didYouMean: the nearest as a sentence, nothing where none is near or the word is right", () => {
  assert.is(didYouMean("tag", ["tags"]), ' Did you mean "tags"?');
  assert.is(didYouMean("faq", ["tags"]), "");
  assert.is(didYouMean("tags", ["tags"]), "");
});

test.run();
