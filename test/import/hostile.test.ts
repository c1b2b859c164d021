import { test } from "uvu";
import * as assert from "uvu/assert";
import { readHtml } from "../../plugins/import/html.ts";
import { readText } from "../../plugins/import/text.ts";

const SENTENCE = "Massage helps people rest, and this sentence is long enough to be read as prose. ";

/** Pages that end badly, nest deeply or repeat without end, by how often they repeat. */
const PAGES: Readonly<Record<string, (count: number) => string>> = {
  "nested elements": (count) => "<div>".repeat(count) + SENTENCE + "</div>".repeat(count),
  "nested lists": (count) => "<ul><li>".repeat(count) + SENTENCE,
  "unclosed bold": (count) => `<p>${"<b>x ".repeat(count)}${SENTENCE}`,
  "unclosed paragraphs": (count) => `<p>${SENTENCE}`.repeat(count / 10),
  "unclosed comments": (count) => "<!--".repeat(count) + SENTENCE,
  "unclosed quotations": (count) => '<a href="'.repeat(count) + SENTENCE,
  "unclosed drawings": (count) => "<svg>".repeat(count) + SENTENCE,
  "stray end tags": (count) => "</div></p></b>".repeat(count) + SENTENCE,
  "no-break spaces": (count) => `<p>${"&nbsp;".repeat(count)}${SENTENCE}</p>`,
  "less-than signs": (count) => "<".repeat(count) + SENTENCE,
  "opening brackets": (count) => `<p>${"[".repeat(count)} ${SENTENCE}</p>`,
  "opening braces": (count) => `<p>${"{{ a".repeat(count)} ${SENTENCE}</p>`,
  "class names": (count) => `<p class="${"share-".repeat(count)}">${SENTENCE}</p>`,
  attributes: (count) =>
    `<p ${Array.from({ length: count }, (_, at) => `a${at}=1`).join(" ")}>${SENTENCE}</p>`,
};

for (const [name, make] of Object.entries(PAGES)) {
  test(`readHtml: ${name}, 20,000 times, end in seconds and lose no sentence`, () => {
    const started = process.cpuUsage();
    const { markdown, title } = readHtml(make(20_000));
    const { user } = process.cpuUsage(started);
    assert.ok(markdown.includes(SENTENCE.trim()) || title === SENTENCE.trim(), name);
    assert.ok(user < 5_000_000, `${name}: ${user / 1000} ms`);
  });
}

const TEXTS: Readonly<Record<string, (count: number) => string>> = {
  "short lines": (count) => "Good Sleep\n\n".repeat(count),
  bullets: (count) => "• x y\n".repeat(count),
  "one line": (count) => SENTENCE.repeat(count),
  announcements: (count) => "These are:\n".repeat(count),
  offers: (count) => "Also Read: A Title\n".repeat(count),
  spaces: (count) => `# a ${" ".repeat(count)}b`,
};

for (const [name, make] of Object.entries(TEXTS)) {
  test(`readText: ${name}, 20,000 times, end in seconds`, () => {
    const started = process.cpuUsage();
    readText(make(20_000));
    assert.ok(process.cpuUsage(started).user < 5_000_000, name);
  });
}

test("readHtml and readText: nothing gives nothing", () => {
  for (const source of ["", " \n\t ", "<html></html>", "<!--", "\u0000"]) {
    assert.is(readHtml(source).markdown, "");
    assert.is(readHtml(source).title, null);
  }
  assert.is(readText("").markdown, "");
  assert.is(readText("").title, null);
});

for (const [source, expected] of [
  ['<p>a <a href="javascript:alert(1)">b</a></p>', "a b"],
  ['<p>a <a href=" java&#9;script:alert(1)">b</a></p>', "a b"],
  ['<p>a <a href="data:text/html,x">b</a></p>', "a b"],
  ['<p>a <a href="/x(1)" onclick="steal()">b</a></p>', "a [b](/x%281%29)"],
  ['<p>a <img src=x onerror="steal()"> b</p>', "a ![](x) b"],
  ['<p>a <img src="data:image/png;base64,AAAA"> b</p>', "a b"],
  ["<p>a</p><script>steal()</script><style>p{}</style>", "a"],
  ["<p>a &lt;script&gt;steal()&lt;/script&gt;</p>", "a \\<script>steal()\\</script>"],
  ["<p>a &amp;lt;b&amp;gt;</p>", "a \\&lt;b\\&gt;"],
  ["<p>a</p><iframe src=//evil.example></iframe><object><p>x</p></object>", "a"],
  ["<p>---</p><p>title: x</p><p>---</p>", "\\---\n\ntitle: x\n\n\\---"],
  ["<p>a<br>---<br>===</p>", "a\\\n\\---\\\n\\==="],
  ["<p># a</p><p>1. b</p><p>&gt; c</p><p>+ d</p>", "\\# a\n\n1\\. b\n\n\\> c\n\n\\+ d"],
  ["<p>{&#123; x }} and {&#37; y %} and {&#35; z</p>", "&#123;{ x }} and &#123;% y %} and &#123;# z"],
  ["<pre><code>{&#123; x }}</code></pre><p>a</p>", "&#123;{ x }}\n\na"],
  [
    "<p>*a* _b_ `c` [d](e) ~~f~~ snake_case</p>",
    "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~\\~f\\~\\~ snake_case",
  ],
  [
    "<table><tr><th>a|b</th><th>c</th></tr><tr><td>|</td><td>d</td></tr></table>",
    "| a\\|b | c |\n| --- | --- |\n| \\| | d |",
  ],
] as const) {
  test(`readHtml: ${source} runs and opens nothing`, () => assert.is(readHtml(source).markdown, expected));
}

test.run();
