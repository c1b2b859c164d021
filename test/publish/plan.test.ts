import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Headers } from "../../plugins/publish/headers.ts";
import type { SiteFile } from "../../plugins/publish/manifest/manifest.ts";
import { parsePlan, requireSamePlan } from "../../plugins/publish/plan/file.ts";
import { requireFewDeletes } from "../../plugins/publish/plan/limits.ts";
import type { Live } from "../../plugins/publish/plan/live.ts";
import { isNothing, type Plan, planPublish } from "../../plugins/publish/plan/plan.ts";
import { showPlan } from "../../plugins/publish/plan/shown.ts";

const NOW = "2026-11-28T12:00:00.000Z";
const FOREVER = { "Cache-Control": "public, max-age=31536000, immutable" };

/** A file whose bytes are told by one word. */
function file(path: string, word = "a", headers: Headers = {}): SiteFile {
  return { path, hash: word, sizeBytes: 10, headers };
}

/** The files, live as they are built. */
function live(files: readonly SiteFile[], more: Partial<Live> = {}): Live {
  return {
    files: files.map((one) => ({ ...one, version: `v-${one.hash}` })),
    waiting: new Map(),
    isUnfinished: false,
    unsettled: [],
    ...more,
  };
}

function plan(files: readonly SiteFile[], standing: Live, graceHours = 24): Plan {
  return planPublish({ files }, standing, {
    target: "s3://blog",
    now: NOW,
    graceHours,
    stored: (headers) => headers,
  });
}

test("plan: what is built and live alike is nothing to do, whatever the order and case of its headers", () => {
  const built = [file("index.html", "a", { "Content-Type": "text/html", "Cache-Control": "no-cache" })];
  const standing = [file("index.html", "a", { "cache-control": "no-cache", "content-type": "text/html" })];
  const made = plan(built, live(standing));
  assert.equal([made.changes, made.unchangedCount, isNothing(made)], [[], 1, true]);
});

for (const [name, standing, kind] of [
  ["not there", [], "added"],
  ["other bytes", [file("a.css", "old")], "changed"],
  ["other headers alone", [file("a.css", "a", { "Content-Type": "text/plain" })], "headers"],
] as const) {
  test(`plan: ${name} is ${kind}`, () => {
    assert.equal(
      plan([file("a.css", "a", { "Content-Type": "text/css" })], live(standing)).changes.map(
        (change) => change.kind,
      ),
      [kind],
    );
  });
}

test("plan: a file of which nobody knows the bytes or the headers is sent", () => {
  const unknown = { path: "a.css", version: "1", sizeBytes: 10, hash: null, headers: null };
  const made = plan([file("a.css")], { ...live([]), files: [unknown] });
  assert.equal(
    made.changes.map(({ kind }) => kind),
    ["changed"],
  );
});

test("plan: what is referred to goes before what refers to it, new before changed", () => {
  const xml = { "Content-Type": "application/xml; charset=utf-8" };
  const built = [
    file("404.html"),
    file("assets/a.AAAA.css", "a", FOREVER),
    file("feed.xml", "a", xml),
    file("images/b.png"),
    file("images/c.png"),
    file("index.html"),
    file("new/index.html"),
    file("robots.txt"),
    file("sitemap.xml", "a", xml),
  ];
  const standing = ["404.html", "feed.xml", "images/c.png", "index.html", "robots.txt", "sitemap.xml"];
  const made = plan(built, live(standing.map((path) => file(path, "old"))));
  assert.equal(
    made.changes.map(({ step, path }) => `${step}: ${path}`),
    [
      "assets: assets/a.AAAA.css",
      "new files: images/b.png",
      "files: images/c.png",
      "new pages: new/index.html",
      "pages: 404.html",
      "home: index.html",
      "feeds: feed.xml",
      "feeds: robots.txt",
      "feeds: sitemap.xml",
    ],
  );
});

test("plan: a file that is gone waits for its grace period, then goes", () => {
  const standing = [file("index.html"), file("old/index.html"), file("older.css")];
  const waiting = new Map([["older.css", "2026-11-27T11:59:00.000Z"]]);
  const made = plan([file("index.html")], live(standing, { waiting }));
  assert.equal(made.waiting, [{ path: "old/index.html", since: NOW, isNew: true }]);
  assert.equal(
    made.deletes.map(({ path }) => path),
    ["older.css"],
  );
  assert.is(isNothing(made), false);
});

test("deletes: what waits since an earlier publish is not counted again", () => {
  const standing = Array.from({ length: 100 }, (_, index) => file(`${index}.css`));
  const waiting = new Map(standing.slice(70).map(({ path }) => [path, NOW]));
  requireFewDeletes(plan(standing.slice(0, 70), live(standing, { waiting })), 0.2, null);
});

test("plan: a file that somebody else put there is no loss", () => {
  const foreign = { ...file("AWSLogs/a.log"), hash: null, headers: null, version: "v" };
  const standing = live([file("index.html")]);
  const made = plan([file("index.html")], { ...standing, files: [...standing.files, foreign] }, 0);
  assert.equal([made.deletes, isNothing(made)], [[], true]);
});

