import { test } from "uvu";
import * as assert from "uvu/assert";
import type { CommentView } from "../../../plugins/page/parts.ts";
import { HOSTILE, render } from "./render.ts";

const comment = (id: string, replies: readonly CommentView[] = []): CommentView => ({
  id,
  author: HOSTILE,
  authorUrl: null,
  date: { iso: "2026-01-02", text: "January 2, 2026" },
  bodyHtml: "<p>Hi</p>",
  replies,
});

const view = { comments: [comment("a", [comment("b")])], commentsText: "2 replies", commentForm: null };

test("comments: replies hang below what they answer, in a list", () => {
  const html = render("comments", { view });
  assert.match(
    html,
    '<h2 id="v_comments">2 replies</h2><ol class="thread"><li><article class="comment" id="v_comment_a">',
  );
  assert.match(html, '</article><ol><li><article class="comment" id="v_comment_b">');
  assert.not.match(html, "<form");
});

test("comments: none yet, the heading asks for one", () => {
  const commentForm = { endpoint: "https://e.org/", articleId: "x", parents: [] };
  const html = render("comments", { view: { comments: [], commentsText: "", commentForm } });
  assert.match(html, '<h2 id="v_comments">Leave a reply</h2><form');
  assert.not.match(html, "<ol");
});

test.run();
