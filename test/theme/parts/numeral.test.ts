import { test } from "uvu";
import * as assert from "uvu/assert";
import { render } from "./render.ts";

for (const [numeral, html] of [
  [0, ""],
  [9, '<span class="num" data-pagefind-ignore aria-hidden="true">9</span>'],
  [100, '<span class="num long" data-pagefind-ignore aria-hidden="true">100</span>'],
] as const) {
  test(`numeral: ${numeral}`, () => assert.is(render("numeral", { numeral }), html));
}

test.run();
