import { test } from "uvu";
import * as assert from "uvu/assert";
import { isEleventyName, isLayoutName, isOwnField } from "../../plugins/article/fields.ts";
import { type ShieldOptions, shieldFrontMatter } from "../../plugins/build/shield.ts";

/** Every layout that is asked for is there: what is refused is refused by its name. */
const OWN_SITE: ShieldOptions = { timeZone: "UTC", isOwnSite: true, fields: [], hasLayout: () => true };
/** A site of the owner's own making, where any field that is not Eleventy's is theirs. */
const GUEST: ShieldOptions = { ...OWN_SITE, isOwnSite: false, fields: "any" };

const ORDERS = [
  "eleventyComputed",
  "eleventyExcludeFromCollections",
  "eleventyInvented",
  "buildawesomeComputed",
  "buildawesomeInvented",
  "EleventyComputed",
  "override:permalink",
  "override:eleventyComputed",
  "pagination",
  "permalinkBypassOutputDir",
  "dynamicPermalink",
  "templateEngineOverride",
  "page",
  "pkg",
  "env",
  "content",
  "collections",
];

for (const name of ORDERS) {
  test(`shield: ${name} of an article reaches Eleventy on no site`, () => {
    assert.ok(isEleventyName(name));
    assert.not(isOwnField(name, "any"));
    assert.equal(shieldFrontMatter({ [name]: "njk" }, GUEST), {});
    assert.equal(shieldFrontMatter({ [name]: "njk" }, OWN_SITE), { templateEngineOverride: "md" });
  });
}

for (const [permalink, isTaken] of [
  ["/a/", true],
  ["/a/b.html", true],
  [false, true],
  ["a/", false],
  ["//e.example/", false],
  ["/../a/", false],
  ["/a/../../b/", false],
  ["/a\\..\\..\\b", false],
  ["../a/", false],
  [true, false],
  [5, false],
  [{ build: "/a/" }, false],
  [["/a/"], false],
] as const) {
  test(`shield: the permalink ${JSON.stringify(permalink)} is ${isTaken ? "handed on, on a site of the owner's own making" : "handed on nowhere"}`, () => {
    assert.equal(shieldFrontMatter({ permalink }, GUEST), isTaken ? { permalink } : {});
    assert.is(shieldFrontMatter({ permalink }, OWN_SITE).permalink, undefined);
  });
}

for (const [layout, isTaken] of [
  ["post.njk", true],
  ["posts/long.v2", true],
  ["../../etc/passwd", false],
  ["posts/../../../x", false],
  ["/etc/passwd", false],
  [".hidden", false],
  [{ a: "b" }, false],
  [["post.njk"], false],
] as const) {
  test(`shield: the layout ${JSON.stringify(layout)} is ${isTaken ? "" : "not "}a file below the folder of layouts`, () => {
    assert.is(isLayoutName(layout), isTaken);
    assert.is(shieldFrontMatter({ layout }, OWN_SITE).layout, isTaken ? layout : undefined);
  });
}

test("shield: dates and tags are handed on as they were read, and only such", () => {
  const { date } = shieldFrontMatter({ date: "2026-02-30" }, GUEST);
  assert.is(date, undefined);
  const read = shieldFrontMatter({ date: "2026-02-03 10:30" }, { ...GUEST, timeZone: "Europe/Berlin" });
  assert.is((read.date as Date).toISOString(), "2026-02-03T09:30:00.000Z");
  assert.equal(shieldFrontMatter({ tags: ["a", 5] }, GUEST), { tags: ["a", 5] });
  for (const tags of [{ a: 1 }, [{ a: 1 }], [null]]) assert.equal(shieldFrontMatter({ tags }, GUEST), {});
  assert.is(shieldFrontMatter({ tags: ["a"] }, OWN_SITE).tags, undefined);
});

test("shield: a field of the site's own is handed on where the owner names it, or any is theirs", () => {
  const data = { hero: { name: "Moon" } };
  assert.is(shieldFrontMatter(data, OWN_SITE).hero, undefined);
  assert.equal(shieldFrontMatter(data, { ...OWN_SITE, fields: ["hero"] }).hero, { name: "Moon" });
  assert.equal(shieldFrontMatter(data, GUEST), data);
});

test.run();
