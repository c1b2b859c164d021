/**
 * Two real articles of other people, as text dumps, through the whole product:
 * import, build, report, link. Run by `.ci/run` where the folder is at hand.
 *
 *     npx tsx test/real-input.ts FOLDER
 */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, smallProject } from "./project.ts";

const folder = resolve(process.argv[2] ?? "");
const seeds = readdirSync(folder)
  .filter((name) => /^seed-.*\.txt$/.test(name))
  .sort()
  .map((name) => join(folder, name));
if (seeds.length !== 2)
  throw new RangeError(`real-input: expected two files seed-*.txt in "${folder}", received ${seeds.length}.`);

const project = smallProject();
project.remove("src/articles/rest.md");
test.after(() => project.clean());

test("real input: both dumps become articles, and what was left out is printed", () => {
  const { code, output } = project.vervain("import", ...seeds, "--author", "journal", "--date", "2026-05-01");
  assert.is(code, 0, output);
  for (const chrome of ["Skip to content", "Leave a Reply", "About Author", "Post a Comment"])
    assert.match(output, chrome);
});

test("real input: importing again overwrites nothing", () => {
  const { code, output } = project.vervain("import", ...seeds, "--author", "journal", "--date", "2026-05-01");
  assert.is(code, 1);
  assert.not.match(output, /\n\s+at /);
});

test("real input: the site builds, with the unknown Also Read title reported by file and line", () => {
  const { code, output } = project.vervain("build");
  assert.is(code, 0, output);
  assert.match(
    output,
    /warning src\/articles\/[\w-]+insomnia\.md:\d+: Also Read: .*9 Key Benefits Of Reflexology/,
  );
});

/** The built page of the article whose path contains `part`. */
function page(part: string): string {
  const name = readdirSync(join(project.folder, "_site")).find((entry) => entry.includes(part)) ?? "";
  return project.read(`_site/${name}/index.html`);
}

test("real input: two article pages without chrome", () => {
  for (const html of [page("insomnia"), page("better-sleep")]) {
    for (const chrome of [
      "Skip to content<",
      "Leave a Reply",
      "Your email address will not be published",
      "About Author",
      "Post a Comment",
    ]) {
      const inArticle = html.slice(html.indexOf("<article"), html.indexOf("</article>"));
      assert.not.match(inArticle, chrome);
    }
  }
});

test("real input: nine benefits with anchors, promised 9, listed 9", () => {
  const anchors = [...page("insomnia").matchAll(/<h3[^>]*\bid="([^"]+)"/g)].map((match) => match[1]);
  assert.is(new Set(anchors).size, 9);
  const name =
    readdirSync(join(project.folder, "src/articles")).find((entry) => entry.includes("insomnia")) ?? "";
  assert.match(project.vervain("benefits", `src/articles/${name}`).output, "promised 9, listed 9;");
});

test("real input: the graphs are valid and say what the pages show", () => {
  const { code, output } = project.vervain("check", "_site");
  assert.is(code, 0, output);
  assert.match(output, /\b0 errors, 0 warnings/);
});

test("real input: once an article of that title exists, the line links to it", () => {
  project.write(
    "src/articles/reflexology.md",
    article(
      { title: "9 key benefits of reflexology massage therapy", date: "2026-05-02" },
      "A text about feet.\n",
    ),
  );
  const { code, output } = project.vervain("build");
  assert.is(code, 0, output);
  assert.not.match(output, "Also Read: ");
  assert.match(
    page("insomnia"),
    /<a href="\/reflexology\/">9 key benefits of reflexology massage therapy<\/a>/,
  );
  assert.ok(existsSync(join(project.folder, "_site/reflexology/index.html")));
});

test.run();