test("plan: what waits was agreed to: it goes when it is due, however much it is", () => {
  const standing = Array.from({ length: 100 }, (_, index) => file(`${index}.css`));
  const waiting = new Map(standing.slice(50).map(({ path }) => [path, "2026-11-01T11:00:00.000Z"]));
  const made = plan(standing.slice(0, 50), live(standing, { waiting }));
  assert.is(made.deletes.length, 50);
  requireFewDeletes(made, 0.2, null);
});

test("plan: what only goes on waiting is nothing to do", () => {
  const standing = [file("index.html"), file("old/index.html")];
  const waiting = new Map([["old/index.html", "2026-11-28T11:00:00.000Z"]]);
  const made = plan([file("index.html")], live(standing, { waiting }));
  assert.equal([made.deletes, made.invalidations, isNothing(made)], [[], [], true]);
});

test("plan: without grace what is gone goes in the same run", () => {
  const made = plan([file("index.html")], live([file("index.html"), file("x.css")]), 0);
  assert.equal(made.deletes, [{ path: "x.css", since: NOW, isNew: true }]);
});

test("plan: the CDN forgets what is changed or deleted, at the address readers ask, and nothing that is new", () => {
  const built = [
    file("index.html", "b"),
    file("new/index.html"),
    file("caf\u00e9 a/index.html", "b"),
    file("same.css"),
  ];
  const standing = [
    file("index.html"),
    file("caf\u00e9 a/index.html"),
    file("same.css"),
    file("gone/index.html"),
  ];
  assert.equal(plan(built, live(standing)).invalidations, ["/", "/caf%C3%A9%20a/"]);
  assert.equal(plan(built, live(standing), 0).invalidations, ["/", "/caf%C3%A9%20a/", "/gone/"]);
});

test("plan: what a release that broke off has sent is looked at and forgotten by the CDN, too", () => {
  const built = [file("index.html"), file("a/index.html")];
  const made = plan(
    built,
    live(built, { isUnfinished: true, unsettled: ["a/index.html", "gone/index.html"] }),
  );
  assert.equal([made.unsettled, made.invalidations, isNothing(made)], [["a/index.html"], ["/a/"], false]);
});

test("plan: as text it says what happens to which file", () => {
  const built = [file("index.html", "b"), file("a.css", "b", { "Content-Type": "text/css" })];
  const standing = [file("index.html"), file("a.css", "b"), file("gone.css"), file("x.css")];
  const waiting = new Map([["x.css", "2026-01-01T00:00:00.000Z"]]);
  assert.equal(showPlan(plan(built, live(standing, { waiting }))), [
    "s3://blog: 1 changed, 1 with other headers, 1 deleted, 1 waiting to be deleted, 20 bytes, 0 unchanged",
    "  h a.css  (files)",
    "  ~ index.html  (home)",
    "  - x.css",
    `  . gone.css  (gone since ${NOW}, deleted by a later publish)`,
    "The CDN is to forget 3 addresses.",
  ]);
});

test("deletes: above the limit a plan is refused with the count to allow, and passes with it", () => {
  const standing = Array.from({ length: 100 }, (_, index) => file(`${index}.css`));
  const made = plan(standing.slice(0, 70), live(standing));
  assert.throws(
    () => requireFewDeletes(made, 0.2, null),
    (error: unknown) =>
      error instanceof RangeError &&
      error.message ===
        "publish: expected to take at most 20 files off s3://blog, received 30 of 100 (70.css, 71.css, 72.css …). Nothing was done. If that is meant: --allow-deletes 30.",
  );
  requireFewDeletes(made, 0.2, 30);
  assert.throws(() => requireFewDeletes(made, 0.2, 29), /at most 29/);
  requireFewDeletes(made, 0.3, null);
});

test("deletes: a small blog may lose some files without a word", () => {
  const standing = Array.from({ length: 12 }, (_, index) => file(`${index}.css`));
  requireFewDeletes(plan(standing.slice(0, 2), live(standing)), 0.2, null);
});

test("plan file: what was written is read, and holds for the same site and target alone", () => {
  const built = [file("index.html", "b")];
  const made = plan(built, live([file("index.html")]));
  const read = parsePlan("plan.json", JSON.stringify(made));
  requireSamePlan(read, made);
  const refused = (fresh: Plan, why: RegExp): void => assert.throws(() => requireSamePlan(read, fresh), why);
  refused(plan([file("index.html", "c")], live([file("index.html")])), /it was built anew/);
  refused(plan(built, live([file("index.html", "x")])), /somebody published meanwhile/);
  refused({ ...made, target: "s3://other" }, /for s3:\/\/other/);
  assert.throws(
    () => requireSamePlan({ ...read, deletes: [{ path: "index.html", since: NOW, isNew: true }] }, made),
    /received it edited/,
  );
});

test("plan file: anything else is refused by name", () => {
  for (const text of ["", "{}", '{"version":2}', "[".repeat(1000)])
    assert.throws(
      () => parsePlan("p.json", text),
      /expected a plan of this version of Vervain, received "p.json"/,
    );
});

test("plan: 10,000 files are compared in well under a second", () => {
  const built = Array.from({ length: 10_000 }, (_, index) => file(`${index}/index.html`, String(index)));
  const started = performance.now();
  assert.is(plan(built, live(built)).unchangedCount, 10_000);
  // Some 60 ms; the limit is for a machine that does other things.
  assert.ok(performance.now() - started < 2000);
});

test.run();
