import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EntryView, ObjectionView } from "../../../plugins/page/parts.ts";
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

const objection: ObjectionView = {
  article: entry,
  url: "/a/#b",
  evidence: HOSTILE,
  saysText: "The article denies it",
};

test("objection: the article's sentence as text, linked to where it stands", () => {
  assert.is(
    render("objection", { objection }),
    `<article class="passage"><h3><a href="/a/#b">9 ways</a></h3><p class="says">The article denies it:</p><blockquote cite="/a/#b"><p>${ESCAPED}</p></blockquote></article>`,
  );
});

test.run();
