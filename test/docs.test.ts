import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { fieldNames } from "../plugins/article/front-matter.ts";
import { VERVAIN_OPTIONS } from "../plugins/vervain/options.ts";
import { ROOT, sampleProject, smallProject } from "./project.ts";

const doc = (name: string): string => readFileSync(join(ROOT, name), "utf8");

/** Names in the first column of the table below a heading. */
function firstColumn(text: string, heading: string): string[] {
  const part = text.slice(text.indexOf(`\n## ${heading}\n`)).split(/\n## /)[1] ?? "";
  const rows = part.split("\n").filter((line) => /^\| `/.test(line));
  return rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] as string),
  );
}

test("README: the table of options names each of vervain's, and no other", () => {
  const told = firstColumn(doc("README.md"), "Options");
  assert.equal(told.sort(), Object.keys(VERVAIN_OPTIONS.shape).sort());
});

test("docs/writing.md: the table of front matter names each field, and no other", () => {
  assert.equal(firstColumn(doc("docs/writing.md"), "Front matter").sort(), [...fieldNames()].sort());
});

test("README: the article it shows builds in a clone, past the sample's own review, and so does a first one of title, date and prose", () => {
  const shown = /```md\n(---[\s\S]*?)```/.exec(doc("README.md"))?.[1] ?? "";
  const project = sampleProject();
  project.write("src/articles/rest.md", shown);
  project.write(
    "src/articles/first.md",
    "---\ntitle: My first\ndate: 2026-05-01\n---\n\nRest helps me sleep.\n",
  );
  const { code, output } = project.vervain("build");
  assert.is(code, 0, output);
  assert.match(project.read("_site/first/index.html"), "Rest helps me sleep.");
  assert.match(project.read("_site/rest/index.html"), "An hour without tasks may take the edge off.");
  project.clean();
});

test("docs/writing.md: the comment it shows is shown, and one with an address stops the build", () => {
  const shown = /```json\n([\s\S]*?)```/.exec(doc("docs/writing.md"))?.[1] ?? "";
  const project = smallProject();
  project.write("src/comments/rest/c1.json", shown);
  assert.is(project.vervain("build").code, 0);
  assert.match(project.read("_site/rest/index.html"), "The warm bath did more for me than the tea.");
  project.write(
    "src/comments/rest/c1.json",
    shown.replace('"status"', '"email": "a@b.example",\n  "status"'),
  );
  const { code, output } = project.vervain("build");
  assert.is(code, 1);
  assert.match(output, "error src/comments/rest/c1.json:7: email: expected one of");
  project.clean();
});

test("README: the table of commands names each command, and no other", () => {
  const project = smallProject();
  const help = project.vervain("--help").output;
  const made = [...help.slice(help.indexOf("Commands:")).matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name);
  const told = firstColumn(doc("README.md"), "Commands").map((command) => command.split(" ")[0]);
  assert.equal([...new Set(told)].sort(), made.filter((name) => name !== "help").sort());
  project.clean();
});

test("README: every file it links to is there", () => {
  for (const name of ["README.md", "docs/writing.md", "docs/theme.md"]) {
    const folder = name.startsWith("docs/") ? "docs" : ".";
    for (const [, target = ""] of doc(name)
      .replace(/`[^`\n]*`/g, "")
      .matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      assert.ok(doc(join(folder, target)).length > 0, `${name}: ${target}`);
    }
  }
});

test.run();
