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

test("topics: a row for each kind that has terms", () => {
  assert.is(
    render("topics", { view: { conditions: [term("stress")], therapies: [], tags: [term("rest")] } }),
    '<dl class="topics"><div><dt>Conditions</dt><dd><a href="/stress/">stress</a></dd></div><div><dt>Tags</dt><dd><a href="/rest/" rel="tag">rest</a></dd></div></dl>',
  );
});

test.run();
