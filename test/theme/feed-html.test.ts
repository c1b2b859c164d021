import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ArticlePage } from "../../plugins/page/types.ts";
import { feedHtml } from "../../plugins/theme/feed-html.ts";

const PAGE = {
  canonical: "https://e.example/a/",
  chrome: { origin: "https://e.example", folder: "" },
  image: null,
  sponsorText: "",
  madeWithAi: null,
  emergency: "",
  texts: { emergencyTitle: "Get help" },
} as unknown as ArticlePage;

for (const [name, html, expected] of [
  [
    "characters that XML forbids are gone, white space stays",
    "<p>a\u0000\u0008\u000b\u001f\u007f\u0085\ufffeb\n\tc</p>",
    "<p>ab\n\tc</p>",
  ],
  [
    "addresses that mean something on the site alone are whole",
    '<a href="/b/">b</a> <a href="#c">c</a> <img src="/d.png"> <a href="//x.example/">x</a>',
    '<a href="https://e.example/b/">b</a> <a href="https://e.example/a/#c">c</a> <img src="https://e.example/d.png"> <a href="//x.example/">x</a>',
  ],
  [
    "an image is one image",
    '<picture><source type="image/avif" srcset="/d.avif 480w"><img src="/d.png" srcset="/d.png 480w" loading="lazy"></picture>',
    '<img src="https://e.example/d.png">',
  ],
] as const) {
  test(`feedHtml: ${name}`, () => assert.is(feedHtml(html, PAGE), expected));
}

test("feedHtml: who paid, what a machine wrote and when to get help come first, as text", () => {
  const page = {
    ...PAGE,
    sponsorText: "Paid for by <A>.",
    madeWithAi: "Drafted by a machine.",
    emergency: "Call 112.",
  };
  assert.is(
    feedHtml("<p>Text.</p>", page),
    "<p>Paid for by &lt;A&gt;.</p><p>Drafted by a machine.</p><p>Get help: Call 112.</p><p>Text.</p>",
  );
});

test.run();
