import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, type Project, smallProject } from "../project.ts";

const project: Project = smallProject();
test.before(() => {
  project.write(
    "src/articles/walks.md",
    article(
      { title: "Walks for stress", date: "2026-02-01", benefits: { confirm: ["reduce:stress"] } },
      "A walk eases stress in the evening garden.\n",
    ),
  );
  project.write(
    "src/articles/garden.md",
    article(
      { title: "Evening garden", date: "2026-02-02", benefits: { add: ["reduce:stress"] } },
      "An hour in the evening garden eases stress.\n",
    ),
  );
});
test.after(() => project.clean());

test("vervain related: explains an article's links by id, title, path or file", () => {
  for (const name of ["walks", "walks for stress", "/walks/", "src/articles/walks.md"]) {
    const { code, output } = project.vervain("related", name);
    assert.is(code, 0, output);
    assert.match(output, /1\. \d\.\d{3} {2}Evening garden \(garden\)/);
  }
});

test("vervain related: an unknown name is one line with what is near, exit 1", () => {
  const { code, output } = project.vervain("related", "nowhere");
  assert.is(code, 1);
  assert.match(
    output,
    'related: article: expected the id, path, file or title of an article, received "nowhere".',
  );
});

test("vervain --version: prints the version and nothing else, whatever flags this Node knows", () => {
  assert.match(project.vervain("--version").output, /^\d+\.\d+\.\d+\n$/);
});

test("vervain build --check: an error in a page keeps the last site", () => {
  assert.is(project.vervain("build", "--check").code, 0);
  project.write("_includes/partials/footer.njk", '<footer><a href="/nowhere/">Nowhere</a></footer>');
  const { code, output } = project.vervain("build", "--check");
  assert.is(code, 1);
  assert.match(output, /error .*link.*\/nowhere\//);
  assert.not.match(project.read("_site/rest/index.html"), "/nowhere/");
});

test("vervain build: a benefit renamed in the lexicon leaves a redirect", () => {
  project.remove("_includes");
  project.write(
    "_data/lexicon/targets.yaml",
    "stress: { label: Strain, usual: reduce, aliases: [stress, strain], formerly: [tension] }\n",
  );
  const { code, output } = project.vervain("build", "--check");
  assert.is(code, 0, output);
  assert.match(project.read("_site/benefits/reduce-tension/index.html"), "/benefits/reduce-stress/");
  assert.match(project.read("_site/_redirects"), "/benefits/reduce-tension/ /benefits/reduce-stress/");
});

test("vervain: a command that does not exist is said, with where to look", () => {
  const { code, output } = project.vervain("bild");
  assert.is.not(code, 0);
  assert.match(output, "vervain --help");
});

test.run();
