import { test } from "uvu";
import * as assert from "uvu/assert";
import { picturePolicy, stoppedPictures, wordStoppedPictures } from "../../plugins/publish/pictures.ts";
import { contentPolicy } from "../../plugins/publish/policy.ts";

const SITE = "https://blog.example/repo";

/** Sources of `img-src`, an address, and what a browser does. @see https://www.w3.org/TR/CSP3/#match-url-to-source-expression */
for (const [sources, src, isLoaded] of [
  ["'self'", "/a.png", true],
  ["'self'", "https://blog.example/a.png", true],
  ["'self'", "http://blog.example/a.png", false],
  ["'self'", "https://blog.example:8443/a.png", false],
  ["'self'", "//img.example/a.png", false],
  ["'self'", "data:image/png;base64,AA", false],
  ["data:", "data:image/png;base64,AA", true],
  ["'none'", "/a.png", false],
  ["*", "https://img.example/a.png", true],
  ["*", "data:image/png;base64,AA", false],
  ["https:", "https://img.example/a.png", true],
  ["https:", "http://img.example/a.png", false],
  ["http:", "https://img.example/a.png", true],
  ["https://img.example", "https://img.example/a.png", true],
  ["https://img.example", "https://IMG.example/a.png", true],
  ["https://img.example", "https://img.example:8443/a.png", false],
  ["https://img.example:*", "https://img.example:8443/a.png", true],
  ["https://img.example:443", "https://img.example/a.png", true],
  ["https://img.example", "https://img.example.evil.example/a.png", false],
  ["img.example", "https://img.example/a.png", true],
  ["*.example.org", "https://a.b.example.org/a.png", true],
  ["*.example.org", "https://example.org/a.png", false],
  ["*.example.org", "https://evilexample.org/a.png", false],
  ["https://img.example/2024/", "https://img.example/2024/a.png", true],
  ["https://img.example/2024/", "https://img.example/2025/a.png", false],
  ["https://img.example/a.png", "https://img.example/a.png?w=1", true],
  ["https://img.example/a.png", "https://img.example/a.png/b", false],
  ["https://other.example https://img.example", "https://img.example/a.png", true],
] as const) {
  test(`picturePolicy: img-src ${sources}: ${src} is ${isLoaded ? "" : "not "}loaded`, () => {
    assert.is(picturePolicy(`default-src 'none'; img-src ${sources}`, SITE).loads(src), isLoaded);
  });
}

test("picturePolicy: without img-src default-src holds, without either all is loaded", () => {
  const src = "https://img.example/a.png";
  assert.is(picturePolicy("default-src 'self'", SITE).loads(src), false);
  assert.is(picturePolicy("script-src 'self'", SITE).loads(src), true);
  assert.is(picturePolicy("", SITE).loads(src), true);
});

test("picturePolicy: addresses that browsers upgrade are asked for by https", () => {
  const policy = contentPolicy([{ "img-src": ["https://img.example"] }]);
  assert.is(picturePolicy(policy, SITE).loads("http://img.example/a.png"), true);
  assert.is(picturePolicy(contentPolicy(), SITE).loads("http://img.example/a.png"), false);
});

test("stoppedPictures: hosts of images that are not let through, each once; comments and code are none", () => {
  const html =
    '<img src="/a.png"><img src="https://b.example/1.png"><img src=https://b.example/2.png>' +
    '<!-- <img src="https://c.example/1.png"> --><pre>&lt;img src="https://d.example/1.png"></pre>';
  assert.equal(stoppedPictures(html, picturePolicy(contentPolicy(), SITE)), ["https://b.example"]);
});

test("stoppedPictures: the owner is told once, with the line that lets them through", () => {
  assert.is(wordStoppedPictures(new Map()), null);
  const said = wordStoppedPictures(
    new Map([
      ["/a/", ["https://b.example"]],
      ["/c/", ["https://a.example", "https://b.example"]],
    ]),
  );
  assert.match(said ?? "", /^publish: \/a\/ and 1 more: expected pictures of this site/);
  assert.ok(said?.endsWith('publish: { needs: [{ "img-src": ["https://a.example","https://b.example"] }] }'));
});

test.run();
