import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseSite } from "../../../plugins/corpus/site.ts";
import type { ChromeView } from "../../../plugins/page/types.ts";
import { ESCAPED, HOSTILE, render } from "./render.ts";

const chrome: Pick<
  ChromeView,
  "siteTitle" | "footer" | "copyright" | "features" | "without" | "resultForms"
> = {
  siteTitle: HOSTILE,
  footer: [{ url: "/about/", text: "About" }],
  copyright: "© Pub",
  features: parseSite().features,
  without: [],
  resultForms: '{"other":"{count} results"}',
};

const nav = [{ url: "/benefits/", text: "Benefits", isCurrent: true }];
const html = (url: string, change = {}) =>
  render("header", { view: { chrome: { ...chrome, ...change }, nav, url } });

test("header: the site's name, navigation, search; where the page stands is said", () => {
  assert.match(html("/"), `<a class="name" href="/" aria-current="page">${ESCAPED}</a>`);
  assert.match(html("/benefits/"), '<a href="/benefits/" aria-current="page">Benefits</a>');
  assert.match(html("/benefits/x/"), '<a href="/benefits/" aria-current="true">Benefits</a>');
  assert.match(html("/"), '<a class="find" href="/search/">Search</a>');
});

test("header: no search where it is off", () => {
  assert.not.match(html("/", { features: { ...chrome.features, search: false } }), "/search/");
});

test.run();
