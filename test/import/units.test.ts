import { test } from "uvu";
import * as assert from "uvu/assert";
import { safeAddress } from "../../plugins/import/address.ts";
import { articleFile } from "../../plugins/import/article-file.ts";
import { statedDate } from "../../plugins/import/dates.ts";
import { describe } from "../../plugins/import/describe.ts";
import { decodePage } from "../../plugins/import/encoding.ts";
import { normaliseSource } from "../../plugins/import/source.ts";
import { readText } from "../../plugins/import/text.ts";

for (const [line, date] of [
  ["March 4, 2025", "2025-03-04"],
  ["4th March 2025", "2025-03-04"],
  ["Posted on Sunday, 2 May 2021", "2021-05-02"],
  ["2025-03-04", "2025-03-04"],
  ["February 30, 2025", null],
  ["3/4/2025", null],
  ["in the spring", null],
] as const) {
  test(`statedDate: ${line}`, () => assert.is(statedDate(line), date));
}

for (const [href, base, expected] of [
  ["/a", null, "/a"],
  ["/a", "https://x.example/b/", "https://x.example/a"],
  ["a b", null, "a%20b"],
  ["mailto:a@b.example", null, "mailto:a@b.example"],
  ["JaVaScRiPt:x", null, null],
  ["java\nscript:x", null, null],
  ["vbscript:x", null, null],
  ["data:text/html,x", null, null],
  ["#top", null, null],
  ["", null, null],
  ["/{{x}}", null, "/%7B%7Bx%7D%7D"],
] as const) {
  test(`safeAddress: ${JSON.stringify(href)}`, () => assert.is(safeAddress(href, base), expected));
}

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));

for (const [name, input, text] of [
  ["UTF-8", new TextEncoder().encode("é"), "é"],
  ["UTF-8 with a mark", bytes(0xef, 0xbb, 0xbf, 0x61), "a"],
  ["UTF-16 with a mark", bytes(0xff, 0xfe, 0x61, 0), "a"],
  [
    "what the page declares",
    latin1('<meta charset="windows-1252">caf\u00e9 \u0093x\u0094'),
    '<meta charset="windows-1252">café “x”',
  ],
  [
    "what an old page declares",
    latin1('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">\u00e9'),
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">é',
  ],
  [
    "UTF-8 where the page declares otherwise",
    new TextEncoder().encode('<meta charset="latin1">é'),
    '<meta charset="latin1">é',
  ],
] as const) {
  test(`decodePage: ${name}`, () => {
    const decoded = decodePage(input);
    assert.is("text" in decoded ? decoded.text : decoded.received, text);
  });
}

for (const [name, input, received] of [
  ["bytes that say nothing of themselves", latin1("caf\u00e9"), "bytes that are not utf-8"],
  ["a charset that does not exist", latin1('<meta charset="klingon">\u00e9'), '"klingon"'],
  ["a binary file", bytes(0x89, 0x50, 0, 1), "a zero byte (a binary file)"],
] as const) {
  test(`decodePage: refuses ${name}`, () => {
    const decoded = decodePage(input);
    assert.is("received" in decoded ? decoded.received : "read", received);
  });
}

for (const [name, description, lead, expected] of [
  ["the page's own", "Own words.", "Lead words.", "Own words."],
  ["the lead where there is none", null, "Lead words.", "Lead words."],
  [
    "whole sentences",
    null,
    `One sentence is here. ${"Another is far too long to fit ".repeat(6)}`,
    "One sentence is here.",
  ],
  ["a long sentence cut at a word", null, "word ".repeat(60), `${"word ".repeat(32).trim()}…`],
  ["the lead where the page's was cut short", "Own words that […]", "Lead words.", "Lead words."],
  ["none", null, "", null],
] as const) {
  test(`describe: ${name}`, () => {
    const found = describe(description, lead);
    assert.is(found, expected);
    assert.ok((found ?? "").length <= 160);
  });
}

for (const [name, source, expected] of [
  ["server tags go, lines stay", "<?php a();\n?><p>b</p>", '\n<p data-source-line="2" >b</p>'],
  ["an expression goes, braces of prose stay", "{{ page.title }}{{ Oh! }}", "{{ Oh! }}"],
  ["an unclosed comment takes nothing with it", "<!-- a<p>b</p>", ' a<p data-source-line="1" >b</p>'],
  ["an unclosed quotation takes nothing with it", '<a href="x>b</a>', '<a data-source-line="1" >b</a>'],
  ["a sign that opens no tag is text", "a < b <3", "a &lt; b &lt;3"],
  [
    "JSON-LD stays",
    '<script type="application/ld+json">{}</script>',
    '<script data-source-line="1"  type="application/ld+json">{}</script>',
  ],
] as const) {
  test(`normaliseSource: ${name}`, () => assert.is(normaliseSource(source), expected));
}

const NOTHING = { author: null, date: null, title: null, tags: [] };
const TEXT = readText(
  "Sleep: What #1 Helps\n\nA paragraph that says what helps people to sleep, and goes on for a while.",
);

test("articleFile: without author and date it is a draft that says so", () => {
  const { name, content, missing } = articleFile(TEXT, NOTHING, "x.txt");
  assert.is(name, "sleep-what-1-helps.md");
  assert.equal(missing, ["date", "author"]);
  assert.is(
    content,
    [
      "---",
      '# Imported without date and author. Say them here and take out "draft".',
      "",
      'title: "Sleep: What #1 Helps"',
      "description: A paragraph that says what helps people to sleep, and goes on for a while.",
      "draft: true",
      "---",
      "",
      "A paragraph that says what helps people to sleep, and goes on for a while.",
      "",
    ].join("\n"),
  );
});

test("articleFile: with its facts it is no draft", () => {
  const given = { author: "house", date: "2026-05-01", title: "T: u", tags: ["sleep", "a: b"] };
  const { name, content, missing } = articleFile(TEXT, given, "x.txt");
  assert.is(name, "t-u.md");
  assert.equal(missing, []);
  assert.match(content, 'title: "T: u"\n');
  assert.match(content, 'date: 2026-05-01\nauthor: house\ntags:\n  - sleep\n  - "a: b"\n---\n');
});

for (const [title, name] of [
  ["../../etc/passwd", "etc-passwd.md"],
  ["CON", "con-article.md"],
  ["…", "section.md"],
  ["日本", "日本.md"],
] as const) {
  test(`articleFile: ${title} is a file name below the folder`, () => {
    const found = articleFile(TEXT, { ...NOTHING, title }, "x.txt").name;
    assert.ok(/^[\p{Ll}\p{Lo}\p{N}-]+\.md$/u.test(found), found);
    assert.is(found, name);
  });
}

test.run();
