import { test } from "uvu";
import * as assert from "uvu/assert";
import { readHtml } from "../../plugins/import/html.ts";

const PROSE =
  "<p>A paragraph that is long enough to be the running text of an article on feet and sleep.</p>";
const PROSE_TEXT = "A paragraph that is long enough to be the running text of an article on feet and sleep.";

for (const [name, html, expected] of [
  [
    "headings keep their level",
    "<h2>A</h2><p>b</p><h3>C</h3><p>d</p><h2>E</h2><p>f</p>",
    "## A\n\nb\n\n### C\n\nd\n\n## E\n\nf",
  ],
  ["one break is a line, two are a paragraph", "<p>a<br>b<br><br>c</p>", "a\\\nb\n\nc"],
  ["bold over a break is bold on both lines", "<p><b>a<br>b</b> c</p>", "**a**\\\n**b** c"],
  ["punctuation that would undo bold goes outside it", "<p><b>Sleep:</b>well</p>", "**Sleep**:well"],
  ["bold before a space keeps its colon", "<p><strong>Sleep: </strong>well</p>", "**Sleep:** well"],
  [
    "bold by style is bold, and by style it is not",
    '<p><span style="font-weight:700">a</span> <b style="font-weight:normal">b</b></p>',
    "**a** b",
  ],
  ["bold that was split is one", "<p><b>Sle</b><b>ep</b> well</p>", "**Sleep** well"],
  ["emphasis inside a word", "<p>fan<em>tas</em>tic</p>", "fan*tas*tic"],
  [
    "a heading loses its own bold and keeps its link",
    '<h2><b><a href="/a">A</a></b></h2><p>b</p>',
    "## [A](/a)\n\nb",
  ],
  ["a link round a heading is the heading's", '<a href="/a"><h2>A</h2></a><p>b</p>', "## [A](/a)\n\nb"],
  ["a fragment link is its words", '<p>see <a href="#x">above</a></p>', "see above"],
  ["text between blocks is a paragraph", "<div>a<p>b</p>c</div>", "a\n\nb\n\nc"],
  ["a comment inside a word parts nothing", "<p>a<!-- -->b</p>", "ab"],
  ["an entity inside a word parts nothing", "<p>don&#8217;t_you &amp; me</p>", "don’t_you & me"],
  ["numbers go on where a list starts", '<ol start="4"><li>a<li>b</ol>', "4. a\n5. b"],
  ["lists in lists", "<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"],
  ["a list in a list without an item", "<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n  - b"],
  ["items of several paragraphs", "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"],
  [
    "a list of headings dissolves",
    "<ol><li><h3>A</h3><p>b</p></li><li><h3>C</h3><p>d</p></li></ol>",
    "### A\n\nb\n\n### C\n\nd",
  ],
  ["items without a list", "<li>a</li><li>b</li>", "a\n\nb"],
  ["terms and descriptions", "<dl><dt>A</dt><dd>b</dd></dl>", "- **A**: b"],
  ["a summary is bold", "<details><summary>A</summary><p>b</p></details>", "**A**\n\nb"],
  ["a quotation", "<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"],
  [
    "a table without head",
    "<table><tr><td>a</td><td>b</td></tr></table>",
    "|  |  |\n| --- | --- |\n| a | b |",
  ],
  [
    "a table that lays out the page",
    `<table><tr><td><h2>A</h2>${PROSE}</td><td></td></tr></table>`,
    `## A\n\n${PROSE_TEXT}`,
  ],
  ["a table of one column", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "a\n\nb"],
  ["typed bullets", "<p>• a<br>• b</p><p>- c<br>- d</p>", "- a\n- b\n\n* c\n* d"],
  ["typed numbers that count up", "<p>1. a</p><p>2. b</p>", "1. a\n2. b"],
  ["a lone typed number stays", "<p>1. a</p><p>b</p><p>2. c</p>", "1\\. a\n\nb\n\n2\\. c"],
  ["headings by role", '<div role="heading" aria-level="3">A</div><p>b</p>', "### A\n\nb"],
  ["an element after the body", "<html><body><p>a</p></body></html><p>b</p>", "a\n\nb"],
  [
    "a form round the page is not a form",
    `<form><h2>A</h2>${PROSE.repeat(4)}<input></form>`,
    `## A\n\n${Array(4).fill(PROSE_TEXT).join("\n\n")}`,
  ],
  ["code", "<pre><code>a\n  b</code></pre>", "```\na\n  b\n```"],
  [
    "what is styled as a heading is bold",
    '<div class="card-title">Warm feet</div><div>b</div>',
    "**Warm feet**\n\nb",
  ],
  ["a large font is bold", '<font size="5">A</font><br>b', "**A**\\\nb"],
  ["bold by style of its block", '<p style="font-weight: bolder">A</p><p>b</p>', "**A**\n\nb"],
  [
    "the title of a panel is bold",
    "<button aria-expanded=false>A</button><div style='display:none'><p>b</p></div>",
    "**A**\n\nb",
  ],
  ["a component's template", "<template><p>a</p></template>", "a"],
  ["a closing run of number signs", "<h2>C #</h2><p>b</p>", "## C \\#\n\nb"],
] as const) {
  test(`readHtml: ${name}`, () => {
    assert.is(readHtml(`<title>T u</title>${html}`).markdown, expected);
    assert.is(readHtml(`<main><h1>T u</h1>${PROSE}${html}</main>`).markdown, `${PROSE_TEXT}\n\n${expected}`);
  });
}

