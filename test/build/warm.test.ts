import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, type Project, smallProject } from "../project.ts";

const KEPT = ".cache/vervain/articles";

let project: Project;
test.before(() => {
  project = smallProject("review: {}, ");
  project.write(
    "src/articles/walk.md",
    article(
      { title: "3 benefits of walking", date: "2026-01-02", strange: 1 },
      "## Benefits\n\n### Reduces stress\n\nWalking reduces stress.\n\nAlso Read: Nothing like it\n",
    ),
  );
});
test.after(() => project.clean());

const pages = (): string => {
  const site = join(project.folder, "_site");
  const names = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".html"),
  );
  const hash = createHash("sha256");
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(site, name)));
  return hash.digest("hex");
};
const warnings = (output: string): readonly string[] =>
  output.split("\n").filter((line) => line.startsWith("warning"));
const keptFiles = (): readonly string[] =>
  readdirSync(join(project.folder, KEPT)).map((name) => join(project.folder, KEPT, name));

test("warm: a second build is the first to the byte, and says what that said", () => {
  const cold = project.vervain("build", "--verbose");
  assert.is(cold.code, 0, cold.output);
  const first = pages();
  assert.ok(keptFiles().length > 0);
  const warm = project.vervain("build", "--verbose");
  assert.is(pages(), first);
  assert.equal(warnings(warm.output), warnings(cold.output));
  assert.ok(
    warnings(warm.output).some((line) => line.includes("strange")),
    warm.output,
  );
});

test("warm: kept files that are damaged are said, made anew and no part of the site", () => {
  const first = pages();
  for (const file of keptFiles()) writeFileSync(file, "spoilt");
  const { output } = project.vervain("build", "--verbose");
  assert.match(output, /warning \.cache\/vervain\/articles: cache: .*damaged.*made anew/);
  assert.is(pages(), first);
  assert.not.match(project.vervain("build", "--verbose").output, /damaged/);
});

test("warm: an article that another setting of the folders names anew is the one of a cold build", () => {
  const moved = smallProject('folders: ["src/notes"],');
  moved.remove("src/articles");
  moved.write("src/notes/long/walk.md", article({ title: "Walking", date: "2026-01-02" }, "A walk.\n"));
  const first = moved.vervain("build");
  assert.is(first.code, 0, first.output);
  assert.match(moved.read("_site/long/walk/index.html"), "A walk.");
  moved.edit("eleventy.config.js", (text) => text.replace('"src/notes"', '"src/notes/long"'));
  const addresses = (output: string): string => {
    assert.match(output, "built _site");
    return moved.read("_site/sitemap.xml");
  };
  const warm = addresses(moved.vervain("build").output);
  assert.match(warm, "https://small.example/walk/");
  assert.is(warm, addresses(moved.vervain("build", "--no-cache").output));
  moved.clean();
});

test("warm: --no-cache drops what was kept, and leaves what import fetched", () => {
  const first = pages();
  project.write(".cache/vervain/fetched/page", "of a site");
  for (const file of keptFiles()) writeFileSync(file, "spoilt");
  const { output } = project.vervain("build", "--verbose", "--no-cache");
  assert.not.match(output, /damaged/);
  assert.is(pages(), first);
  assert.is(project.read(".cache/vervain/fetched/page"), "of a site");
  assert.ok(keptFiles().every((file) => readFileSync(file, "latin1") !== "spoilt"));
});

test.run();
