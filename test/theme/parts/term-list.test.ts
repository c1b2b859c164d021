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

test("term list: linked where there is a page, with counts", () => {
  assert.is(
    render("term-list", { terms: [term("yoga"), { ...term("sauna", ""), countText: "" }] }),
    '<ul class="term-list"><li><a href="/yoga/">yoga</a> <span class="meta">2 articles</span></li><li>sauna</li></ul>',
  );
});

test.run();
