import { test } from "uvu";
import * as assert from "uvu/assert";
import type { NoteView } from "../../../plugins/page/parts.ts";
import { entry } from "./entry-view.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const note: NoteView = {
  article: entry,
  url: "/a/#b",
  heading: "Who should take care",
  words: HOSTILE,
  isWhole: false,
};

test("care note: the section's words as text, and that there are more; the link is named by its article", () => {
  assert.is(
    render("care-note", { note }),
    `<article class="passage"><h3><a href="/a/#b">9 ways</a></h3><blockquote cite="/a/#b"><p>${ESCAPED} […]</p></blockquote><p class="meta">Who should take care</p></article>`,
  );
});

test.run();
