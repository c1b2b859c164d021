import { test } from "uvu";
import * as assert from "uvu/assert";
import { nameFinder } from "../../plugins/schema/says-name.ts";

for (const [names, text, isSaid] of [
  [["tea"], "A cup of Tea.", true],
  [["tea"], "The team steamed", false],
  [["Massage therapy", "massage"], "Massage: a guide", true],
  [["Massage therapy"], "massage-therapy", true],
  [["Massage therapy"], "Massage and therapy", false],
  [["St John's wort"], "On St John’s Wort", true],
  [["瑜伽"], "每天瑜伽十分钟", true],
  [["café au lait"], "CAFÉ AU LAIT", true],
  [[], "anything", false],
] as const) {
  test(`nameFinder: ${names.join(", ") || "no name"} in ${text}`, () =>
    assert.is(nameFinder(names)(text), isSaid));
}

test.run();
