import { test } from "uvu";
import * as assert from "uvu/assert";
import { inlineStyles, wordInlineStyles } from "../../plugins/publish/inline-styles.ts";
import { contentPolicy } from "../../plugins/publish/policy.ts";

/** `printf 'p{margin:0}' | openssl dgst -sha256 -binary | base64` */
const HASH = "'sha256-QRQPRLGyxt3RJiKpYNjpkgHcmHU2PywsfL2e8oI0LQA='";

for (const [html, count, hasAttributes] of [
  ["<style>p{margin:0}</style>", 1, false],
  ['<STYLE media="print">p{}</STYLE><style>p{}</style>', 1, false],
  ['<p style="color:red">', 0, true],
  ["<p\nstyle = 'a'>", 0, true],
  ["<!-- <style>p{}</style> --><p>style=1</p>", 0, false],
  ['<a title="an old style=x">', 0, false],
  ["<script>'<style>p{}</style>'</script>", 0, false],
  ['<p data-style="x">', 0, false],
] as const) {
  test(`inlineStyles: ${html}`, () => {
    const found = inlineStyles(html);
    assert.equal([found.sources.length, found.hasAttributes], [count, hasAttributes]);
  });
}

test("inlineStyles: the owner is told once, with the line that lets them through", () => {
  const pages = new Map([
    ["/a/", inlineStyles("<style>p{margin:0}</style>")],
    ["/b/", inlineStyles("<style>p{margin:0}</style>")],
  ]);
  const said = wordInlineStyles(pages, contentPolicy());
  assert.match(
    said ?? "",
    /^publish: \/a\/ and 1 more: expected styles in files, received styles inside the page/,
  );
  assert.ok(said?.endsWith(`publish: { needs: [{ "style-src": ["${HASH}"] }] }`));
  assert.is(wordInlineStyles(pages, contentPolicy([{ "style-src": [HASH] }])), null);
});

test("inlineStyles: for a style attribute no hash will do", () => {
  const pages = new Map([["/a/", inlineStyles('<p style="x">')]]);
  assert.match(wordInlineStyles(pages, contentPolicy()) ?? "", /\["'unsafe-inline'"\]/);
  assert.is(wordInlineStyles(pages, contentPolicy([{ "style-src": ["'unsafe-inline'"] }])), null);
});

test("inlineStyles: beside a hash browsers pass over 'unsafe-inline', so it is said", () => {
  const pages = new Map([["/a/", inlineStyles('<p style="x">')]]);
  const policy = contentPolicy([{ "style-src": ["'unsafe-inline'", HASH] }]);
  assert.ok(wordInlineStyles(pages, policy));
});

test("inlineStyles: a page of a megabyte without an end is read in a moment", () => {
  const started = performance.now();
  inlineStyles("<style>".repeat(150_000));
  inlineStyles("<a x='".repeat(150_000));
  inlineStyles("<!--".repeat(150_000));
  assert.ok(performance.now() - started < 5000);
});

test.run();
