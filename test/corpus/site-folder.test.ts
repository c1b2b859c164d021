import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseSite } from "../../plugins/corpus/site.ts";
import {
  cssInFolder,
  inFolder,
  onSite,
  outOfFolder,
  siteInFolder,
} from "../../plugins/corpus/site-folder.ts";

const isPage = (path: string): boolean => path === "/repo/" || path === "/repo/naps/";

for (const [address, expected] of [
  ["/", "/repo/"],
  ["/rest/?a=/b#c", "/repo/rest/?a=/b#c"],
  ["/repository/", "/repo/repository/"],
  // In the folder already, unless a page of the site stands there.
  ["/repo/rest/#c", "/repo/rest/#c"],
  ["/repo", "/repo"],
  ["/repo/naps/#c", "/repo/repo/naps/#c"],
  // Not from the top.
  ["rest/", "rest/"],
  ["#c", "#c"],
  ["", ""],
  ["//e.example/", "//e.example/"],
  ["/\\e.example/", "/\\e.example/"],
  ["https://e.example/", "https://e.example/"],
] as const)
  test(`inFolder: ${address || "nothing"}`, () => assert.is(inFolder(address, "/repo", isPage), expected));

test("inFolder: at the top of a host nothing changes", () =>
  assert.is(inFolder("/rest/", "", isPage), "/rest/"));

for (const [path, expected] of [
  ["/repo/rest/", "/rest/"],
  ["/repo/", "/"],
  ["/repo", "/"],
  ["/repository/", null],
  ["/", null],
] as const)
  test(`outOfFolder: ${path}`, () => assert.is(outOfFolder(path, "/repo"), expected));

for (const [url, prefix, expected] of [
  ["https://e.example", "/", "https://e.example"],
  ["https://e.example/", "", "https://e.example"],
  ["https://e.example/a/b/", "/", "https://e.example/a/b"],
  ["https://e.example", "a/b", "https://e.example/a/b"],
  ["https://e.example/a", "/a/", "https://e.example/a"],
  ["https://e.example/~ann", undefined, "https://e.example/~ann"],
] as const)
  test(`siteInFolder: ${url} and ${prefix}`, () =>
    assert.is(siteInFolder(parseSite({ url }), prefix).url, expected));

test("siteInFolder: two folders, and a prefix that is none, are said", () => {
  assert.throws(
    () => siteInFolder(parseSite({ url: "https://e.example/a/" }), "/b/"),
    /^site: url: expected the folder of Eleventy's pathPrefix, "\/b\/", received "https:\/\/e.example\/a"\. Name the folder in one of the two, or the same in both\.$/,
  );
  assert.throws(
    () => siteInFolder(parseSite({}), "https://cdn.example/"),
    /^pathPrefix: expected a folder of letters/,
  );
});

for (const url of [
  "https://e.example/?a",
  "https://e.example/#a",
  "https://e.example/a b/",
  "https://e.example/%C3%A9/",
  "https://a@e.example/",
])
  test(`parseSite: ${url} is no address of a site`, () =>
    assert.throws(
      () => parseSite({ url }),
      /site: url: expected an address such as https:\/\/example\.org\/blog\//,
    ));

for (const [href, expected] of [
  ["/rest/#c", "/rest/ #c"],
  ["/repo/rest/", "/rest/ "],
  ["../rest/", "/rest/ "],
  ["https://e.example/repo/rest/", "/rest/ "],
  ["https://e.example/rest/", null],
  ["https://other.example/repo/rest/", null],
  ["../../rest/", null],
  ["mailto:a@e.example", null],
  ["https://", null],
] as const)
  test(`onSite: ${href}`, () => {
    const target = onSite(href, "/nap/", "https://e.example/repo", () => false);
    assert.is(target && `${target.path} ${target.hash}`, expected);
  });

test("cssInFolder: every address from the top, however it is quoted", () =>
  assert.is(
    cssInFolder(
      `a{b:url(/c.png)}d{e:url( "/f.png" )}g{h:URL(&quot;/i&quot;)}@import "/j.css";k{l:url(m.png) url(//n/o) url(data:p)}`,
      "/repo",
      isPage,
    ),
    `a{b:url(/repo/c.png)}d{e:url( "/repo/f.png" )}g{h:URL(&quot;/repo/i&quot;)}@import "/repo/j.css";k{l:url(m.png) url(//n/o) url(data:p)}`,
  ));

test.run();
