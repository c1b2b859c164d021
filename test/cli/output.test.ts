import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Project, smallProject } from "../project.ts";

const LEFT = "The last good site was left as it was.";

/** What a folder holds, links unfollowed. */
function listing(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith("node_modules"))
    .sort();
}

function withProject(act: (project: Project) => void): void {
  const project = smallProject();
  try {
    act(project);
  } finally {
    project.clean();
  }
}

test("build: an output with the owner's files is refused before the build, and nothing is lost", () =>
  withProject((project) => {
    project.write("docs/CNAME", "blog.example");
    project.write("docs/handwritten.md", "mine");
    const before = listing(project.folder);
    const { code, output } = project.vervain("build", "--output", "docs");
    assert.is(code, 1);
    assert.match(output, 'received "docs" with "CNAME", "handwritten.md".');
    assert.not.match(output, /\n\s+at |Reading articles/);
    assert.not.match(output, LEFT);
    assert.equal(listing(project.folder), before);
  }));

test("build: an output that the configuration names is held to the same rules", () =>
  withProject((project) => {
    project.edit("eleventy.config.js", (text) => text.replace('input: "src"', 'input: "src", output: "src"'));
    const before = listing(project.folder);
    const { code, output } = project.vervain("build");
    assert.is(code, 1);
    assert.match(output, 'received "src", which is the input folder.');
    assert.equal(listing(project.folder), before);
  }));

test("build: docs with a CNAME, done as the message says, is published at every build; a link stays one", () =>
  withProject((project) => {
    project.write("src/CNAME", "blog.example");
    project.edit("eleventy.config.js", (text) =>
      text.replace("return {", 'config.addPassthroughCopy({ "src/CNAME": "CNAME" });\n  return {'),
    );
    mkdirSync(join(project.folder, "disk/docs"), { recursive: true });
    symlinkSync("disk/docs", join(project.folder, "docs"));
    for (const _ of ["first", "next"]) {
      const { code, output } = project.vervain("build", "--output", "docs");
      assert.is(code, 0, output);
      assert.match(output, /^built docs · /m);
      assert.is(readFileSync(join(project.folder, "disk/docs/CNAME"), "utf8"), "blog.example");
      assert.match(readFileSync(join(project.folder, "disk/docs/rest/index.html"), "utf8"), "Rest is good.");
    }
    assert.equal(readdirSync(join(project.folder, "disk")), ["docs"]);
  }));

test("build: where there was no site, no word of a last one", () =>
  withProject((project) => {
    project.write("src/articles/rest.md", "no front matter");
    const { code, output } = project.vervain("build");
    assert.is(code, 1);
    assert.match(output, /\n1 error\.\n/);
    assert.not.match(output, LEFT);
    assert.not.match(project.vervain("import", "not-there.html").output, LEFT);
  }));

test("build: a search process that ends before its work is one sentence of ours, and the last site stays", () =>
  withProject((project) => {
    assert.is(project.vervain("build").code, 0);
    project.write("killed.sh", "#!/bin/sh\nkill -9 $$\n");
    chmodSync(join(project.folder, "killed.sh"), 0o755);
    const { code, output } = project.vervain("build", {
      PAGEFIND_EXTENDED_BINARY_PATH: join(project.folder, "killed.sh"),
    });
    assert.is(code, 1, output);
    assert.match(
      output,
      'error search: expected Pagefind to index the pages in "_site.next", received its end before the index was whole: it was ended from outside, or there was too little memory.',
    );
    assert.match(output, LEFT);
    assert.match(project.read("_site/rest/index.html"), "Rest is good.");
  }));

test.run();
