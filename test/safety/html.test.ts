import { parseHTML } from "linkedom";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openArticle, readArticle } from "../../plugins/article/read.ts";
import { formatProblem } from "../../plugins/problem.ts";
import { article, PEOPLE, sites } from "./site.ts";

const { build, clean } = sites();
test.after(clean);

const read = (source: string): readonly string[] => {
  const opened = openArticle(new TextEncoder().encode(source), "a.md");
  if ("problem" in opened) return [formatProblem(opened.problem)];
  return readArticle(opened, { id: "a", timeZone: "UTC", lang: "en" }).problems.map(formatProblem);
};

/** Raw HTML left open, and where. The text after it must be read, in page and model. */
const OPEN: readonly [name: string, html: string][] = [
  ["comment", "<!-- note to self\n\nAFTER\n\n## Head"],
  ["comment in running text", "Text <!-- note\n\nAFTER\n\n## Head"],
  ["comment in a block", "<div><!-- x\n\nAFTER\n\n## Head"],
  ["textarea", "<textarea>\n\nAFTER\n\n## Head"],
  ["textarea in running text", "See <textarea> here\n\nAFTER\n\n## Head"],
  ["style", "<style>p{}\n\nAFTER\n\n## Head"],
  ["script", "<script>x()\n\nAFTER\n\n## Head"],
  ["title", "<title>\n\nAFTER\n\n## Head"],
  ["title in running text", "A <title> tag\n\nAFTER\n\n## Head"],
  ["select", "<select><option>a\n\nAFTER\n\n## Head"],
  ["pre", "<pre>x\n\nAFTER\n\n## Head"],
  ["xmp", "<xmp>\n\nAFTER\n\n## Head"],
  ["plaintext", "<plaintext>\n\nAFTER\n\n## Head"],
  ["noscript", "<noscript>\n\nAFTER\n\n## Head"],
  ["iframe", "<iframe src=x>\n\nAFTER\n\n## Head"],
  ["processing instruction", "<?php\n\nAFTER\n\n## Head"],
  ["CDATA", "<![CDATA[ x\n\nAFTER\n\n## Head"],
  ["declaration", "<!DOCTYPE html\n\nAFTER\n\n## Head"],
  ["comment in a list", "- one <!-- x\n- two\n\n  <!-- y\n\n  z\n\nAFTER\n\n## Head"],
  ["one after another", "<!-- a\n\n<textarea>\n\n<style>\n\nAFTER\n\n## Head"],
];

/** Raw HTML that could run, frame, post or dress itself; none of its parts may reach a page. */
const HOSTILE = `<script>ran()</script> <iframe src="https://x.example"></iframe>

<form action="https://x.example"><input name="q"><button>Go</button><textarea>t</textarea></form>

<a href="javascript:ran()">a</a> <a href="jAvA&#x09;ScRiPt:ran()">b</a> <a href="data:text/html,x">c</a> <a href="vbscript:x">d</a>

<img src="javascript:ran()" onerror="ran()" alt=""> <svg onload="ran()"><script>ran()</script></svg> <math><mtext></mtext></math>

<object data="x"></object> <embed src="x"> <base href="https://x.example/"> <link rel="stylesheet" href="x"> <meta http-equiv="refresh" content="0;url=x">

<iframe srcdoc="<b>x</b>"></iframe> <iframe src="javascript:ran()"></iframe>

<div style="position:fixed" onclick="ran()">e</div> <video src="x" autoplay></video> <audio src="x"></audio> <template><b>t</b></template> <marquee>m</marquee>

<p slot="x" contenteditable is="x-y" srcdoc="x" formaction="x" xlink:href="javascript:x">f</p>

[a](javascript:ran()) [b](data:text/html,x) ![c](javascript:x)
`;

/** The same in running text alone: no block of the article is raw HTML. */
const INLINE = `A <a href="javascript:ran()">word</a>, <b onclick="ran()">bold</b>, <iframe src="https://x.example"></iframe>.`;

const made = await build({
  ...PEOPLE,
  ...Object.fromEntries(
    OPEN.map(([name, html], index) => [`src/articles/o${index}.md`, article(name, html)]),
  ),
  "src/articles/hostile.md": article("Hostile", HOSTILE),
  "src/articles/inline.md": article("Inline", INLINE),
});

const pageAt = (url: string): Document =>
  parseHTML(made.pages.find((page) => page.url === url)?.content ?? "").document as unknown as Document;

for (const [index, [name, html]] of OPEN.entries()) {
  test(`html: an open ${name} ends with its block: the text after it is read`, () => {
    const body = pageAt(`/o${index}/`).querySelector("main");
    assert.ok(
      [...(body?.querySelectorAll("p") ?? [])].some(({ textContent }) => textContent?.trim() === "AFTER"),
      body?.innerHTML.slice(0, 2000),
    );
    assert.ok(
      [...(body?.querySelectorAll("h2") ?? [])].some(({ textContent }) => textContent?.trim() === "Head"),
    );
    const lines = read(article(name, html));
    if (!["pre", "comment in running text"].includes(name))
      assert.match(lines[0] ?? "", /^a\.md:\d+: text: expected <[^ ]+ to be closed/);
  });
}

test("html: nothing that runs, frames, posts, dresses or moves itself is let through", () => {
  const body = pageAt("/hostile/").querySelector("main .prose, main article, main") as Element;
  const forbidden =
    "iframe, form, input, textarea, select, svg, math, object, embed, base, link, meta, video, audio, template, marquee, style";
  const text = pageAt("/hostile/").querySelector("#main") ?? body;
  const found = [...text.querySelectorAll(forbidden)].map(({ outerHTML }) => outerHTML);
  assert.equal(
    found.filter((html) => /ran\(|x\.example|="x"|position/.test(html)),
    [],
  );
  for (const tag of [
    "iframe",
    "form",
    "input",
    "object",
    "embed",
    "base",
    "video",
    "audio",
    "marquee",
    "math",
  ])
    assert.is(text.querySelectorAll(tag).length, 0, tag);
  for (const element of text.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      assert.not.match(
        name,
        /^on|^style$|^srcdoc$|^formaction$|^slot$|^is$|^contenteditable$|^xlink/,
        element.outerHTML,
      );
      if (/^(?:href|src|action)$/.test(name))
        assert.not.match(value.replace(/[\s\p{Cc}]/gu, ""), /^(?:javascript|vbscript|data):/i);
    }
  }
});

test("html: raw HTML in running text is made safe where no block is raw HTML", () => {
  const page = pageAt("/inline/");
  const link = [...page.querySelectorAll("a")].find(({ textContent }) => textContent === "word");
  const bold = [...page.querySelectorAll("b")].find(({ textContent }) => textContent === "bold");
  assert.ok(link && bold, page.body?.innerHTML.slice(0, 3000));
  assert.equal([link?.getAttribute("href") ?? null, bold?.getAttribute("onclick") ?? null], [null, null]);
  assert.is(page.querySelectorAll("iframe").length, 0);
});

test("html: what is closed stays as it is, and nothing is said", () => {
  const html =
    "<!-- a\n\nb -->\n\n<details><summary>S</summary>\n\nText\n\n</details>\n\nA <b>bold</b> <i>word.";
  assert.equal(read(article("A", html)), []);
});

test.run();
