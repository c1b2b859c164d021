import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Disk } from "../../plugins/disk.ts";
import { commentHtml } from "../../plugins/page/comment-html.ts";
import { commentThreads } from "../../plugins/page/comment-threads.ts";
import { type Comment, parseComment, readComments } from "../../plugins/page/comments.ts";
import { dateWriter } from "../../plugins/page/dates.ts";
import { hasNetworkAddress } from "../../plugins/page/ip-address.ts";
import { hasMailAddress } from "../../plugins/page/mail-address.ts";
import { formatProblem } from "../../plugins/problem.ts";
import { effortMs } from "../effort.ts";

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
const FILE = "comments/a/c1.json";
const parse = (change: object) => parseComment(JSON.stringify({ ...valid, ...change }, null, 1), FILE, "a");

test("parseComment: an approved comment is taken, a pending one is left", () => {
  assert.equal(parse({}), {
    comment: { id: "c1", parent: null, author: "A", url: null, date: "2026-01-01T10:00:00Z", body: "Hi" },
    problems: [],
  });
  assert.equal(parse({ status: "pending" }), { comment: null, problems: [] });
});

const ADDRESS =
  "expected text without an e-mail or IP address. Take it out: files of a site are published sooner or later.";

for (const [name, change, said] of [
  [
    "an address of the reader",
    { email: "a@example.org" },
    `${FILE}:7: email: expected one of id, slug, parent, author, url, date, status, body, via. Addresses of readers are never kept here.`,
  ],
  ["an address in the text", { body: "Mail a@example.org" }, `${FILE}:6: body: ${ADDRESS}`],
  ["an address as name", { author: "a@example.org" }, `${FILE}:3: author: ${ADDRESS}`],
  ["an address in a link", { url: "https://a@example.org/" }, `${FILE}:7: url: ${ADDRESS}`],
  [
    "a script as web address",
    { url: "javascript:alert(1)" },
    `${FILE}:7: url: expected an address that starts with https://, received "javascript:alert(1)".`,
  ],
  [
    "a date without zone",
    { date: "2026-01-01" },
    `${FILE}:4: date: expected a time such as 2026-05-01T09:30:00Z, received "2026-01-01".`,
  ],
  [
    "an id that is a path",
    { id: "../x" },
    `${FILE}:2: id: expected an id of letters, digits, - and _, received "../x".`,
  ],
  [
    "an article that is not its folder's",
    { slug: "b" },
    `${FILE}:7: slug: expected the article of its folder, "a", received "b".`,
  ],
] as const) {
  test(`parseComment: refuses ${name}`, () => {
    assert.equal(parse(change).problems.map(formatProblem), [said]);
  });
}

test("parseComment: every fault of a file at once", () => {
  const { problems } = parse({ id: undefined, body: " ", date: 1 });
  assert.equal(
    problems.map(({ line, field }) => [line, field]),
    [
      [1, "id"],
      [3, "date"],
      [5, "body"],
    ],
  );
});

for (const [text, line] of [
  ["{", 1],
  ['{\n "id": "a"\n "x"', 3],
  ["", 1],
  ["null", 1],
  ["[]", 1],
] as const) {
  test(`parseComment: ${JSON.stringify(text)} is an error in line ${line}`, () => {
    const { comment, problems } = parseComment(text, FILE, "a");
    assert.is(comment, null);
    assert.equal([problems[0]?.file, problems[0]?.line, problems[0]?.severity], [FILE, line, "error"]);
  });
}

/** Reads these files of folder "c", of which "sleep/deep" is an article. */
function readFiles(files: Readonly<Record<string, string>>) {
  const disk: Disk = {
    exists: (path) => path in files,
    read: (path) => files[path.slice(2)] ?? null,
    bytes: () => null,
    list: () => Object.keys(files).sort(),
  };
  const { comments, problems } = readComments("c", disk, new Set(["sleep/deep"]));
  return [[...comments].map(([id, { length }]) => `${id} ${length}`), problems.map(formatProblem)];
}

const file = JSON.stringify(valid);

test("readComments: keys are article ids, folders deep", () => {
  assert.equal(readFiles({ "sleep/deep/c1.json": file, "notes.txt": "x" }), [["sleep/deep 1"], []]);
});

test("readComments: an id twice on one article is refused, a comment on no article is left out", () => {
  assert.equal(readFiles({ "sleep/deep/c1.json": file, "sleep/deep/c2.json": file, "gone/c1.json": file }), [
    ["sleep/deep 1"],
    [
      'c/gone/c1.json: comment: expected the folder of an article or a page, received "gone". The comment is not shown.',
      'c/sleep/deep/c2.json: id: expected an id of its own, received "c1", which another comment on this article has.',
    ],
  ]);
});

for (const [text, has] of [
  ["a@b.org", true],
  ["Write to ann.smith+x@mail.example.co.uk.", true],
  ["почта@пример.рф", true],
  ["@ann says so", false],
  ["https://e.org/@ann.b", false],
  ["3 @ 4.5", false],
  ["a@b", false],
] as const) {
  test(`hasMailAddress: ${text}`, () => assert.is(hasMailAddress(text), has));
}

for (const [text, has] of [
  ["from 203.0.113.7", true],
  ["203.0.113.7.", true],
  ["2001:db8::1", true],
  ["[::1]", true],
  ["2001:db8:0:0:0:0:2:1", true],
  ["::ffff:203.0.113.7", true],
  ["version 1.2.3.400", false],
  ["1.2.3.4.5", false],
  ["at 10:30:00", false],
  ["std::vector", false],
  ["3.5 mg, 1.2.3", false],
] as const) {
  test(`hasNetworkAddress: ${text}`, () => assert.is(hasNetworkAddress(text), has));
}

for (const field of ["id", "slug", "parent", "author", "url", "body", "via"] as const) {
  for (const address of ["a@b.org", "203.0.113.7"]) {
    test(`parseComment: refuses ${address} as ${field}`, () => {
      const value = field === "url" ? `https://${encodeURIComponent(address)}/` : address;
      const { comment, problems } = parse({ [field]: value });
      assert.is(comment, null);
      assert.ok(problems.some((problem) => problem.field === field));
    });
  }
}

test("parseComment: refuses an address in a file's or folder's name, and a key that stands twice", () => {
  const text = JSON.stringify(valid);
  for (const file of [
    "comments/a/c1-203.0.113.7.json",
    "comments/a/a@b.org.json",
    "comments/2001:db8::1/c.json",
  ])
    assert.match(
      parseComment(text, file, "a").problems[0]?.message ?? "",
      "expected a file name without",
      file,
    );
  const twice = text.replace('"approved"', '"pending","status":"approved"');
  assert.equal(parseComment(twice, FILE, "a").problems.map(formatProblem), [
    'comments/a/c1.json:1: comment: expected JSON, received a fault (the key "status" stands twice).',
  ]);
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

test("commentThreads: a reply stays below its comment when that one's own parent is gone", () => {
  const comments = [comment("b", "gone", "2026-01-01T00:00:00Z"), comment("c", "b", "2026-01-02T00:00:00Z")];
  assert.equal(shape(comments), [["b", ["c"]]]);
});

test("commentThreads: 10,000 replies, each to the last, in under a second", () => {
  const comments = Array.from({ length: 10_000 }, (_, index) =>
    comment(`c${index}`, index === 0 ? null : `c${index - 1}`, "2026-01-01T00:00:00Z"),
  );
  const started = effortMs();
  assert.is(shape(comments.reverse())[0]?.[1]?.length, 9999);
  assert.ok(effortMs() - started < 1000);
});

test.run();