for (const [name, head, body, expected] of [
  [
    "the heading that is marked",
    "<title>A - Site</title>",
    '<h1>Site</h1><h2 class="entry-title">A b</h2>',
    "A b",
  ],
  [
    "the h1 before a document title that says less",
    "<title>Tea</title>",
    "<h1>Benefits of Tea</h1>",
    "Benefits of Tea",
  ],
  [
    "not the site's name",
    '<title>A b | Site</title><meta property="og:site_name" content="Site">',
    "<h1>Site</h1><h2>A b</h2>",
    "A b",
  ],
  [
    "the metadata without the site's name",
    '<meta property="og:title" content="A b c | My Site">',
    "<h2>x</h2>",
    "A b c",
  ],
  ["the first heading where the document is untitled", "<title>Document</title>", "<h2>A b</h2>", "A b"],
  [
    "not the site's name in the document's title",
    "<title>A b c d | Our Site</title>",
    "<h1>Our Site</h1><h2>A b c d</h2>",
    "A b c d",
  ],
  [
    "a heading above all others where the document's title is a name",
    "<title>Calm Corner</title>",
    "<h2>What slow walks do</h2><h3>x</h3>",
    "What slow walks do",
  ],
  [
    "not the name that the page's head links home",
    "<title>Calm</title>",
    '<header><h1><a href="/">Calm</a></h1></header><h2>A b c d</h2>',
    "A b c d",
  ],
  ["entities, also twice encoded", "<title>Raynaud&amp;#8217;s &amp; you</title>", "", "Raynaud’s & you"],
  ["without dots that trail off", "<title>Things on oil.......</title>", "", "Things on oil"],
  ["none where there is none", "", "", null],
] as const) {
  test(`readHtml: the title is ${name}`, () => {
    assert.is(readHtml(`<html><head>${head}</head><body>${body}${PROSE}</body></html>`).title, expected);
  });
}

test("readHtml: a doubled title goes, and what stands above it", () => {
  const { markdown, stripped } = readHtml(
    `<h1>A b</h1><div><a href="/">Home of us</a></div><h1>A b</h1>${PROSE}`,
  );
  assert.is(markdown, PROSE_TEXT);
  assert.equal(stripped.map(({ rule }) => rule).sort(), ["before-title", "title", "title"]);
});

test("readHtml: first-level sections go one level down with what is below them", () => {
  const { title, markdown } = readHtml(
    `<title>T u</title><h1>T u</h1>${PROSE}<h1>A</h1><p>b</p><h2>C</h2><p>d</p>`,
  );
  assert.is(title, "T u");
  assert.is(markdown, `${PROSE_TEXT}\n\n## A\n\nb\n\n### C\n\nd`);
});

test("readHtml: an unnamed side column with links goes, an unnamed section with a list stays", () => {
  const section = "<section><h2>What it does</h2><ul><li>Warm feet</li><li>Calm</li></ul></section>";
  const { markdown } = readHtml(
    `<div><div class="col-8"><h1>T u</h1>${PROSE.repeat(5)}${section}</div><div class="col-4"><ul><li><a href="/a">Other thing</a></li></ul></div></div>`,
  );
  assert.ok(markdown.endsWith("## What it does\n\n- Warm feet\n- Calm"), markdown);
});

