import { test } from "uvu";
import * as assert from "uvu/assert";
import type { TermCard, TermRef } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const term = (text: string, url = `/${text}/`): TermRef => ({
  id: text,
  url,
  text,
  articleCount: 2,
  countText: "2 articles",
});

const card: TermCard = {
  ...term("sleep"),
  definition: HOSTILE,
  sortText: "sleep",
  top: [term("yoga"), term("sauna", "")],
};

test("term card: its definition and the strongest of the other kind", () => {
  assert.is(
    render("term-card", { card }),
    `<li class="card"><h3><a href="/sleep/">sleep</a></h3><p>${ESCAPED}</p><p class="meta">2 articles: <a href="/yoga/">yoga</a>, sauna</p></li>`,
  );
});

test("term card: nothing stands for what is not known", () => {
  assert.is(
    render("term-card", { card: { ...card, definition: null, top: [] } }),
    '<li class="card"><h3><a href="/sleep/">sleep</a></h3><p class="meta">2 articles</p></li>',
  );
});

test.run();
