import { test } from "uvu";
import * as assert from "uvu/assert";
import { ESCAPED, HOSTILE, render } from "./render.ts";

test("action note: the words of the view, as text", () => {
  assert.is(
    render("action-note", { view: { actionNote: HOSTILE } }),
    `<section class="note action" data-pagefind-ignore aria-labelledby="v_action"><h2 id="v_action">Before you try this</h2><p>${ESCAPED}</p></section>`,
  );
});

test.run();
