import { test } from "uvu";
import * as assert from "uvu/assert";
import { readPage } from "../../plugins/check/page/read.ts";
import { matchesAny } from "../../plugins/check/page/selector.ts";

const { elements } = readPage(
  "x.html",
  `<main><section class="a b" data-x="1"><div><p id="p">x</p></div></section><p hidden class="gone">y</p></main>`,
);

for (const [selector, expected] of [
  ["p", true],
  ["#p", true],
  ["main p", true],
  ["main > p", false],
  ["section > div > p", true],
  ["section p", true],
  ["main section > p", false],
  [".a.b", true],
  [".a .b", false],
  [".gone", false],
  ["h1, #p", true],
  ["h1", false],
  ["[data-x]", true],
  ['section[data-x="1"] p', true],
  ['[data-x="2"]', false],
  ["* > #p", true],
  ["p:first-child", null],
  ["p + p", null],
  ["", null],
] as const) {
  test(`matchesAny: ${selector}`, () => assert.is(matchesAny(selector, elements), expected));
}

test.run();
