import { test } from "uvu";
import * as assert from "uvu/assert";
import { render } from "./render.ts";

test("colours: a named group of three buttons, the system's pressed", () => {
  assert.is(
    render("colours", {}),
    '<div class="colours"><span id="v_colours">Colours</span><div role="group" aria-labelledby="v_colours"><button type="button" value="system" aria-pressed="true">System</button><button type="button" value="light" aria-pressed="false">Light</button><button type="button" value="dark" aria-pressed="false">Dark</button></div></div>',
  );
});

test.run();
