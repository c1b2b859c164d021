import { test } from "uvu";
import * as assert from "uvu/assert";
import { htmlInFolder } from "../../plugins/build/folder-html.ts";

for (const [name, html, expected] of [
  [
    "an address in double, single and no quotes",
    `<a href="/a/"><img src='/b.png'><link href=/c.css>`,
    `<a href="/repo/a/"><img src='/repo/b.png'><link href=/repo/c.css>`,
  ],
  [
    "spaces around it, entities in it",
    `<a href = " /a/?b=1&amp;c=2#d ">`,
    `<a href = " /repo/a/?b=1&amp;c=2#d ">`,
  ],
  [
    "each address of a list",
    `<img srcset="/a.png 480w, /b.png 800w,/c.png 2x, https://e.example/d.png 3x">`,
    `<img srcset="/repo/a.png 480w, /repo/b.png 800w,/repo/c.png 2x, https://e.example/d.png 3x">`,
  ],
  [
    "a page that leads on, in either order",
    `<meta content="0; url=/a/" http-equiv="refresh"><meta http-equiv=Refresh content='0;/b/'>`,
    `<meta content="0; url=/repo/a/" http-equiv="refresh"><meta http-equiv=Refresh content='0;/repo/b/'>`,
  ],
  [
    "other words of a meta stay",
    `<meta name="description" content="/a/">`,
    `<meta name="description" content="/a/">`,
  ],
  [
    "styles",
    `<style>a { b: url("/c.png") }</style><p style="d: url('/e.png')">`,
    `<style>a { b: url("/repo/c.png") }</style><p style="d: url('/repo/e.png')">`,
  ],
  [
    "forms, films, drawings, the base",
    `<base href="/"><form action="/s/"><video poster="/p.png"></video><svg><use xlink:href="/i.svg#a"/></svg>`,
    `<base href="/repo/"><form action="/repo/s/"><video poster="/repo/p.png"></video><svg><use xlink:href="/repo/i.svg#a"/></svg>`,
  ],
  [
    "scripts, comments and text stay",
    `<script>var a = '<a href="/b/">';</script><!-- <a href="/b/"> --><textarea><a href="/b/"></textarea>&lt;a href="/b/"&gt;`,
    `<script>var a = '<a href="/b/">';</script><!-- <a href="/b/"> --><textarea><a href="/b/"></textarea>&lt;a href="/b/"&gt;`,
  ],
  [
    "what is relative, whole or of another host stays",
    `<a href="a/"><a href="#b"><a href="//e.example/"><a href="https://e.example/"><a href>`,
    `<a href="a/"><a href="#b"><a href="//e.example/"><a href="https://e.example/"><a href>`,
  ],
  [
    "what is there already stays",
    `<a href="/repo/a/"><a href="/repo">`,
    `<a href="/repo/a/"><a href="/repo">`,
  ],
  ["a page that is cut short stays readable", `<p><a href="/a`, `<p><a href="/a`],
] as const)
  test(`htmlInFolder: ${name}`, () => assert.is(htmlInFolder(html, "/repo"), expected));

test("htmlInFolder: twice is once", () => {
  const once = htmlInFolder('<a href="/a/"><img srcset="/b 1x">', "/repo");
  assert.is(htmlInFolder(once, "/repo"), once);
});

test("htmlInFolder: 200,000 attributes, spaces and braces take no longer than their length", () => {
  const started = performance.now();
  htmlInFolder(
    `<p ${"a ".repeat(200_000)}>${'<a href="/b/">'.repeat(20_000)}<i srcset="${" ,".repeat(100_000)}" style="${"url(".repeat(50_000)}">`,
    "/repo",
  );
  assert.ok(performance.now() - started < 20_000);
});

test.run();
