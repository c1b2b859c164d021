import { test } from "uvu";
import * as assert from "uvu/assert";
import type { PassageView } from "../../../plugins/page/parts.ts";
import { entry } from "./entry-view.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

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
  source: null,
  therapies: [],
  conditions: [],
};

test("passage: the article's words, quoted, with where they stand", () => {
  assert.is(
    render("passage", { passage }),
    `<article class="passage"><h4><a href="/a/#reduce-stress">9 ways</a></h4><p class="says">The article says it may:</p><blockquote cite="/a/#reduce-stress"><p>${ESCAPED}</p></blockquote><p class="meta">Evidence not graded · <time datetime="2026-01-02">January 2, 2026</time></p></article>`,
  );
});

test("passage: the writer's source stands with it", () =>
  assert.match(
    render("passage", { passage: { ...passage, source: HOSTILE }, t: { source: "Source" } }),
    `Evidence not graded · Source: ${ESCAPED} · <time`,
  ));

test("objection: what speaks against it, quoted, with where it stands", () => {
  const objection = { article: entry, url: "/a/#x", evidence: HOSTILE, saysText: "The article denies it" };
  assert.is(
    render("objection", { objection }),
    `<article class="passage"><h3><a href="/a/#x">9 ways</a></h3><p class="says">The article denies it:</p><blockquote cite="/a/#x"><p>${ESCAPED}</p></blockquote></article>`,
  );
});

test.run();
