import { test } from "uvu";
import * as assert from "uvu/assert";
import { addressOf, inferSiteUrl, siteAddresses, sitePathOf } from "../../plugins/check/site/address.ts";
import { pageKey } from "../../plugins/check/urls.ts";

const TOP = "https://example.org/";
const FOLDER = "https://example.org/blog/";

test("addressOf: a file's address is written as browsers write it", () => {
  assert.is(addressOf("a&b (c)/index.html", TOP), "https://example.org/a&b%20(c)/");
  assert.is(addressOf("睡眠/index.html", TOP), "https://example.org/%E7%9D%A1%E7%9C%A0/");
  assert.is(addressOf("a?b#c/50%.html", TOP), "https://example.org/a%3Fb%23c/50%25.html");
});

for (const [address, from, siteUrl, expected] of [
  ["/a/", "x.html", TOP, "/a/"],
  ["a/", "b/index.html", TOP, "/b/a/"],
  ["../a.html#c", "b/c/index.html", TOP, "/b/a.html#c"],
  ["#c", "b/index.html", TOP, "/b/#c"],
  ["?q=1", "b/index.html", TOP, "/b/?q=1"],
  ["https://example.org/a/", "x.html", TOP, "/a/"],
  ["https://www.example.org/a/", "x.html", TOP, "/a/"],
  ["http://example.org/a/", "x.html", TOP, "/a/"],
  ["//example.org/a/", "x.html", TOP, "/a/"],
  ["https://example.com/a/", "x.html", TOP, null],
  ["//example.com/a/", "x.html", TOP, null],
  ["mailto:a@example.org", "x.html", TOP, null],
  ["JavaScript:alert(1)", "x.html", TOP, null],
  ["tel:+44", "x.html", TOP, null],
  ["https://", "x.html", TOP, null],
  ["/blog/a/", "x.html", FOLDER, "/a/"],
  ["/blog", "x.html", FOLDER, "/"],
  ["/a/", "x.html", FOLDER, null],
  ["../a/", "b/index.html", FOLDER, "/a/"],
  ["../../a/", "b/index.html", FOLDER, null],
  ["/a b/", "x.html", TOP, "/a%20b/"],
  ["/a/", "x.html", null, "/a/"],
  ["/a/../b/", "x.html", null, "/b/"],
  ["a.html", "b/index.html", null, "/b/a.html"],
  ["../c.html", "b/index.html", null, "/c.html"],
  ["../../other/c.html", "b/index.html", null, null],
  ["https://example.org/a/", "x.html", null, null],
] as const) {
  test(`onSite: ${address} in ${from} of ${siteUrl ?? "a site without address"}`, () => {
    assert.is(siteAddresses(siteUrl).onSite(address, from, null), expected);
  });
}

for (const [path, expected] of [
  ["index.html", "/"],
  ["a/index.html", "/a/"],
  ["a/b.html", "/a/b.html"],
  ["myindex.html", "/myindex.html"],
] as const) {
  test(`sitePathOf: ${path}`, () => assert.is(sitePathOf(path), expected));
}

for (const [pages, expected] of [
  [[["index.html", "https://example.org/"]], TOP],
  [
    [
      ["a/index.html", "https://example.org/blog/a/"],
      ["b/index.html", "https://example.org/blog/b/"],
      ["c/index.html", "https://example.com/c/"],
    ],
    FOLDER,
  ],
  [[["a.html", "https://example.org/a"]], TOP],
  [[["a/index.html", "https://example.org/other/"]], null],
  [[["a/index.html", "/a/"]], null],
] as const) {
  test(`inferSiteUrl: ${pages.map(([, canonical]) => canonical).join(", ")}`, () =>
    assert.is(inferSiteUrl(pages), expected));
}

for (const [address, expected] of [
  ["https://example.org/a/index.html#x", "//example.org/a"],
  ["http://www.example.org/a.html?q", "//example.org/a"],
  ["https://example.org/", "//example.org"],
] as const) {
  test(`pageKey: ${address}`, () => assert.is(pageKey(address), expected));
}

test.run();
