import { test } from "uvu";
import * as assert from "uvu/assert";
import type { EntryView, PassageView } from "../../../plugins/page/parts.ts";
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

const passage: PassageView = {
  articleId: "a",
  article: entry,
  url: "/a/#reduce-stress",
  anchor: "reduce-stress",
  heading: null,
  evidence: HOSTILE,
  isHedged: true,
  saysText: "The article says it may",
  gradeText: "Evidence not graded",
  therapies: [],
  conditions: [],
};

test("passage: the article's words, quoted, with where they stand", () => {
  assert.is(
    render("passage", { passage }),
    `<article class="passage"><h3><a href="/a/#reduce-stress">9 ways</a></h3><p class="says">The article says it may:</p><blockquote cite="/a/#reduce-stress"><p>${ESCAPED}</p></blockquote><p class="meta">Evidence not graded · <time datetime="2026-01-02">January 2, 2026</time></p></article>`,
  );
});

test.run();
