import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EntryView, NoteView } from "../../../plugins/page/parts.ts";
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

const note: NoteView = {
  article: entry,
  url: "/a/#b",
  heading: "Who should take care",
  words: HOSTILE,
  isWhole: false,
};

test("care note: the section's words as text, and that there are more", () => {
  assert.is(
    render("care-note", { note }),
    `<article class="passage"><h3><a href="/a/#b">Who should take care</a></h3><blockquote cite="/a/#b"><p>${ESCAPED} […]</p></blockquote><p class="meta">9 ways</p></article>`,
  );
});

test.run();
