import { test } from "uvu";
import * as assert from "uvu/assert";
import type { TermRef } from "../../../plugins/page/parts.ts";
import { render } from "./render.ts";

const term = (text: string, url = `/${text}/`): TermRef => ({
  id: text,
  url,
  text,
  articleCount: 2,
  countText: "2 articles",
});

const view = {
  conditions: [term("stress")],
  benefits: [],
  therapies: [term("yoga")],
  chrome: { without: ["therapies"] },
};

test("browse: only kinds that have terms, headings linked only to indexes that are made", () => {
  const html = render("browse", { view });
  assert.match(html, '<h2 id="v_conditions"><a href="/conditions/">Conditions</a></h2>');
  assert.match(html, '<h2 id="v_therapies">Therapies</h2>');
  assert.not.match(html, "v_benefits");
});

test.run();
