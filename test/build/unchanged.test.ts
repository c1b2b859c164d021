import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, type Project, smallProject } from "../project.ts";

/** Sets the clock of a process: what a build reads on another day. */
const DAY_LATER = `data:text/javascript,${encodeURIComponent(
  "const now = Date.now; Date.now = () => now() + 86_400_000;",
)}`;

let project: Project;
test.before(() => {
  project = smallProject("publish: { targets: ['manifest'] }, ");
  project.write(
    "src/articles/walk.md",
    article({ title: "3 benefits of walking", date: "2026-01-02" }, "Walk.\n"),
  );
  project.write("src/about.md", "---\ntitle: About\n---\n\nOf us.\n");
  project.write("src/plan.pdf", "%PDF");
  project.write("_includes/texts/en.json", '{ "home": "Home" }');
  project.write("package-lock.json", "{}");
});
test.after(() => project.clean());

/** What a build says, less how long it took, and whether it made something: another folder is in the place of the site then. */
function build(...values: readonly (string | Readonly<Record<string, string>>)[]): {
  readonly said: string;
  readonly isMade: boolean;
} {
  const before = numberOf("_site");
  const { code, output } = project.vervain("build", ...values);
  assert.is(code, 0, output);
  const isMade = numberOf("_site") !== before;
  assert.is(/ · as it was · /.test(output), !isMade, output);
  const lines = output.split("\n").filter((line) => !/^(?:Reading|Rendering|Checking|Swapping)/.test(line));
  return { said: lines.join("\n").replace(/(?: · as it was)? · [\d.]+ s$/m, ""), isMade };
}

function numberOf(path: string): number {
  return statSync(join(project.folder, path), { throwIfNoEntry: false })?.ino ?? 0;
}

test("unchanged: a build of the same makes nothing, leaves the site as it is and says the same", () => {
  const first = build();
  assert.ok(first.isMade);
  assert.match(first.said, "warning");
  const second = build();
  assert.not(second.isMade);
  assert.is(second.said, first.said);
  assert.equal(
    readdirSync(project.folder).filter((name) => name.startsWith("_site")),
    ["_site"],
  );
  const checked = build("--check");
  assert.ok(checked.isMade);
  assert.equal(build("--check"), { ...checked, isMade: false });
  build();
});

for (const [what, change] of [
  ["an article", () => project.edit("src/articles/walk.md", (text) => `${text}\nMore.\n`)],
  [
    "an article more",
    () => project.write("src/articles/tea.md", article({ title: "Tea", date: "2026-01-03" }, "Tea.\n")),
  ],
  ["an article less", () => project.remove("src/articles/tea.md")],
  ["a page", () => project.edit("src/about.md", (text) => `${text}\nMore.\n`)],
  ["data", () => project.edit("_data/people.json", (text) => text.replace("The Journal", "Our Journal"))],
  ["data of a folder", () => project.write("src/articles/articles.json", '{ "author": "journal" }')],
  ["a text of the theme", () => project.write("_includes/texts/en.json", '{ "home": "Front" }')],
  ["a style", () => project.write("_includes/styles/custom.scss", "body { margin: 1px; }")],
  ["an option", () => project.edit("eleventy.config.js", (text) => text.replace('"Small"', '"Large"'))],
  ["a file that is copied", () => project.write("src/plan.pdf", "%PDE")],
  ["what Eleventy passes by", () => project.write(".eleventyignore", "src/drafts")],
  ["what is installed", () => project.write("package-lock.json", '{ "a": 1 }')],
  ["what a command left for builds", () => project.write(".vervain/freshness.json", "{}")],
  ["a page of the site that was spoilt", () => project.write("_site/walk/index.html", "spoilt")],
  ["a page of the site that is gone", () => project.remove("_site/walk/index.html")],
  ["a file beside the site that is gone", () => project.remove("_server/manifest.json")],
  ["the cache that is gone", () => project.remove(".cache/vervain/last")],
] as const) {
  // What the one before it ends with is what this one begins with.
  test(`unchanged: not after a change of ${what}`, () => {
    change();
    assert.ok(build().isMade);
    assert.not(build().isMade);
  });
}

test("unchanged: a file that was only touched, or checked out anew, is the same", () => {
  build();
  const path = join(project.folder, "src/articles/walk.md");
  utimesSync(path, new Date(), new Date());
  assert.not(build().isMade);
});

test("unchanged: not on another day, in another language, and not where --no-cache asks for all", () => {
  build();
  assert.ok(build({ LANG: "tr_TR.UTF-8" }).isMade);
  build();
  assert.ok(build({ NODE_OPTIONS: `--import ${DAY_LATER}` }).isMade);
  build();
  assert.ok(build("--no-cache").isMade);
});

test("unchanged: not while an article waits for its time", () => {
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  project.write("src/articles/soon.md", article({ title: "Soon", date: soon }, "Soon.\n"));
  build();
  assert.ok(build().isMade);
  project.remove("src/articles/soon.md");
});

test("unchanged: where a script of data is data once it is loaded, what it says is compared", () => {
  project.write("_data/backer.js", 'export default { name: process.env.SPONSOR ?? "nobody" };');
  build();
  assert.not(build().isMade);
  assert.ok(build({ SPONSOR: "A spring" }).isMade);
  assert.not(build({ SPONSOR: "A spring" }).isMade);
  project.remove("_data/backer.js");
});

test("unchanged: not where the owner's code runs, or something was said on the way", () => {
  const kept = project.read("eleventy.config.js");
  for (const put of [
    () =>
      project.edit("eleventy.config.js", (text) =>
        text.replace("  return {", "  config.addTransform('own', (content) => content);\n  return {"),
      ),
    () => project.write("_data/moment.js", "export default () => process.hrtime().join();"),
    () => project.write("src/list.njk", "---\npermalink: /list/\n---\n{{ collections.all | length }}"),
    () =>
      project.write(
        "src/articles/styled.md",
        article({ title: "Styled", date: "2026-01-04" }, "![Far](https://far.example/a.png)\n"),
      ),
  ]) {
    put();
    build();
    const isQuiet = existsSync(join(project.folder, "src/articles/styled.md"));
    assert.is(build().isMade, !isQuiet);
    for (const path of ["_data/moment.js", "src/list.njk", "src/articles/styled.md"]) project.remove(path);
    writeFileSync(join(project.folder, "eleventy.config.js"), kept);
  }
});

test("unchanged: what is kept and damaged is nothing", () => {
  build();
  for (const name of readdirSync(join(project.folder, ".cache/vervain/last")))
    project.write(`.cache/vervain/last/${name}`, "spoilt");
  assert.ok(build().isMade);
  assert.not(build().isMade);
});

test.run();
