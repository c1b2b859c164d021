import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { saveLinks } from "../../plugins/cli/links-write.ts";
import { passagesOf } from "../../plugins/related/linking/passages.ts";
import { article, smallProject } from "../project.ts";
import { filler, SUBJECTS } from "../related/made-linking.ts";

const project = smallProject();
test.after(project.clean);

for (const [id, title, body] of SUBJECTS)
  project.write(`src/articles/${id}.md`, article({ title, date: "2026-01-02" }, body));
const HEAD = `\uFEFF---\r\ntitle:   'A day'  # kept\r\ndate: 2026-02-01\r\nauthor: journal\r\n---\r\n`;
const BODY = `Some people wake with neck pain at night. ${filler(170)}\r\n\r\nA pot of ginger tea stands by the bed. ${filler(170)}\r\n`;
const FILE = "src/articles/day.md";
project.write(FILE, HEAD + BODY);
const path = join(project.folder, FILE);

interface Told {
  readonly score: number;
  readonly orphans: readonly string[];
  readonly articles: readonly {
    readonly id: string;
    readonly suggestions: readonly Readonly<Record<string, unknown>>[];
  }[];
}

const told = (...values: readonly string[]): Told =>
  JSON.parse(project.vervain("links", ...values, "--json").output) as Told;

test("vervain links: says where which words could lead, why, and what the links come to", () => {
  const { code, output } = project.vervain("links");
  assert.is(code, 0, output);
  for (const line of [
    "Links: ",
    "0 links in the words of 7 articles",
    "Nothing leads here (7): day, desk-work, foot-baths",
    "A day  src/articles/day.md",
    "6: Some people wake with [neck pain] at night",
    "→ Neck pain explained (neck-pain)",
    "“neck pain” is what it is about; no other text leads there yet",
    "2 could be set: vervain links --write asks about each",
  ])
    assert.match(output, line);
});

test("vervain links --json: the same for scripts", () => {
  const { score, orphans, articles } = told();
  assert.type(score, "number");
  assert.is(orphans.length, 7);
  assert.equal(
    articles.map(({ id }) => id),
    ["day"],
  );
  assert.equal(articles[0]?.suggestions[0], {
    target: "neck-pain",
    url: "/neck-pain/",
    phrase: "neck pain",
    line: 6,
    sentence: "Some people wake with neck pain at night",
    fit: 1,
    isOrphan: true,
    why: "“neck pain” is what it is about; no other text leads there yet",
  });
});

test("vervain links ARTICLE: of one article, by id, path, file or title; one that is not there is said with the nearest", () => {
  const { articles } = told(FILE);
  assert.equal(
    articles.map(({ id, suggestions }) => [id, suggestions.length]),
    [["day", 2]],
  );
  const { code, output } = project.vervain("links", "a shelf");
  assert.is(code, 1);
  assert.match(
    output,
    'links: article: expected the id, path, file or title of an article, received "a shelf". Nearest: ',
  );
});

test("vervain links --write: without a terminal nothing is asked and nothing written", () => {
  const { code, output } = project.vervain("links", "day", "--write");
  assert.is(code, 1);
  assert.match(output, "links: --write: expected a terminal to ask on, received none.");
  assert.is(project.read(FILE), HEAD + BODY);
});

test("vervain links --accept: what is not suggested is refused, and nothing of it written", () => {
  const { code, output } = project.vervain("links", "day", "--accept", "neck-pain", "--accept", "rest");
  assert.is(code, 1);
  assert.match(output, 'links: --accept: expected neck-pain, ginger-tea, received "rest".');
  assert.is(project.read(FILE), HEAD + BODY);
});

test("vervain links --accept: writes the links, and no other byte changes", () => {
  const { mode } = statSync(path);
  const { code, output } = project.vervain("links", "day", "--accept", "neck-pain", "--accept", "ginger-tea");
  assert.is(code, 0, output);
  assert.match(output, "src/articles/day.md: “neck pain” leads to Neck pain explained");
  const wanted = BODY.replace("neck pain", "[neck pain](/neck-pain/)").replace(
    "ginger tea",
    "[ginger tea](/ginger-tea/)",
  );
  assert.is(project.read(FILE), HEAD + wanted);
  assert.is(statSync(path).mode, mode);
  const { output: page } = project.vervain("build");
  assert.match(project.read("_site/day/index.html"), '<a href="/neck-pain/">neck pain</a>', page);
});

test("vervain links --record: keeps the day's score, once", () => {
  assert.not(existsSync(join(project.folder, ".vervain/links.csv")));
  assert.is(project.vervain("links", "--record").code, 0);
  const kept = project.read(".vervain/links.csv");
  assert.match(
    kept,
    /^day,score,articles,links,orphans,dead ends,reached,near,spread\n\d{4}-\d\d-\d\d,\d+,7,2,/,
  );
  project.vervain("links", "--record");
  assert.is(project.read(".vervain/links.csv"), kept);
  project.write(".vervain/links.csv", "<<<<<<< HEAD\n");
  const { code, output } = project.vervain("links", "--record");
  assert.is(code, 1);
  assert.match(output, ".vervain/links.csv:1: link scores: expected day,score");
  assert.is(project.read(".vervain/links.csv"), "<<<<<<< HEAD\n");
});

test("saveLinks: a file that was saved after it was read is left alone, and so is one of which a link cannot be set", () => {
  const file = join(project.folder, "src/articles/later.md");
  const source = "---\ntitle: Later\n---\nIt is neck pain. It is tea.\n";
  writeFileSync(file, source);
  const [passage] = passagesOf("It is neck pain. It is tea.\n");
  const place = { passage: 0, text: passage!.text, start: 6, end: 15 };
  writeFileSync(file, source.replace("It is tea", "It is no tea"));
  assert.match(
    saveLinks(file, [{ place, url: "/neck-pain/", line: 4 }]) ?? "",
    "line 4: expected the text as it was read",
  );
  assert.is(readFileSync(file, "utf8"), source.replace("It is tea", "It is no tea"));
});

test.run();
