import { test } from "uvu";
import * as assert from "uvu/assert";
import { ESCAPED, HOSTILE, render } from "./render.ts";

test("notices: who paid and which tools helped, each only where it is said", () => {
  assert.is(render("notices", { view: { sponsorText: "", madeWithAi: null } }), "");
  assert.is(
    render("notices", { view: { sponsorText: HOSTILE, madeWithAi: "Drafted by machine." } }),
    `<p class="notice">${ESCAPED}</p><p class="notice">Drafted by machine.</p>`,
  );
});

test.run();
