import { test } from "uvu";
import * as assert from "uvu/assert";
import type { SourceView } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const source: SourceView = {
  number: 1,
  anchor: "v_source_1",
  title: HOSTILE,
  url: "https://e.org/?a=1&b=2",
  publisher: "E",
  year: 2020,
  type: null,
  detail: "E, 2020",
  marks: ["v_cite_1", "v_cite_1_2"],
};

test("sources: each leads back to every mark in the text, by name", () => {
  assert.is(
    render("sources", { view: { sources: [source] } }),
    `<section class="sources" aria-labelledby="v_sources"><h2 id="v_sources">Sources</h2><ol><li id="v_source_1"><a href="https://e.org/?a=1&amp;b=2">${ESCAPED}</a>. E, 2020 <a class="back" href="#v_cite_1" aria-label="Back to the text 1.1">↑</a> <a class="back" href="#v_cite_1_2" aria-label="Back to the text 1.2">↑</a></li></ol></section>`,
  );
});

test("sources: one without an address or a mark is its title", () => {
  const html = render("sources", { view: { sources: [{ ...source, url: null, detail: "", marks: [] }] } });
  assert.match(html, `<li id="v_source_1">${ESCAPED}</li>`);
});

test.run();
