import { test } from "uvu";
import * as assert from "uvu/assert";
import { commentHtml } from "../../plugins/theme/comment-html.ts";
import { type Comment, parseComment, readComments } from "../../plugins/theme/comments.ts";
import { dateWriter } from "../../plugins/theme/dates.ts";
import type { Disk } from "../../plugins/theme/disk.ts";
import { commentThreads } from "../../plugins/theme/view/comment-threads.ts";

for (const [name, body, html] of [
  ["paragraphs and breaks", "One\nline\n\nTwo", "<p>One<br>line</p><p>Two</p>"],
  ["markup is text", "<b onclick=x>&", "<p>&lt;b onclick=x&gt;&amp;</p>"],
  [
    "an address is a link without credit, its full stop is not",
    "See https://e.org/a?b=1&c=2.",
    '<p>See <a href="https://e.org/a?b=1&amp;c=2" rel="ugc nofollow noopener">https://e.org/a?b=1&amp;c=2</a>.</p>',
  ],
  ["a script address stays text", "javascript:alert(1)", "<p>javascript:alert(1)</p>"],
  [
    "a quote cannot leave the attribute",
    'https://e.org/"onload=1',
    '<p><a href="https://e.org/" rel="ugc nofollow noopener">https://e.org/</a>&quot;onload=1</p>',
  ],
  ["nothing but space", " \n\n ", ""],
] as const) {
  test(`commentHtml: ${name}`, () => assert.is(commentHtml(body), html));
}

const valid = { id: "c1", author: "A", date: "2026-01-01T10:00:00Z", status: "approved", body: "Hi" };
const parse = (change: object) => parseComment(JSON.stringify({ ...valid, ...change }), "comments/a/c1.json");

test("parseComment: an approved comment is taken, a pending one is left", () => {
  assert.equal(parse({}), {
    comment: { id: "c1", parent: null, author: "A", url: null, date: "2026-01-01T10:00:00Z", body: "Hi" },
  });
  assert.equal(parse({ status: "pending" }), { comment: null });
});

for (const [name, change, field] of [
  ["an address of the reader", { email: "a@example.org" }, "email"],
  ["a script as web address", { url: "javascript:alert(1)" }, "url"],
  ["a date without zone", { date: "2026-01-01" }, "date"],
  ["an id that is a path", { id: "../x" }, "id"],
  ["an empty body", { body: " " }, "body"],
] as const) {
  test(`parseComment: refuses ${name}`, () => {
    const read = parse(change);
    assert.ok("problem" in read);
    assert.is("problem" in read && read.problem.field, field);
    assert.is("problem" in read && read.problem.severity, "error");
  });
}

test("parseComment: what is not JSON is an error with the file's name", () => {
  const read = parseComment("{", "comments/a/c1.json");
  assert.is("problem" in read && read.problem.file, "comments/a/c1.json");
});

test("readComments: keys are article ids, folders deep", () => {
  const files: Record<string, string> = { "c/sleep/deep/c1.json": JSON.stringify(valid), "c/notes.txt": "x" };
  const disk: Disk = {
    exists: (path) => path in files,
    read: (path) => files[path] ?? null,
    bytes: () => null,
    list: () => ["notes.txt", "sleep/deep/c1.json"],
  };
  const { comments, problems } = readComments("c", disk, (path) => path);
  assert.equal([...comments.keys()], ["sleep/deep"]);
  assert.equal(problems, []);
});

const comment = (id: string, parent: string | null, date: string): Comment => ({
  id,
  parent,
  author: id,
  url: null,
  date,
  body: id,
});
const shape = (comments: readonly Comment[]) =>
  commentThreads(comments, dateWriter("en", "UTC")).map(({ id, replies }) => [
    id,
    replies.map((reply) => reply.id),
  ]);

test("commentThreads: oldest first, replies to replies under the same comment", () => {
  const comments = [
    comment("c", "b", "2026-01-03T00:00:00Z"),
    comment("b", "a", "2026-01-02T00:00:00Z"),
    comment("d", null, "2026-01-01T00:00:00Z"),
    comment("a", null, "2026-01-01T00:00:00Z"),
  ];
  assert.equal(shape(comments), [
    ["a", ["b", "c"]],
    ["d", []],
  ]);
});

test("commentThreads: no comment is lost to a missing parent or a circle", () => {
  const comments = [
    comment("a", "b", "2026-01-01T00:00:00Z"),
    comment("b", "a", "2026-01-02T00:00:00Z"),
    comment("c", "gone", "2026-01-03T00:00:00Z"),
  ];
  assert.equal(shape(comments).flat(2).sort(), ["a", "b", "c"]);
});

test.run();
