import { test } from "uvu";
import * as assert from "uvu/assert";
import { shorten } from "../../plugins/page/common.ts";
import { splitTitle, withoutNumber } from "../../plugins/page/title.ts";

for (const [title, number, rest] of [
  ["9 Benefits of rest", "9", "Benefits of rest"],
  ["10  small habits", "10", "small habits"],
  ["Nine benefits of rest", "", "Nine benefits of rest"],
  ["2024", "", "2024"],
  ["5-minute calm", "", "5-minute calm"],
  ["1000 nights", "", "1000 nights"],
] as const) {
  test(`splitTitle: ${title}`, () =>
    assert.equal(splitTitle(title), { titleNumber: number, titleText: rest }));
}

for (const [heading, plain] of [
  ["1. Eases stress", "Eases stress"],
  ["2) Eases stress", "Eases stress"],
  ["3: Eases stress", "Eases stress"],
  ["4 – Eases stress", "Eases stress"],
  ["5-minute rest", "5-minute rest"],
  ["1.5 hours of sleep", "1.5 hours of sleep"],
  ["3:1 breathing", "3:1 breathing"],
  ["Eases stress", "Eases stress"],
] as const) {
  test(`withoutNumber: ${heading}`, () => assert.is(withoutNumber(heading), plain));
}

for (const [text, limit, short] of [
  ["short", 10, "short"],
  ["one two three four", 12, "one two…"],
  ["oneverylongword", 8, "onevery…"],
  ["  a \n b  ", 10, "a b"],
] as const) {
  test(`shorten: ${JSON.stringify(text)} to ${limit}`, () => assert.is(shorten(text, limit), short));
}

test.run();
