import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openArticle, readArticle } from "../../plugins/article/read.ts";
import { type ImportOptions, importCommand } from "../../plugins/cli/import.ts";

interface Context {
  folder: string;
}

const test = suite<Context>("importCommand");
const BODY =
  "A paragraph that is long enough to be the text of an article on feet, sleep and what helps them.";
const PAGE = `<html lang="en"><head><title>Warm Feet: Why?</title><meta name="author" content="Ann"><meta name="date" content="2020-01-02"></head><body><main><h1>Warm Feet: Why?</h1><p>${BODY}</p><p>Also Read: Ten Teas</p></main></body></html>`;

test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), "vervain-import-"));
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly printed: string;
  readonly faults: string;
}

/** Runs the command on files of the folder and returns what it printed, without colours and the folder's name. */
async function run({ folder }: Context, files: readonly string[], options: ImportOptions = {}): Promise<Ran> {
  const printed: string[] = [];
  const faults: string[] = [];
  const { log, error } = console;
  console.log = (line: string) => void printed.push(line);
  console.error = (line: string) => void faults.push(line);
  try {
    const paths = files.map((file) => join(folder, file));
    const code = await importCommand(paths, {
      into: folder,
      out: join(folder, "articles"),
      ...options,
    });
    const plain = (lines: readonly string[]): string =>
      lines
        .join("\n")
        .replaceAll(`${folder}/`, "")
        .replace(/\p{Cc}\[\d+m/gu, "");
    return { code, printed: plain(printed), faults: plain(faults) };
  } finally {
    console.log = log;
    console.error = error;
  }
}

function put({ folder }: Context, name: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, name), content);
}

test("writes an article that the site reads", async (context) => {
  put(context, "a.html", PAGE);
  const { code, printed, faults } = await run(context, ["a.html"], { author: "house", date: "2026-05-01" });
  assert.equal([code, faults], [0, ""]);
  assert.match(printed, 'imported articles/warm-feet-why.md from a.html: "Warm Feet: Why?"');
  const opened = openArticle(readFileSync(join(context.folder, "articles/warm-feet-why.md")), "a.md");
  assert.not("problem" in opened);
  if ("problem" in opened) return;
  const { article, problems } = readArticle(opened, { id: "a", timeZone: "UTC", lang: "en" });
  assert.equal(problems, []);
  assert.is(article?.title, "Warm Feet: Why?");
  assert.is(article?.frontMatter.draft, false);
  assert.equal(
    article?.alsoRead.map(({ offers }) => offers),
    [[{ title: "Ten Teas", href: null }]],
  );
});

test("whom a page names goes to the people file, and the page keeps its address", async (context) => {
  const canonical = '<link rel="canonical" href="https://old.example/2020/01/warm-feet/">';
  put(context, "a.html", PAGE.replace("</head>", `${canonical}</head>`));
  put(
    context,
    "b.html",
    PAGE.replaceAll("Warm Feet: Why?", "Cold Feet").replace('content="Ann"', 'content=""'),
  );
  const { code, printed } = await run(context, ["a.html", "b.html"]);
  assert.is(code, 0);
  assert.match(printed, "  missing author; give --author");
  assert.not.match(printed, "missing date");
  const content = readFileSync(join(context.folder, "articles/warm-feet-why.md"), "utf8");
  assert.match(content, "author: ann\n");
  assert.match(content, "date: 2020-01-02\n");
  assert.match(content, "permalink: /2020/01/warm-feet/\n");
  assert.not.match(content, "draft");
  assert.match(readFileSync(join(context.folder, "articles/cold-feet.md"), "utf8"), "draft: true");
  assert.equal(JSON.parse(readFileSync(join(context.folder, "_data/people.json"), "utf8")), {
    ann: { name: "Ann" },
  });
});

test("each page has its own date, as its head or its text says it, and its own lead picture; one given goes before", async (context) => {
  const page = (title: string, head: string, line: string): string =>
    `<html lang="en"><head><title>My Blog</title>${head}</head><body><main><h1>${title}</h1><p>${line}</p><p>${BODY}</p></main><footer><h4>Also Read</h4><ul><li><a href="/f/">Foot baths</a></li></ul></footer></body></html>`;
  const picture =
    '<meta property="og:image" content="https://old.example/tub.jpg"><meta property="og:image:alt" content="A tub">';
  put(context, "a.html", page("One", picture, "Last updated: 4 March 2021"));
  put(context, "b.html", page("Two", '<meta name="date" content="2020-05-06 10:00:00+02:00">', ""));
  put(
    context,
    "c.html",
    page("Three", '<meta name="date" content="3/4/2020"><meta property="og:image" content="tub.jpg">', ""),
  );
  const { code, printed } = await run(context, ["a.html", "b.html", "c.html"], { author: "house" });
  assert.is(code, 0);
  const made = (name: string): string => readFileSync(join(context.folder, `articles/${name}.md`), "utf8");
  assert.match(made("one"), "title: One\n");
  assert.match(made("one"), "date: 2021-03-04\n");
  assert.match(made("one"), "image:\n  src: https://old.example/tub.jpg\n  alt: A tub\n");
  assert.match(made("two"), /date: "?2020-05-06T10:00:00\+02:00"?\n/);
  assert.not.match(made("three"), /\n(?:date|image):/);
  assert.match(printed, '  missing date; the page says "3/4/2020": check it and give --date');
  for (const name of ["one", "two", "three"]) assert.not.match(made(name), "Also Read");
  put(context, "d.html", page("Four", "", "Last updated: 4 March 2021"));
  await run(context, ["d.html"], { author: "house", date: "2026-05-01" });
  assert.match(made("four"), "date: 2026-05-01\n");
});

