import { test } from "uvu";
import * as assert from "uvu/assert";
import { firstUnshown } from "../../plugins/text.ts";
import { article, hasRun, PEOPLE, sites } from "../safety/site.ts";

const { build, clean } = sites();
test.after(clean);

/** Lines of a report without the folder of the site. */
const told = (lines: readonly string[] | null): string[] =>
  (lines ?? ["it was built"]).map((line) => line.replace(/^site\d+\//, ""));

test("build: what fields hold and whom they name is said at once, in one file and in all", async () => {
  const { refused } = await build({
    ...PEOPLE,
    "src/articles/a.md":
      "---\ntitle: A\ndate: 2024-13-45\nauthor: pob\nreviewedBy: nobody\nimage: [1]\n---\nText.\n",
    "src/articles/b.md":
      "---\ntitle: B\ndate: 2026-01-05\nauthor: pub\nupdated: 2026-01-01\npermalink: no-slash\n---\nText.\n",
    "src/articles/c.md": article("C", "Text.", "layout: nonesuch\n"),
  });
  assert.equal(told(refused), [
    'src/articles/a.md:3: date: expected a date such as 2026-05-01 or 2026-05-01T09:30, received "2024-13-45".',
    'src/articles/a.md:4: author: expected an id in _data/people, received "pob". Did you mean "pub"?',
    'src/articles/a.md:5: reviewedBy: expected an id in _data/people, received "nobody". Known: pub.',
    "src/articles/a.md:6: image: expected the path of an image, or src and alt, received [1].",
    'src/articles/b.md:5: updated: expected a day that is not before the date, 2026-01-05, received "2026-01-01".',
    'src/articles/b.md:6: permalink: expected a path on this site such as /massage-for-insomnia/, received "no-slash".',
    'src/articles/c.md:5: layout: expected a layout that this site has, received "nonesuch". The article has its usual one.',
  ]);
});

test("build: what a lexicon does not know is said beside what a field cannot hold", async () => {
  const { refused } = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A", "Text.", 'draft: maybe\nbenefits:\n  drop: ["reduce:nonesuch"]\n'),
  });
  assert.is(refused?.length, 2, String(refused));
  assert.match(refused?.[0] ?? "", "a.md:5: draft: expected true or false");
  assert.match(refused?.[1] ?? "", "benefits.drop");
});

test("build: a fault is not followed by what comes of leaving its field out", async () => {
  const { refused } = await build(
    { ...PEOPLE, "src/articles/a.md": article("A massage", "Massage helps.", "sources: none at all\n") },
    { review: { failOn: "warning" } },
  );
  assert.equal(
    told(refused).filter((line) => line.includes(": sources: ")),
    ['src/articles/a.md:5: sources: expected a list of sources, received "none at all".'],
  );
});

test("build: a template in an article's path is said by line and never run", async () => {
  const run = "/{{ range.constructor('globalThis.ran = 1')() }}/";
  const { refused } = await build(
    {
      ...PEOPLE,
      "src/articles/a.md": article("A", "Text.", 'permalink: "/{{ page.fileSlug }}/"\n'),
      "src/articles/b.md": article("B", "Text.", `permalink: "${run}"\ntemplateEngineOverride: njk\n`),
    },
    {},
    (config) => config.addPlugin((inner) => void Object.assign(inner, { markdownTemplateEngine: "njk" })),
  );
  const lines = told(refused).filter((line) => line.includes("permalink"));
  const says = (path: string): string =>
    `permalink: expected a path, received "${path}", a template that nothing fills in here. Write the path out, or leave it to the file's name.`;
  assert.equal(lines, [
    `src/articles/a.md:5: ${says("/{{ page.fileSlug }}/")}`,
    `src/articles/b.md:5: ${says(run)}`,
  ]);
  assert.is(hasRun(), false);
});

test("build: a page's unknown layout, header that cannot be read and path without an end are said by line, all of them", async () => {
  const { refused, pages } = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A"),
    "src/pages/r.md": "---\ntitle: R\nlayout: nonesuch\n---\nText.\n",
    "src/pages/s.md": "---\ntitle: S\nlayout: layouts/artcle.njk\n---\nText.\n",
    "src/pages/t.md": "---\ntitle: T\npermalink: /no-slash\n---\nText.\n",
    "src/pages/u.md": "---\ntitle: U: V: W\n---\nText.\n",
    "src/pages/v.md": "---\ntitle: [\n---\nText.\n",
  });
  assert.equal(pages.length, 0);
  const lines = told(refused);
  assert.is(lines.length, 5, lines.join("\n"));
  assert.is(
    lines[0],
    'src/pages/r.md:3: layout: expected a layout that this site has, received "nonesuch". The page has its usual one.',
  );
  assert.match(lines[1] ?? "", /^src\/pages\/s\.md:3: layout: .*Did you mean "layouts\/article\.njk"\?/);
  assert.is(
    lines[2],
    'src/pages/t.md:3: permalink: expected a path with a slash at its end, received "/no-slash". It is taken for "/no-slash/".',
  );
  assert.match(lines[3] ?? "", /^src\/pages\/u\.md:2: front matter: expected YAML, received/);
  assert.match(lines[4] ?? "", /^src\/pages\/v\.md:\d: front matter: expected YAML, received/);
});

test("build: a page with an unknown layout or an unended path is built all the same", async () => {
  const { refused, pages } = await build({
    ...PEOPLE,
    "src/articles/a.md": article("A"),
    "src/pages/r.md": "---\ntitle: R\nlayout: nonesuch\n---\nText of R.\n",
    "src/pages/t.md": "---\ntitle: T\npermalink: /no-slash\n---\nText.\n",
  });
  assert.is(refused, null, String(refused));
  const r = pages.find(({ url }) => url === "/pages/r/");
  assert.match(r?.content ?? "", /<h1[\s\S]*Text of R\./);
  assert.ok(pages.some(({ url }) => url === "/no-slash/"));
});

test("build: no character that breaks a feed comes out of a title or description, whoever wrote it", async () => {
  const { refused, pages } = await build(
    {
      ...PEOPLE,
      "src/articles/a.md":
        '---\ntitle: "A\\u0007b"\ndescription: "c\\u0001d"\ndate: 2026-01-01\n---\nText.\n',
      "src/pages/p.md": '---\ntitle: "P\\u0007q"\ndescription: "r\\u0001s"\n---\nText.\n',
    },
    { site: { title: "Si\u0007te", description: "o\u0001ne", url: "https://e.example" } },
  );
  assert.is(refused, null, String(refused));
  for (const { url, content } of pages) assert.is(firstUnshown(content), null, url);
  const feed = pages.find(({ url }) => url === "/feed.xml")?.content ?? "";
  assert.match(feed, "<title>Ab</title>");
  assert.match(pages.find(({ url }) => url === "/pages/p/")?.content ?? "", "<title>Pq");
});

test.run();
