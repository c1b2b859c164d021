import { test } from "uvu";
import * as assert from "uvu/assert";
import { pageFactsOf } from "../../plugins/review/checked-page.ts";
import { reviewPage } from "../../plugins/review/page.ts";
import { PAGE_RULES } from "../../plugins/review/rules/all.ts";
import type { PageContext, PageFacts } from "../../plugins/review/types.ts";
import { type Given, write } from "./article.ts";

const DISCLAIMER = "This site informs; it doesn't replace advice.";
const ARTICLE: Given = {
  front: {
    updated: "2026-06-02",
    reviewedBy: "checker",
    reviewed: "2026-07-03",
    sponsor: "Tea House",
    madeWithAi: "Drafted with a language model.",
  },
  facts: { conditions: ["insomnia"] },
};
const link = (href: string, isFooter = false) => ({ href, rel: "", isFooter });

const GOOD: PageFacts = {
  file: "_site/calm/index.html",
  text: "By Field Notes. Reviewed by Test Checker. Sponsored by Tea House. Drafted with a language model. This site informs; it doesn’t replace advice.",
  links: [
    link("/authors/field-notes/"),
    link("/authors/checker/"),
    link("/privacy/", true),
    link("/funding/", true),
  ],
  times: ["2026-03-01T00:00:00Z", "2026-06-02", "2026-07-03"],
  embeds: ["/assets/app.js", "https://site.example/own.js"],
};

function fired(
  page: Partial<PageFacts>,
  given: Given = ARTICLE,
  more: Partial<PageContext> = {},
): readonly string[] {
  const { article, context } = write(given);
  const full: PageContext = {
    ...context,
    siteUrl: "https://site.example",
    disclaimer: DISCLAIMER,
    sitePages: { privacy: "/privacy/", funding: "/funding/" },
    ...more,
  };
  return reviewPage({ ...GOOD, ...page }, article, full).findings.map(
    ({ rule, level }) => `${rule}: ${level}`,
  );
}

const FAULTS: Readonly<Record<string, readonly [page: Partial<PageFacts>, level: string]>> = {
  "page-byline": [{ links: GOOD.links.slice(1) }, "error"],
  "page-reviewer": [{ times: GOOD.times.slice(0, 2) }, "error"],
  "page-dates": [{ times: GOOD.times.slice(1) }, "error"],
  "page-disclaimer": [{ text: GOOD.text.replace("informs", "sells") }, "error"],
  "page-sponsor": [{ text: GOOD.text.replace("Sponsored by", "With") }, "error"],
  "page-footer": [
    { links: GOOD.links.map((one) => ({ ...one, isFooter: one.href !== "/privacy/" })) },
    "warning",
  ],
  "page-ai": [{ text: GOOD.text.replace("Drafted", "Written") }, "note"],
  "page-scripts": [{ embeds: ["https://track.example/t.js"] }, "warning"],
};

test("reviewPage: a page in order has no finding", () => assert.equal(fired({}), []));

test("reviewPage: what an English label would excuse is no fault on a page in another language", () => {
  const page = {
    text: GOOD.text.replace("Sponsored by", "Gesponsord door"),
    embeds: ["https://track.example/t.js"],
  };
  assert.equal(fired(page), ["page-scripts: warning", "page-sponsor: error"]);
  assert.equal(fired(page, { ...ARTICLE, front: { ...ARTICLE.front, lang: "nl" } }), []);
});

test("reviewPage: every rule has a page with exactly its fault", () => {
  assert.equal(
    Object.keys(FAULTS),
    PAGE_RULES.map(({ name }) => name),
  );
});

for (const [rule, [page, level]] of Object.entries(FAULTS)) {
  test(`${rule}: fires on exactly its fault`, () => assert.equal(fired(page), [`${rule}: ${level}`]));
}

test("page-footer: a missing link to a page of lesser weight is advice", () => {
  assert.equal(fired({ links: GOOD.links.slice(0, 3) }), ["page-footer: note"]);
});

test("page-scripts: a notice on the page is enough, and pages about no condition are free", () => {
  const embeds = ["https://video.example/1"];
  assert.equal(fired({ embeds, text: `${GOOD.text} The video loads from a third party.` }), []);
  assert.equal(fired({ embeds }, { ...ARTICLE, facts: {} }), []);
});

test("page-disclaimer: known wordings count where the site tells none", () => {
  assert.equal(fired({}, ARTICLE, { disclaimer: null }), []);
  assert.equal(fired({ text: GOOD.text.replace(/This site.*/, "") }, ARTICLE, { disclaimer: null }), [
    "page-disclaimer: error",
  ]);
});

test("page rules: can be silenced like the others", () => {
  const front = { ...ARTICLE.front, silence: { "page-scripts": "The video is our own." } };
  assert.equal(fired({ embeds: ["https://video.example/1"] }, { ...ARTICLE, front }), []);
});

test("pageFactsOf: takes links, footer, dates and scripts from a page that was read for the check", () => {
  const element = (
    tag: string,
    attributes: Record<string, string>,
    parent: unknown = null,
    isVisible = true,
  ) => ({ tag, attributes, parent, isVisible }) as never;
  const footer = element("footer", {});
  const own = element("footer", {}, element("article", {}));
  const facts = pageFactsOf({
    path: "calm/index.html",
    elements: [
      footer,
      element("a", { href: "/privacy/" }, footer),
      element("a", { href: "/authors/x/", rel: "author" }, own),
      element("a", { href: "/hidden/" }, null, false),
    ],
    text: { raw: () => "Calm" },
    times: [
      { datetime: "2026-03-01", isVisible: true },
      { datetime: null, isVisible: true },
      { datetime: "2026-03-02", isVisible: false },
    ],
    resources: [
      { address: "/a.js", where: "script src" },
      { address: "/a.png", where: "img src" },
    ],
  });
  assert.equal(facts, {
    file: "calm/index.html",
    text: "Calm",
    links: [
      { href: "/privacy/", rel: "", isFooter: true },
      { href: "/authors/x/", rel: "author", isFooter: false },
    ],
    times: ["2026-03-01"],
    embeds: ["/a.js"],
  });
});

test.run();
