import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, type Project, smallProject } from "../project.ts";

let built: Project | null = null;

/** The small site as it was built last, the same for all tests. */
function builtOnce(): Project {
  if (built !== null) return built;
  built = smallProject();
  const { code, output } = built.vervain("build");
  if (code !== 0) throw new Error(output);
  return built;
}

test.after(() => built?.clean());

/** Builds a small site after `prepare`; gives what was printed and whether the last good site still stands. */
function build(
  prepare: (project: Project) => void,
  options = "",
): { code: number | null; output: string; lines: string[]; project: Project } {
  const project = smallProject(options);
  cpSync(join(builtOnce().folder, "_site"), join(project.folder, "_site"), { recursive: true });
  prepare(project);
  const { code, output } = project.vervain("build");
  const lines = output.split("\n").filter((line) => /^(?:error|warning) /.test(line));
  return { code, output, lines, project };
}

const FACTS = { title: "Calm", date: "2026-02-01" };

const faults: [name: string, prepare: (project: Project) => void, expected: string[]][] = [
  [
    "an author nobody knows",
    (project) => project.write("src/articles/calm.md", article({ ...FACTS, author: "jornal" }, "Text.")),
    [
      'error src/articles/calm.md:2: author: expected an id in _data/people, received "jornal". Did you mean "journal"?',
    ],
  ],
  [
    "two articles for one path",
    (project) => {
      project.write("src/articles/calm.md", article({ ...FACTS, permalink: "/rest/" }, "Text."));
    },
    [
      'error src/articles/rest.md: permalink: expected a path of its own, received "/rest/" as src/articles/calm.md has. Give one of them another permalink.',
    ],
  ],
  [
    "two paths that differ only in case",
    (project) => {
      project.write("src/articles/calm.md", article({ ...FACTS, permalink: "/Rest/" }, "Text."));
    },
    [
      'error src/articles/rest.md: permalink: expected a path of its own, received "/rest/", which differs from "/Rest/" only in case, as src/articles/calm.md has. Give one of them another permalink.',
    ],
  ],
  [
    "paths of the theme's own pages and files",
    (project) => {
      project.write("src/articles/calm.md", article({ ...FACTS, permalink: "/Authors/" }, "Text."));
      project.write("src/notes.md", "---\ntitle: Notes\npermalink: /robots.txt\n---\nText.");
    },
    [
      'error src/articles/calm.md:5: permalink: expected a path of its own, received "/Authors/", where the theme puts its page "authors". Give this one another permalink, or leave the theme\'s out with pages: { "authors": false }.',
      'error src/notes.md: permalink: expected a path of its own, received "/robots.txt", where the theme puts its page "robots". Give this one another permalink, or leave the theme\'s out with pages: { "robots": false }.',
    ],
  ],
  [
    "a path out of the site",
    (project) =>
      project.write("src/articles/calm.md", article({ ...FACTS, permalink: "/../../x.html" }, "Text.")),
    [
      'error src/articles/calm.md:5: permalink: expected a path on this site such as /massage-for-insomnia/, received "/../../x.html".',
    ],
  ],
  [
    "people who cannot be read",
    (project) => project.write("_data/people.json", '{ "journal": { "nme": "The Journal" } }'),
    [
      "error _data/people.json:1: journal.name: expected text, received nothing.",
      'error _data/people.json:1: journal.nme: expected a field that exists here, received "nme".',
    ],
  ],
  [
    "two people with one id",
    (project) =>
      project.write("_data/people.json", '{\n"journal": { "name": "A" },\n"journal": { "name": "B" } }'),
    ['error _data/people.json:3: file: expected JSON, received a fault (the key "journal" stands twice).'],
  ],
  [
    "a page whose front matter cannot be read",
    (project) => project.write("src/about.md", "---\ntitle: About: us\n---\nText.\n"),
    [
      'error src/about.md:2: front matter: expected YAML, received "title: About: us" (bad indentation of a mapping entry). Quote values that contain a colon.',
    ],
  ],
  [
    "faults of several articles, all at once",
    (project) => {
      project.write("src/articles/a.md", article({ date: "2026-02-01" }, "Text."));
      project.write("src/articles/b.md", article({ title: "B", date: "2023-02-29" }, "Text."));
      project.write("src/articles/c.md", "---\ntitle: C\n");
    },
    [
      "error src/articles/a.md:1: title: expected text, received nothing.",
      'error src/articles/b.md:4: date: expected a date such as 2026-05-01 or 2026-05-01T09:30, received "2023-02-29".',
      'error src/articles/c.md:1: front matter: expected a closing line "---", received the end of the file. Close the front matter before the text.',
    ],
  ],
];

