import { test } from "uvu";
import * as assert from "uvu/assert";
import type { LinkRef } from "../../../plugins/page/parts.ts";
import { render } from "./render.ts";

const letters: readonly LinkRef[] = [
  { text: "A", url: "#v_0_A" },
  { text: "B", url: "/tags/page/2/#v_0_B" },
];

test("letters: a list of links with a name", () => {
  assert.is(
    render("letters", { view: { letters } }),
    '<nav class="letters" aria-label="Letters"><ul><li><a href="#v_0_A">A</a></li><li><a href="/tags/page/2/#v_0_B">B</a></li></ul></nav>',
  );
});

test.run();