for (const [name, html, alsoRead] of [
  ["a line", '<p>Also Read: <a href="/a">Ten Teas</a></p>', [["Ten Teas", "/a"]]],
  ["a line without a link", "<p><strong>Also Read:</strong> Ten Teas</p>", [["Ten Teas", null]]],
  [
    "a list under a heading",
    '<h3>Related Articles</h3><ul><li><a href="/a">Ten Teas</a> – May 2</li></ul>',
    [["Ten Teas", "/a"]],
  ],
  [
    "a list under a bold line",
    '<p><b>You may also like:</b></p><ul><li><a href="/a">Ten Teas</a></li></ul>',
    [["Ten Teas", "/a"]],
  ],
  [
    "cards",
    '<h2>Related Posts</h2><div><h4>Ten Teas</h4><p>On tea.</p><a href="/a">Read more</a></div>',
    [["Ten Teas", "/a"]],
  ],
  [
    "a named block",
    '<div class="related-posts"><a href="/a"><img src=x><span>Ten Teas</span></a></div>',
    [["Ten Teas", "/a"]],
  ],
  [
    "a named block in the article's footer",
    '<footer><div class="related-posts"><h3>Related</h3><a href="/a">Ten Teas</a></div></footer>',
    [["Ten Teas", "/a"]],
  ],
  [
    "a named aside",
    '<aside class="related-articles"><a href="/a">Ten Teas</a></aside>',
    [["Ten Teas", "/a"]],
  ],
  ["not a link in a sentence", '<p>We wrote of <a href="/a">ten teas</a> before.</p>', []],
  [
    "not the side bar",
    '<aside class="sidebar"><h3>Related Posts</h3><ul><li><a href="/a">Ten Teas</a></li></ul></aside>',
    [],
  ],
  ["not the next post", '<nav class="post-navigation"><a href="/a" rel="next">Next: Ten Teas</a></nav>', []],
  [
    "not a section of the article",
    "<h2>Related</h2><p>Conditions that come with it are many, and each wants its own care and its own doctor.</p>",
    [],
  ],
] as const) {
  test(`readHtml: Also Read is ${name}`, () => {
    const found = readHtml(`<main><h1>T u</h1>${PROSE.repeat(3)}${html}</main>`).alsoRead;
    assert.equal(
      found.map(({ title, href }) => [title, href]),
      alsoRead,
    );
  });
}

test("readHtml: Also Read below the article's own element is the article's, at its end", () => {
  const related =
    '<section><h2>You May Also Like</h2><div><a href="/a"><h3>Ten Teas</h3></a><p>On tea.</p></div><div><a href="/b"><h3>Cold Rooms</h3></a></div></section>';
  const { markdown, alsoRead } = readHtml(
    `<main><h1>T u</h1><div class="entry-content">${PROSE.repeat(3)}</div>${related}</main>`,
  );
  assert.ok(markdown.endsWith(`${PROSE_TEXT}\n\nAlso Read: Ten Teas\n\nAlso Read: Cold Rooms`), markdown);
  assert.equal(
    alsoRead.map(({ href }) => href),
    ["/a", "/b"],
  );
});

test("readHtml: links above the text and the site's own lists go", () => {
  const head = '<p><a href="/@a">Ann Example</a></p><p>5 min read · Mar 4, 2023</p>';
  const end = '<h2>More from Ann</h2><a href="/x"><h3>Other story</h3></a><h2>Contact us</h2>';
  const { markdown, stripped } = readHtml(`<main><h1>T u</h1>${head}${PROSE}${end}</main>`);
  assert.is(markdown, PROSE_TEXT);
  assert.equal(stripped.map(({ rule }) => rule).sort(), [
    "left-over",
    "page-navigation",
    "post-meta",
    "site-links",
    "site-links",
    "title",
  ]);
});

test("readHtml: facts are the page's own and never guessed", () => {
  const bare = readHtml(`<p>By Nobody</p>${PROSE}`);
  assert.equal([bare.author, bare.date, bare.lang, bare.description], [null, null, null, null]);
  const full = readHtml(
    `<html lang="en_GB"><head><meta name="author" content="A. B."><meta property="article:published_time" content="2025-01-02"><meta name="description" content="C d."></head>${PROSE}</html>`,
  );
  assert.equal(
    [full.author, full.date, full.lang, full.description],
    ["A. B.", "2025-01-02", "en-GB", "C d."],
  );
});

test.run();
