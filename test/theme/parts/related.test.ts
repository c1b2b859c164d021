import { test } from "uvu";
import * as assert from "uvu/assert";
import type { RelatedView } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const related: readonly RelatedView[] = [
  { id: "a", url: "/a/", text: HOSTILE, why: "also on stress", minutesText: "4 min read" },
  { id: "b", url: "/b/", text: "B", why: "", minutesText: "1 min read" },
];

test("related: each with its reason where it can be said", () => {
  assert.is(
    render("related", { view: { related } }),
    `<section class="page related" aria-labelledby="v_related"><h2 id="v_related">Also read</h2><ul><li><a href="/a/">${ESCAPED}</a> <span class="why">also on stress</span></li><li><a href="/b/">B</a></li></ul></section>`,
  );
});

test.run();
