import { test } from "uvu";
import * as assert from "uvu/assert";
import { toSlug } from "../../plugins/article/anchors.ts";
import { validateFrontMatter } from "../../plugins/article/front-matter.ts";
import { createMarkdown } from "../../plugins/article/markdown.ts";
import { parseArticle } from "../../plugins/article/parse.ts";
import type { Article } from "../../plugins/article/types.ts";
import { toPermalink } from "../../plugins/build/permalink.ts";

const html = (source: string, env: object = {}): string => createMarkdown().render(source, env);
const article = (body: string): Article => {
  const validated = validateFrontMatter({ title: "Rest", draft: true }, { timeZone: "UTC", lang: "en" });
  assert.ok("frontMatter" in validated);
  return parseArticle(body, { id: "rest", file: "rest.md", frontMatter: validated.frontMatter });
};

test("footnotes: a mark that leads to a note and back; the note is no part of what the text says", () => {
  const source = "Rest helps[^a].\n\n[^a]: So they say.\n";
  assert.match(html(source), '<a role="doc-noteref" href="#fn1" id="fnref1">[1]</a>');
  assert.match(html(source), '<li id="fn1" class="footnote-item"><p>So they say.');
  assert.equal(
    article(source).blocks.map(({ text }) => text),
    ["Rest helps."],
  );
});

test("footnotes: two renderings of one page are equal, and a field of that name is the writer's", () => {
  const env = { footnotes: "mine", abbreviations: 1 };
  const source = "Rest[^a].\n\n[^a]: Yes.\n\n*[Rest]: Sleep\n";
  assert.is(html(source, env), html(source, env));
  assert.equal(env, { footnotes: "mine", abbreviations: 1 });
});

test("task lists: open and done, and the words are the words", () => {
  assert.is(
    html("- [ ] walk\n- [x] rest\n- [link] no task\n"),
    '<ul>\n<li><span class="task">☐</span> walk</li>\n<li><span class="task">☑</span> rest</li>\n<li>[link] no task</li>\n</ul>\n',
  );
  assert.equal(
    article("- [ ] walk\n- [x] rest\n").blocks.map(({ text }) => text),
    ["☐ walk", "☑ rest"],
  );
});

for (const [heading, text, id] of [
  ["## Why {#why}", "Why", "why"],
  ["## Why it helps {#Why-1 .wide}", "Why it helps", "Why-1"],
  ["## Why {.wide}", "Why", "why"],
  ["## A set {1, 2}", "A set {1, 2}", "a-set-1-2"],
  ["## {#only}", "", "only"],
] as const)
  test(`ids of headings: ${heading}`, () => {
    const section = article(`${heading}\n\nWords.\n`).sections.at(-1)!;
    assert.equal([section.heading, section.anchor], [text, id]);
  });

test("ids of headings: one that stands twice is given once", () => {
  assert.equal(
    article("## A {#x}\n\n## B {#x}\n\n## X\n").sections.map(({ anchor }) => anchor),
    ["", "x", "x-2", "x-3"],
  );
});

test("definitions, abbreviations and notes", () => {
  assert.match(html("Tea\n: A cup\n"), "<dt>Tea</dt>\n<dd>A cup</dd>");
  assert.match(
    html("*[REM]: Dreaming sleep\n\nREM sleep.\n"),
    '<abbr title="Dreaming sleep">REM</abbr> sleep.',
  );
  assert.is(
    html("::: tip Before bed\nRest.\n:::\n"),
    '<div class="note note-tip" role="note">\n<p><strong>Before bed</strong></p>\n<p>Rest.</p>\n</div>\n',
  );
  assert.match(html("::: unknown\nRest.\n:::\n"), "::: unknown");
});

for (const [text, slug] of [
  ["睡眠", "睡眠"],
  ["茶 と 休み", "茶-と-休み"],
  ["การนอน", "การนอน"],
  ["C#", "c-sharp"],
  ["C++", "c-plus-plus"],
  ["C", "c"],
  ["#1 reason", "1-reason"],
  ["Сон", "son"],
  ["méditation", "meditation"],
  ["!!!", "section"],
] as const)
  test(`toSlug: ${text}`, () => assert.is(toSlug(text), slug));

for (const [id, path] of [
  ["trip/index", "/trip/"],
  ["index", "/index/"],
  ["a/trip/Index", "/a/trip/"],
  ["茶", "/茶/"],
] as const)
  test(`toPermalink: ${id}`, () => assert.is(toPermalink(id), path));

test.run();
