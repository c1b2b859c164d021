import { test } from "uvu";
import * as assert from "uvu/assert";
import { buildViews } from "../../plugins/page/build.ts";
import { person, record, viewInput } from "../theme/corpus.ts";

/** The pages of a site whose one article has so many tags. */
const tagged = (count: number, nameOf: (index: number) => string = (index) => `a${index}`) =>
  buildViews(
    viewInput({ records: [record("a", { tags: Array.from({ length: count }, (_, i) => nameOf(i)) })] }),
  );

test("index: thousands of terms are cut into pages, and each letter is linked where it begins", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const views = tagged(2600, (index) => `${letters[index % 26]}${String(index).padStart(5, "0")}`);
  const pages = views.ofKind("tags");
  assert.equal(
    pages.map(({ groups }) => groups.flatMap(({ cards }) => cards).length),
    [...Array.from({ length: 10 }, () => 240), 200],
  );
  assert.equal(
    pages[1]?.letters.slice(0, 4).map(({ text, url }) => [text, url]),
    [
      ["A", "/tags/#v_0_A"],
      ["B", "/tags/#v_1_B"],
      ["C", "/tags/#v_2_C"],
      ["D", "#v_1_D"],
    ],
  );
  assert.equal([pages[1]?.url, pages[1]?.title, pages[1]?.label], ["/tags/page/2/", "Tags, page 2", "Tags"]);
  assert.is(pages[1]?.pager?.total, 11);
});

for (const [name, count, nameOf, letterCount] of [
  ["few terms", 29, (index: number) => `${index}`, 0],
  ["many terms", 30, (index: number) => `${index}`, 1],
  ["a sign for each word", 100, (index: number) => String.fromCodePoint(0x4e00 + index), 0],
] as const) {
  test(`index: ${name} have ${letterCount} letters to jump to`, () =>
    assert.is(tagged(count, nameOf).ofKind("tags")[0]?.letters.length, letterCount));
}

test("author: what somebody wrote and reviewed is cut into the same pages", () => {
  const records = [
    ...Array.from({ length: 50 }, (_, i) => record(`w${i}`, { author: "rita" })),
    ...Array.from({ length: 120 }, (_, i) =>
      record(`r${i}`, { author: "ann", reviewedBy: "rita", reviewed: "2026-01-02" }),
    ),
  ];
  const pages = buildViews(viewInput({ people: [person("ann"), person("rita")], records }))
    .ofKind("author")
    .filter(({ id }) => id === "rita");
  assert.equal(
    pages.map(({ entries, reviewed }) => [entries.length, reviewed.length]),
    [
      [48, 48],
      [2, 48],
      [0, 24],
    ],
  );
});

test("home: pages of the site's size, newest first, ties by id; titles of later pages differ", () => {
  const records = ["c", "b", "a"].map((id) => record(id, {})).concat(record("new", { date: "2026-02-01" }));
  const pages = buildViews(viewInput({ records })).ofKind("home");
  assert.equal(
    pages.map(({ url, title, entries }) => [url, title, entries.map(({ id }) => id)]),
    [
      ["/", "Site", ["new", "a"]],
      ["/page/2/", "Site, page 2", ["b", "c"]],
    ],
  );
});

test("home: the newest article's image stands on the first page, an older one's does not", () => {
  const image = { src: "/a.png", alt: "A" };
  const imagesOf = (newest: object, older: object) =>
    buildViews(
      viewInput(
        { records: [record("new", { date: "2026-02-01", ...newest }), record("old", older)] },
        { pageSize: 1 },
      ),
    )
      .ofKind("home")
      .map((page) => page.image?.src ?? null);
  assert.equal(imagesOf({ image }, { image }), ["/a.png", null]);
  assert.equal(imagesOf({}, { image }), [null, null]);
});

test("pager: the ends and the neighbours, gaps between", () => {
  const records = Array.from({ length: 20 }, (_, index) => record(`r${index}`, {}));
  const page = buildViews(viewInput({ records })).byUrl.get("/page/5/");
  const pager = page?.kind === "home" ? page.pager : null;
  assert.equal(
    pager?.pages.map(({ label }) => label),
    ["1", "…", "3", "4", "5", "6", "7", "…", "10"],
  );
  assert.equal([pager?.previous, pager?.next], ["/page/4/", "/page/6/"]);
});

test("tags: spellings with one slug are one page, under the spelling used most", () => {
  const records = [
    record("a", { tags: ["Sleep"] }),
    record("b", { tags: ["sleep"] }),
    record("c", { tags: ["sleep"] }),
  ];
  const pages = buildViews(viewInput({ records }, { pageSize: 9 })).ofKind("tag");
  assert.equal(
    pages.map(({ url, label, entries }) => [url, label, entries.length]),
    [["/tags/sleep/", "sleep", 3]],
  );
});

test("redirects: old addresses lead on, one that is in use stays with its page", () => {
  const records = [record("a", { redirectFrom: ["/old/", "/b/"] }), record("b", {})];
  const pages = buildViews(viewInput({ records })).ofKind("redirect");
  assert.equal(
    pages.map(({ url, target, isIndexed }) => [url, target, isIndexed]),
    [["/old/", "/a/", false]],
  );
});

test.run();
