import { test } from "uvu";
import * as assert from "uvu/assert";
import { entry } from "./entry-view.ts";
import { ESCAPED, render } from "./render.ts";

test("entry: the title's number hangs beside it and is not said twice", () => {
  assert.is(
    render("entry", { entry, view: { kind: "home" } }),
    `<article class="entry"><h3><span class="num">9</span> <a href="/a/">ways</a></h3><p>${ESCAPED}</p><p class="meta">By Ann · <time datetime="2026-01-02">January 2, 2026</time> · 4 min read</p></article>`,
  );
});

test("entry: without a number in the title its benefits are counted; another language is named", () => {
  const html = render("entry", {
    entry: { ...entry, titleNumber: "", titleText: "Rest", lang: "ar", dir: "rtl", isDraft: true },
    view: { kind: "author" },
  });
  assert.match(html, '<h3><a href="/a/" lang="ar" dir="rtl">Rest</a> <span class="tab">Draft');
  assert.match(html, " · 9 benefits</p>");
  assert.not.match(html, "By Ann");
});

test.run();
