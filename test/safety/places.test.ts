import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openPlaces, toSitePath } from "../../plugins/article/site-path.ts";
import { outputGuard } from "../../plugins/build/guard.ts";
import { article, PEOPLE, sites } from "./site.ts";

const { build, clean } = sites();
test.after(clean);

for (const [written, path] of [
  ["/rest/", "/rest/"],
  ["/old-post", "/old-post/"],
  ["/v1.5", "/v1.5/"],
  ["/a/index.html", "/a/"],
  ["/a.html", "/a.html"],
  ["/2012/05/post.php", "/2012/05/post.php"],
  ["/caf%C3%A9/", "/café/"],
  ["/cafe\u0301/", "/café/"],
  ["//evil.example/", null],
  ["/a//b/", "/a/b/"],
  ["rest/", null],
  ["/../x/", null],
  ["/%2e%2e/x/", null],
  ["/a/./b/", null],
  ["/_headers", null],
  ["/_redirects", null],
  ["/_worker.js", null],
  ["/.well-known/x/", null],
  ["/feed.xml", null],
  ["/robots.txt", null],
  ["/x.js", null],
  ["/%zz/", null],
  ["/a%00b/", null],
  ["/a?p=1", null],
  ["/\ud800/", null],
  ["/\u202Etxt/", null],
  [`/${"é".repeat(128)}/`, null],
] as const) {
  test(`toSitePath: ${JSON.stringify(written).slice(0, 40)} is ${path === null ? "no page of this site" : path}`, () =>
    assert.is(toSitePath(written), path));
}

test("openPlaces: one file a place, in any letter case, composed or not; a file where another needs a folder", () => {
  const places = openPlaces<string>();
  assert.is(places.claim("/Rest/", "a"), null);
  for (const url of ["/rest/", "/REST/index.html", "/rest"]) assert.is(places.claim(url, "b"), "a", url);
  assert.is(places.claim("/café/", "c"), null);
  assert.is(places.claim("/cafe\u0301/", "d"), "c");
  assert.is(places.claim("/y.html", "e"), null);
  assert.is(places.claim("/y.html/", "f"), "e");
  assert.is(places.claim("/z/x/", "g"), null);
  assert.is(places.claim("/z", "h"), "g");
});

const output = mkdtempSync(join(tmpdir(), "vervain-output-"));
const elsewhere = mkdtempSync(join(tmpdir(), "vervain-elsewhere-"));
mkdirSync(join(output, "real"));
symlinkSync(elsewhere, join(output, "link"));
symlinkSync(join(output, "real"), join(output, "inner"));
symlinkSync(join(elsewhere, "nowhere.html"), join(output, "page.html"));
test.after(() => {
  for (const folder of [output, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

for (const [path, isFree] of [
  ["a/index.html", true],
  ["b.html", true],
  ["real/x.html", true],
  ["inner/x.html", true],
  ["../x.html", false],
  ["link/x.html", false],
  ["link/deep/x.html", false],
  ["page.html", false],
  ["_headers", false],
  ["x.js", false],
  [".htaccess", false],
] as const) {
  test(`outputGuard: an article is ${isFree ? "" : "not "}written to ${path}`, () => {
    const write = (): void =>
      outputGuard(output)({ file: "a.md", outputPath: join(output, path), isArticle: true });
    if (isFree) write();
    else assert.throws(write, /^a\.md: permalink: expected /);
  });
}

for (const path of ["../x.html", "../../x/index.html", "../out-of-it/x.html", ""]) {
  test(`outputGuard: no page of the owner's either is written to ${JSON.stringify(path)} from the output folder`, () =>
    assert.throws(
      () => outputGuard(output)({ file: "a.njk", outputPath: join(output, path), isArticle: false }),
      /^a\.njk: permalink: expected a path in the output folder, received /,
    ));
}

test("outputGuard: of two pages at one path the second is refused, whoever writes it", () => {
  const guard = outputGuard(output);
  guard({ file: "a.md", outputPath: join(output, "Q/index.html"), isArticle: true });
  assert.throws(
    () => guard({ file: "b.njk", outputPath: join(output, "q/index.html"), isArticle: false }),
    /where a\.md is/,
  );
});

test("places: what the site keeps for itself is no article's, each said with its line", async () => {
  const paths = ["/_headers", "/_redirects", "/feed.xml", "/sitemap.xml", "/site.webmanifest", "/404.html"];
  const folders = ["/assets/x/", "/Pagefind/pagefind/", "/pictures/a/", "/authors/"];
  const { refused } = await build({
    ...PEOPLE,
    ...Object.fromEntries(
      [...paths, ...folders].map((path, index) => [
        `src/articles/p${index}.md`,
        article(`P${index}`, "T.", `permalink: ${path}\n`),
      ]),
    ),
  });
  for (const index of [...paths, ...folders].keys())
    assert.ok(
      refused?.some((line) => line.includes(`p${index}.md:5: permalink: expected a path`)),
      `${index}`,
    );
});

test("places: an old path leads to its article, with a slash at the end or without, quote marks and all", async () => {
  const { pages, refused } = await build({
    ...PEOPLE,
    "src/articles/a.md": article(
      "A",
      "T.",
      `redirectFrom: ["/old-post", "/a'b/", "/x&y/", "/old.php", "/caf%C3%A9"]\n`,
    ),
  });
  assert.is(refused, null);
  for (const url of ["/old-post/", "/a'b/", "/x&y/", "/old.php", "/café/"])
    assert.ok(
      pages.some((page) => page.url === url),
      url,
    );
});

test("places: an old path that is not free is said with its line and left to who has it", async () => {
  const { refused } = await build({
    ...PEOPLE,
    "src/articles/a.md": article(
      "A",
      "T.",
      "redirectFrom:\n  - /b/\n  - /Authors/\n  - /assets/x/\n  - /A/\n  - /old/\n",
    ),
    "src/articles/b.md": article("B", "T.", "redirectFrom: [/OLD/]\n"),
    "src/articles/c.md": article("C", "T.", "redirectFrom: [/feed.xml]\n"),
  });
  const said = refused?.map((line) =>
    line.replace(/^site\d+\/src\/articles\//, "").replace(/site\d+\//g, ""),
  );
  const old = "expected an old path that nothing else has, received";
  assert.equal(said, [
    `a.md:6: redirectFrom.0: ${old} "/b/", which src/articles/b.md has. It does not lead here; take it out.`,
    `a.md:7: redirectFrom.1: ${old} "/Authors/", where the theme puts its page "authors". It does not lead here; take it out.`,
    `a.md:8: redirectFrom.2: ${old} "/assets/x/", in /assets/, where the site's own files lie. It does not lead here; take it out.`,
    `a.md:9: redirectFrom.3: ${old} "/A/", which is the article's own. It does not lead here; take it out.`,
    `b.md:5: redirectFrom.0: ${old} "/OLD/", which src/articles/a.md has. It does not lead here; take it out.`,
    'c.md:5: redirectFrom.0: expected a path on this site such as /massage-for-insomnia/, received "/feed.xml".',
  ]);
});

test.run();
