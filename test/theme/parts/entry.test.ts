import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EntryView } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const entry: EntryView = {
  id: "a",
  url: "/a/",
  title: "9 ways",
  titleNumber: "9",
  titleText: "ways",
  lang: "",
  dir: "ltr",
  description: HOSTILE,
  published: { iso: "2026-01-02", text: "January 2, 2026" },
  byline: "By Ann",
  minutesText: "4 min read",
  benefitCount: 9,
  benefitWord: "benefits",
  isDraft: false,
};

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
