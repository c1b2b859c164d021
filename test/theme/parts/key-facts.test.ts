import { test } from "uvu";
import * as assert from "uvu/assert";
import { ESCAPED, HOSTILE, render } from "./render.ts";

test("key facts: a list under a heading", () => {
  assert.is(
    render("key-facts", { view: { keyFacts: ["One.", HOSTILE] } }),
    `<section class="key-facts" aria-labelledby="v_facts"><h2 id="v_facts">Key facts</h2><ul><li>One.</li><li>${ESCAPED}</li></ul></section>`,
  );
});

test.run();
