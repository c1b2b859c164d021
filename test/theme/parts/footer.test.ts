import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseSite } from "../../../plugins/corpus/site.ts";
import type { ChromeView } from "../../../plugins/page/types.ts";
import { HOSTILE, render } from "./render.ts";

const chrome: Pick<
  ChromeView,
  "siteTitle" | "footer" | "copyright" | "features" | "feeds" | "without" | "resultForms"
> = {
  siteTitle: HOSTILE,
  footer: [{ url: "/about/", text: "About" }],
  copyright: "© Pub",
  features: parseSite().features,
  feeds: { atom: true, json: true },
  without: [],
  resultForms: '{"other":"{count} results"}',
};

const html = (change = {}) => render("footer", { view: { chrome: { ...chrome, ...change } } });

test("footer: disclaimer, the owner's pages, people, feed, colours", () => {
  assert.match(html(), '<p class="disclaimer">This site informs;');
  assert.match(
    html(),
    '<ul class="links"><li><a href="/about/">About</a></li><li><a href="/authors/">Authors</a></li><li><a href="/feed.xml">Feed</a></li></ul><p class="owner">© Pub</p><div class="colours">',
  );
});

test("footer: nothing leads to what is switched off", () => {
  const bare = html({
    without: ["authors"],
    features: { ...chrome.features, themeSwitch: false },
    feeds: { atom: false, json: false },
  });
  assert.not.match(bare, /authors|feed|colours/);
});

test.run();
