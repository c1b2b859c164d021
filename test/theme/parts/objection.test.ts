import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ObjectionView } from "../../../plugins/page/parts.ts";
import { entry } from "./entry-view.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

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