test("prints what it left out, with rule and line", async (context) => {
  put(context, "a.txt", `Warm Feet\n\n${BODY}\n\n${BODY}\n\nLeave a Reply\n`);
  const { printed } = await run(context, ["a.txt"]);
  assert.match(printed, 'a.txt:7: left out (comments): "Leave a Reply"');
});

test("never overwrites", async (context) => {
  put(context, "a.txt", `Warm Feet\n\n${BODY}`);
  mkdirSync(join(context.folder, "articles"));
  put(context, "articles/warm-feet.md", "mine");
  const { code, faults } = await run(context, ["a.txt"]);
  assert.is(code, 1);
  assert.match(
    faults,
    "articles/warm-feet.md: file: expected no file of that name, received one; a.txt was not imported.",
  );
  assert.is(readFileSync(join(context.folder, "articles/warm-feet.md"), "utf8"), "mine");
});

test("says all faults at once and writes nothing", async (context) => {
  put(context, "good.txt", `Warm Feet\n\n${BODY}`);
  put(context, "same.txt", `Warm feet\n\n${BODY}`);
  put(context, "empty.html", "<html></html>");
  put(context, "picture.png", Uint8Array.from([0x89, 0x50, 0, 1]));
  put(context, "latin.txt", Uint8Array.from([0x63, 0xe9, 0x20]));
  const files = ["good.txt", "same.txt", "empty.html", "picture.png", "latin.txt", "gone.txt", "."];
  const { code, printed, faults } = await run(context, files, { date: "2026-02-30", author: "Dr. X" });
  assert.equal([code, printed], [1, ""]);
  for (const line of [
    'error import: --date: expected a date such as 2026-05-01, received "2026-02-30".',
    'error import: --author: expected the id of a person in _data/people, received "Dr. X".',
    "error empty.html: body: expected an article, received no text of one. Save the page with its content.",
    "error gone.txt: file: expected a file, received nothing of that name.",
    "error latin.txt: encoding: expected UTF-8, or a page that declares its charset, received bytes that are not utf-8. Save the file as UTF-8.",
    "error picture.png: encoding: expected text, received a zero byte (a binary file). Save the file as UTF-8.",
    "error same.txt: title: expected a title of its own, received that of good.txt. Give it one with --title.",
    "8 problems. No file was overwritten.",
  ]) {
    assert.ok(faults.includes(line), `${line}\n---\n${faults}`);
  }
  assert.not.match(faults, "    at ");
  assert.not.ok(readdirSync(context.folder).includes("articles"));
});

for (const [name, content, received] of [
  [
    "sitemap.xml",
    '<?xml version="1.0"?><urlset></urlset>',
    "a sitemap, which lists addresses and holds no texts.",
  ],
  ["data.json", '{"a":1}', "JSON that is no Ghost export."],
  ["drawing.svg", "<svg></svg>", "a drawing (SVG)."],
] as const) {
  test(`what is no article is refused with what it is: ${name}`, async (context) => {
    put(context, name, content);
    const { code, faults } = await run(context, [name], { author: "house", date: "2026-05-01" });
    assert.is(code, 1);
    assert.match(
      faults,
      `error ${name}: file: expected an export of a blog, a saved page or a text, received ${received}`,
    );
    assert.not.ok(readdirSync(context.folder).includes("articles"));
  });
}

test("a title for two files is a fault", async (context) => {
  put(context, "a.txt", `Warm Feet\n\n${BODY}`);
  put(context, "b.txt", `Cold Feet\n\n${BODY}`);
  const { code, faults } = await run(context, ["a.txt", "b.txt"], { title: "X" });
  assert.is(code, 1);
  assert.match(faults, "import: --title: expected one file to give a title to, received 2.");
});

test("a page of scripts leaves nothing that runs", async (context) => {
  const hostile = `<h1 onclick="x()">T &lt;b u</h1><p>${BODY}</p><script>x()</script><p>---</p><p>{&#123; x }} &lt;img src=x onerror=x()&gt; <a href="javascript:x()">y</a></p>`;
  put(context, "a.html", hostile);
  await run(context, ["a.html"], { author: "house", date: "2026-05-01" });
  const content = readFileSync(join(context.folder, "articles/t-b-u.md"), "utf8");
  const [frontMatter, ...bodies] = content.split("\n---\n");
  assert.is(bodies.length, 1);
  assert.match(frontMatter!, "title: T <b u\n");
  assert.not.match(bodies[0]!, /(?<!\\)<|\{\{|javascript:/);
});

test.run();
