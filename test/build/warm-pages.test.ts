import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, type Project, smallProject } from "../project.ts";

let project: Project;
test.before(() => {
  project = smallProject("now: '2026-03-01T12:00:00Z', ");
  project.write("src/about.md", "---\ntitle: About\n---\n\nOf us.\n");
  for (const [id, date] of [
    ["walk", "2026-01-02"],
    ["tea", "2026-01-03"],
    ["spring", "2026-03-02"],
  ] as const)
    project.write(`src/articles/${id}.md`, article({ title: `On ${id}`, date, tags: [id] }, `Of ${id}.\n`));
});
test.after(() => project.clean());

/** Pages of the site, and feeds, by address, with what the disk knows them by and a hash of their bytes. */
function pages(): ReadonlyMap<string, { readonly number: number; readonly hash: string }> {
  const site = join(project.folder, "_site");
  const names = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:html|xml|json)$/.test(name),
  );
  return new Map(
    names.sort().map((name) => {
      const path = join(site, name);
      const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
      return [`/${name.replace(/index\.html$/, "")}`, { number: statSync(path).ino, hash }];
    }),
  );
}

const isPage = (url: string): boolean => !/\.(?:xml|json)$/.test(url);

/** Builds, with all that was kept: addresses of the pages that were made. */
function build(): readonly string[] {
  const before = pages();
  const warm = project.vervain("build");
  assert.is(warm.code, 0, warm.output);
  const after = pages();
  const isMade = (url: string): boolean => before.get(url)?.number !== after.get(url)?.number;
  return [...after.keys()].filter((url) => isPage(url) && isMade(url));
}

/** Pages and feeds that say something else than where all is made. */
function stale(): readonly string[] {
  const warm = pages();
  assert.is(project.vervain("build", "--no-cache").code, 0);
  const cold = pages();
  return [...new Set([...warm.keys(), ...cold.keys()])].filter(
    (url) => warm.get(url)?.hash !== cold.get(url)?.hash,
  );
}

test("warm pages: a page that is the same is the last site's file", () => {
  assert.is(project.vervain("build").code, 0);
  assert.equal(build(), []);
  assert.ok(pages().size > 10);
});

test("warm pages: a page that was spoilt since is made anew", () => {
  writeFileSync(join(project.folder, "_site/tea/index.html"), "spoilt");
  writeFileSync(join(project.folder, "_site/tags/walk/index.html"), "spoilt");
  assert.equal(build(), ["/tags/walk/", "/tea/"]);
});

test("warm pages: a sentence more makes the article's page", () => {
  project.edit("src/articles/tea.md", (text) => `${text}\nAnd more.\n`);
  project.edit("src/about.md", (text) => `${text}\nAnd more.\n`);
  assert.equal(build(), ["/about/", "/tea/"]);
});

test("warm pages: another word in a comment makes the page of its article", () => {
  const comment = (body: string): string =>
    JSON.stringify({
      id: "c1",
      slug: "walk",
      author: "Ann",
      date: "2026-02-01T10:00:00Z",
      status: "approved",
      body,
    });
  project.write("src/comments/walk/one.json", comment("Thanks."));
  build();
  project.write("src/comments/walk/one.json", comment("Thank you."));
  assert.equal(build(), ["/walk/"]);
  assert.equal(stale(), []);
});

test("warm pages: what all pages may show makes all of them: the day and an address more, one less, an option, a text, a file", () => {
  const all = (): readonly string[] => [...pages().keys()].filter(isPage);
  const changes = [
    () => project.edit("eleventy.config.js", (text) => text.replace("2026-03-01", "2026-03-03")),
    () => project.edit("eleventy.config.js", (text) => text.replace('title: "Small"', 'title: "Large"')),
    () => project.write("_includes/texts/en.json", '{ "home": "Front" }'),
    () => project.write("src/plan.pdf", "%PDF"),
    () => project.edit("src/articles/walk.md", (text) => text.replace("---\n", "---\ndraft: true\n")),
  ];
  for (const change of changes) {
    change();
    assert.equal(build(), all());
  }
  assert.ok(pages().has("/spring/"));
  assert.equal(stale(), []);
});

// Each in a place of its own; what it can show is not known.
test("warm pages: where code of the owner's runs all pages are made, each time", () => {
  const kept = project.read("eleventy.config.js");
  const all = (): readonly string[] => [...pages().keys()].filter(isPage);
  const config = (code: string) => () => {
    project.write("eleventy.config.js", kept.replace("  return {", `  ${code}\n  return {`));
    return () => project.write("eleventy.config.js", kept);
  };
  const file = (path: string, text: string) => () => {
    project.write(path, text);
    return () => project.remove(path);
  };
  for (const put of [
    config('config.addTransform("own", (content) => content);'),
    file("_includes/partials/share.njk", "<p>Share</p>"),
    file("src/own.js", "export default {};"),
    file("src/list.njk", "---\npermalink: /list/\n---\n{{ collections.all | length }}"),
    file("src/texts.md", "---\ntitle: Texts\n---\n\n{{ collections.all | length }}\n"),
  ]) {
    const remove = put();
    build();
    assert.equal(build(), all());
    remove();
  }
});

test("warm pages: a script of data says what it says anew, and pages that say the same stay", () => {
  project.write("_data/moment.js", "export default () => process.hrtime().join();");
  project.write("_data/sponsor.js", 'export default "A spring";');
  build();
  assert.equal(build(), []);
  project.write("_data/sponsor.js", 'export default "A well";');
  assert.ok(build().includes("/tea/"));
  assert.match(project.read("_site/tea/index.html"), "A well");
  project.write("_data/templateEngineOverride.js", 'export default "njk";');
  assert.ok(build().includes("/about/"));
});

test.run();
