import { test } from "uvu";
import * as assert from "uvu/assert";
import { ESCAPED, HOSTILE, render } from "./render.ts";

test("emergency note: the words of the view, as text, under a heading of their own", () => {
  assert.is(
    render("emergency-note", { view: { emergency: HOSTILE } }),
    `<section class="note emergency" aria-labelledby="v_emergency"><h2 id="v_emergency">Get help at once</h2><p>${ESCAPED}</p></section>`,
  );
});

test.run();
