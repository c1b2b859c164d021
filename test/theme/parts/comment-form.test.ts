import { test } from "uvu";
import * as assert from "uvu/assert";
import type { CommentFormView } from "../../../plugins/page/parts.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const form: CommentFormView = {
  endpoint: "https://e.org/post?a=1&b=2",
  articleId: "sleep/deep",
  parents: [{ id: "c1", text: HOSTILE }],
};
const html = render("comment-form", { view: { commentForm: form, commentsText: "1 reply" } });

test("comment form: a plain post with every field named and labelled", () => {
  assert.match(html, '<form class="reply" method="post" action="https://e.org/post?a=1&amp;b=2">');
  const names = [...html.matchAll(/ name="(\w+)"/g)].map(([, name]) => name);
  assert.equal(names, ["slug", "parent", "name", "email", "body", "website", "consent"]);
  const labels = [...html.matchAll(/<label for="(\w+)"/g)].map(([, id]) => id);
  for (const [, id] of html.matchAll(/<(?:input|select|textarea)[^>]* id="(\w+)"/g))
    assert.ok(labels.includes(id), id);
});

test("comment form: consent is asked, the trap is out of the way of keyboards and fillers", () => {
  assert.match(html, 'name="consent" type="checkbox" value="yes" required');
  assert.match(html, 'name="website" type="text" tabindex="-1" autocomplete="off"');
});

test("comment form: whom to answer is asked only where there is somebody", () => {
  assert.match(html, `<option value="">the article</option><option value="c1">${ESCAPED}</option>`);
  const first = render("comment-form", { view: { commentForm: { ...form, parents: [] }, commentsText: "" } });
  assert.not.match(first, "<select");
});

test.run();