for (const [name, prepare, expected] of faults) {
  test(`build: ${name}: said with file and line, exit 1, no stack, the last site as it was`, () => {
    const { code, output, lines, project } = build(prepare);
    assert.equal(lines, expected);
    assert.is(code, 1);
    assert.not.match(output, /\n\s+at /);
    assert.match(project.read("_site/rest/index.html"), "Rest is good.");
    project.clean();
  });
}

test("build: a deleted article's page goes", () => {
  const { code, project } = build((site) => {
    site.write("src/articles/calm.md", article(FACTS, "Text."));
    site.remove("src/articles/rest.md");
  });
  assert.is(code, 0);
  assert.equal(
    [
      existsSync(join(project.folder, "_site/rest")),
      existsSync(join(project.folder, "_site/calm/index.html")),
    ],
    [false, true],
  );
  project.clean();
});

test("build: drafts and articles dated in the future stay out", () => {
  const { project } = build((site) => {
    site.write("src/articles/draft.md", article({ ...FACTS, draft: true }, "Text."));
    site.write("src/articles/later.md", article({ title: "Later", date: "2999-01-01" }, "Text."));
  });
  const pages = readdirSync(join(project.folder, "_site"));
  assert.equal([pages.includes("draft"), pages.includes("later")], [false, false]);
  assert.not.match(project.read("_site/sitemap.xml"), "later");
  project.clean();
});

test("build: raw HTML that runs is left out of page and feed; prose in braces stays as written", () => {
  const body =
    'A <b onclick="x()">bold</b> word, {{ title }} and {% if %}.\n\n<script>steal()</script>\n\n[a](javascript:alert(1))\n';
  const { code, project } = build((site) =>
    site.write("src/articles/calm.md", article({ ...FACTS, title: "</script><b>Calm" }, body)),
  );
  assert.is(code, 0);
  const page = project.read("_site/calm/index.html");
  for (const text of [page, project.read("_site/feed.xml")]) {
    assert.not.match(text, "steal()");
    assert.not.match(text, "onclick");
    assert.not.match(text, 'href="javascript');
  }
  assert.match(page, "{{ title }} and {% if %}");
  assert.not.match(page, "</script><b>");
  project.clean();
});

test("build: nine promised and eight found is a warning that lists them, an error where the site says so", () => {
  const body = `## Benefits of rest\n\n${["Reduces stress", "Improves mood"].map((heading) => `### ${heading}\n\nIt may.\n`).join("\n")}`;
  const prepare = (site: Project): void =>
    site.write("src/articles/calm.md", article({ title: "3 benefits of rest", date: "2026-02-01" }, body));
  const warned = build(prepare);
  assert.is(warned.code, 0);
  assert.match(
    warned.lines[0] ?? "",
    /^warning src\/articles\/calm\.md:3: title: expected 3 benefits as promised, received 2: Reduces stress \(line 9\); Improves mood \(line 13\)\./,
  );
  const refused = build(prepare, 'countMismatch: "error",');
  assert.is(refused.code, 1);
  warned.project.clean();
  refused.project.clean();
});

test("build: says pages, benefits, links, warnings and time at the end", () => {
  const { output, project } = build(() => undefined);
  assert.match(
    output,
    /^built _site\/? · \d+ pages · 1 articles? · 0 benefits · 0 Also Read links · 0 warnings · \d+\.\d\d s$/m,
  );
  project.clean();
});

test("vervain build: one whose lock somebody took away does not touch the last good site", () => {
  const { code, output, project } = build((one) =>
    one.edit("eleventy.config.js", (text) =>
      text
        .replace(/^/, 'import { rmSync } from "node:fs";\n')
        .replace(
          "config.addPlugin",
          'config.on("eleventy.after", () => rmSync("_site.lock"));\n  config.addPlugin',
        ),
    ),
  );
  assert.is(code, 1, output);
  assert.match(output, 'output: expected to hold "_site.lock" until the end, received another\'s lock.');
  assert.match(output, "The last good site was left as it was.");
  project.clean();
});

test.run();
