import { test } from "uvu";
import * as assert from "uvu/assert";
import { formatProblem } from "../../plugins/problem.ts";
import { freshnessOf, nextLock } from "../../plugins/review/freshness.ts";
import { findNearDuplicates } from "../../plugins/review/near-duplicates.ts";
import { toProblem } from "../../plugins/review/problems.ts";
import { reviewSite } from "../../plugins/review/site.ts";
import type { FreshnessLock, SitePage } from "../../plugins/review/types.ts";
import { type Given, NOW, PEOPLE, write } from "./article.ts";
import { randomWords } from "./words.ts";

const CONTEXT = {
  now: NOW,
  people: PEOPLE,
  rules: { "not-reviewed": "off", "reading-level": "off", "sentence-length": "off" },
} as const;
const PAGES: readonly SitePage[] = [
  "about",
  "contact",
  "privacy",
  "editorial-policy",
  "corrections",
  "funding",
].map((name) => ({
  file: `src/pages/${name}.md`,
  url: `/${name}/`,
  title: name,
}));

function review(
  given: readonly Given[],
  pages: readonly SitePage[] | null = PAGES,
  lock: FreshnessLock | null = null,
) {
  const articles = given.map((one) => write(one).entry);
  const found = reviewSite({ articles, pages, file: "_data/site.ts", lock }, CONTEXT);
  return {
    site: found.site.map(({ level, expected }) => `${level}: ${expected}`),
    articles: [...found.articles].flatMap(([id, one]) =>
      one.findings.map(({ rule, expected }) => `${id}: ${rule}: ${expected}`),
    ),
  };
}

test("near-duplicate: an article that repeats another is found, with the share; a different one is not", () => {
  const text = randomWords(300, 1);
  const edited = `${text} ${randomWords(40, 2)}`;
  const found = review([
    { id: "first", body: text },
    { id: "second", body: edited },
    { id: "third", body: randomWords(300, 3) },
  ]);
  assert.is(found.articles.length, 1);
  assert.match(
    found.articles[0] as string,
    /^second: near-duplicate: an article that differs from src\/articles\/first\.md \(8\d % of the text is the same\)$/,
  );
});

test("near-duplicate: half of the text in common is not enough", () => {
  const shared = randomWords(200, 1);
  const found = review([
    { id: "first", body: `${shared} ${randomWords(150, 2)}` },
    { id: "second", body: `${shared} ${randomWords(150, 3)}` },
  ]);
  assert.equal(found.articles, []);
});

test("near-duplicate: is silenced in the article that repeats", () => {
  const text = randomWords(300, 1);
  const silence = { "near-duplicate": "The Dutch edition." };
  assert.equal(
    review([
      { id: "first", body: text },
      { id: "second", body: text, front: { silence } },
    ]).articles,
    [],
  );
});

test("near-duplicates: misses none of 200 pairs at 0.7 and above", () => {
  let missed = 0;
  for (let pair = 0; pair < 200; pair++) {
    const shared = randomWords(250, pair + 1);
    const articles = [0, 1].map(
      (side) =>
        write({ id: `p${side}`, body: `${shared} ${randomWords(45, 1000 + pair * 2 + side)}` }).article,
    );
    const found = findNearDuplicates(articles, 0.6);
    if (found.length === 0) missed++;
  }
  assert.is(missed, 0);
});

test("site-pages: about, contact and privacy are open points when missing, others advice", () => {
  assert.equal(review([], []).site, [
    "warning: a page about who is behind the site",
    "warning: a page with a way to make contact",
    "warning: a page on privacy",
    "note: a page on how articles are written and checked",
    "note: a page on corrections",
    "note: a page on who pays for the site",
  ]);
});

test("site-pages: pages are known by address, title or the name that front matter gives", () => {
  assert.equal(review([]).site, []);
  const renamed = [
    {
      file: "a.md",
      url: "/wie-wij-zijn/",
      title: "Wie wij zijn",
      data: { sitePage: ["about", "contact", "funding"] },
    },
    { file: "p.md", url: "/p/", title: "Privacy notice" },
    { file: "e.md", url: "/editorial-policy/", title: "How we work" },
  ];
  assert.equal(review([], renamed).site, []);
  assert.equal(review([], null).site, []);
});

test("site-pages: pages that are written and wait as drafts are one line, not one each", () => {
  const draft = (name: string): SitePage => ({ file: `src/pages/${name}.md`, url: `/${name}/`, title: name });
  const { site } = reviewSite(
    {
      articles: [],
      pages: [{ file: "src/pages/contact.md", url: "/contact/", title: "Contact" }],
      draftPages: [draft("about"), draft("privacy"), draft("disclaimer")],
      file: "_data/site.js",
      lock: null,
    },
    CONTEXT,
  );
  assert.equal(
    site
      .filter(({ level }) => level === "warning")
      .map(toProblem)
      .map(formatProblem),
    [
      '_data/site.js: site-pages: expected pages that say who is responsible to be shown, received "draft: true". Fill in src/pages/about.md, src/pages/privacy.md and take out that line; until then nothing links to them. Why: A reader must be able to find out who speaks, how they work and how to reach them (Google quality rater guidelines, who is responsible; HONcode, transparency and privacy).',
    ],
  );
});

const OLD = write({ body: "Rest helps." }).article;
const LOCK = nextLock([OLD], {});

for (const [name, given, freshness] of [
  ["nothing changed", { body: "Rest helps." }, "same"],
  ["white space and case changed", { body: "rest\n  helps" }, "same"],
  ["text and date changed", { body: "Rest helps a lot.", front: { updated: "2026-08-01" } }, "changed"],
  ["only the date changed", { body: "Rest helps.", front: { updated: "2026-08-01" } }, "date-only"],
  ["only the text changed", { body: "Rest helps a lot." }, "text-only"],
  ["an article the lock does not know", { id: "new" }, "new"],
] as const) {
  test(`freshness: ${name}`, () => assert.is(freshnessOf(write(given).article, LOCK), freshness));
}

test("fresh-date: warns of a new date on an old text, and of the reverse", () => {
  const newDate = review([{ body: "Rest helps.", front: { updated: "2026-08-01" } }], PAGES, LOCK);
  assert.equal(newDate.articles, ["calm: fresh-date: the text to change with its date"]);
  const newText = review([{ body: "Rest helps a lot." }], PAGES, LOCK);
  assert.equal(newText.articles, ["calm: fresh-date: a newer date on a text that changed"]);
  assert.equal(review([{ body: "Rest helps." }], PAGES, LOCK).articles, []);
});

test("nextLock: keeps what is in doubt until it is accepted, takes what is right, drops what is gone", () => {
  const faked = write({ body: "Rest helps.", front: { updated: "2026-08-01" } }).article;
  assert.equal(nextLock([faked], { ...LOCK, gone: { hash: "0", updated: "2020-01-01" } }), LOCK);
  assert.is(nextLock([faked], LOCK, true).calm?.updated, "2026-08-01");
});

test("reviewSite: drafts wait until asked for", () => {
  const entry = { ...write({ front: { draft: true, author: undefined } }).entry, isHidden: true };
  const facts = { articles: [entry], pages: null, file: "_data/site.ts", lock: null };
  assert.is(reviewSite(facts, CONTEXT).articles.size, 0);
  assert.is(reviewSite(facts, CONTEXT, { withHidden: true }).articles.size, 1);
});

test.run();
