import { test } from "uvu";
import * as assert from "uvu/assert";
import type { CommentView } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const comment = (id: string, replies: readonly CommentView[] = []): CommentView => ({
  id,
  author: HOSTILE,
  authorUrl: null,
  date: { iso: "2026-01-02", text: "January 2, 2026" },
  bodyHtml: "<p>Hi</p>",
  replies,
});

test("comment: a name that is text, a date, a body", () => {
  assert.is(
    render("comment", { comment: comment("c1") }),
    `<article class="comment" id="v_comment_c1"><p class="who">${ESCAPED}, <time class="meta" datetime="2026-01-02">January 2, 2026</time></p><p>Hi</p></article>`,
  );
});

test("comment: a reader's site gets no credit", () => {
  const html = render("comment", { comment: { ...comment("c1"), authorUrl: "https://e.org/" } });
  assert.match(html, `<a href="https://e.org/" rel="ugc nofollow noopener">${ESCAPED}</a>`);
});

test.run();
