import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type ReviewCommandOptions, reviewCommand } from "../../plugins/cli/review.ts";

const PEOPLE = {
  notes: { type: "Organization", name: "Field Notes", description: "A publication for the tests." },
};
const ARTICLE = `---
title: A quiet hour
date: 2026-03-01
author: notes
sources:
  - { title: Sleep, url: "https://www.nhs.uk/sleep" }
---

Warm water is pleasant.
`;

const home = process.cwd();
let folder = "";

test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "review-"));
  mkdirSync(join(folder, "_data"));
  mkdirSync(join(folder, "src", "articles"), { recursive: true });
  writeFileSync(join(folder, "_data", "people.json"), JSON.stringify(PEOPLE));
  process.chdir(folder);
});
test.after.each(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const path = join("src", "articles", name);
  writeFileSync(path, text);
  return path;
}

/** Runs the command; gives its exit code and all it printed. */
async function run(files: readonly string[], options: ReviewCommandOptions = {}) {
  const printed: string[] = [];
  const kept = { log: console.log, error: console.error, write: process.stdout.write };
  console.log = (line: string) => printed.push(line);
  console.error = (line: string) => printed.push(line);
  if (options.json)
    process.stdout.write = ((text: string) => printed.push(text) > 0) as typeof process.stdout.write;
  try {
    const code = await reviewCommand(files, { now: "2026-09-01", ...options });
    return { code, out: stripVTControlCharacters(printed.join("\n")) };
  } finally {
    console.log = kept.log;
    console.error = kept.error;
    process.stdout.write = kept.write;
  }
}

test("review: an article in order passes with exit code 0", async () => {
  const { code, out } = await run([write("bath.md", ARTICLE)]);
  assert.is(out, "1 article reviewed: 0 errors, 0 warnings, 0 notes; 0 reviews overdue, 0 silenced.");
  assert.is(code, 0);
});

test("review: an error is printed with file and line, exit code 1", async () => {
  const { code, out } = await run([write("bath.md", `${ARTICLE}\nStop taking your medication.\n`)]);
  assert.match(
    out,
    /^error src\/articles\/bath\.md:11: stop-medicine: expected no advice to stop or replace a medicine, received "Stop taking your medication\."\./,
  );
  assert.is(code, 1);
});

test("review: a folder leaves drafts out unless asked, a named file is always reviewed", async () => {
  const path = write("draft.md", ARTICLE.replace("author: notes", "draft: true\nreviewed: 2026-03-01"));
  assert.is((await run(["src/articles"])).code, 0);
  assert.is((await run(["src/articles"], { drafts: true })).code, 1);
  assert.is((await run([path])).code, 1);
});

test("review: front matter at fault, a missing file and another kind of file are named, without a stack", async () => {
  write("notes.txt", "Rest.");
  const { code, out } = await run([
    write("bath.md", ARTICLE.replace("2026-03-01", "2026-02-30")),
    "src/none.md",
    "src/articles/notes.txt",
  ]);
  assert.is(code, 1);
  assert.match(out, /error src\/articles\/bath\.md:3: date: expected a date/);
  assert.match(
    out,
    /error src\/articles\/notes\.txt: file: expected a Markdown article, received another kind of file\. Import it first/,
  );
  assert.match(out, /error src\/none\.md: file: expected a file or folder that exists/);
  assert.not.match(out, /\n\s+at /);
});

test("review: --json prints the report, --html writes it, --rules sets levels", async () => {
  const path = write("bath.md", `${ARTICLE}\nStop taking your medication.\n`);
  const { code, out } = await run([path], {
    json: true,
    html: "report.html",
    rules: "stop-medicine=warning, sources=off",
  });
  assert.is(code, 0);
  assert.is(JSON.parse(out).articles[0].findings[0].level, "warning");
  assert.match(readFileSync("report.html", "utf8"), /<h1>Review of <time datetime="2026-09-01">/);
});

test("review: a rule or a day that does not exist is refused", async () => {
  for (const options of [{ rules: "jargn=off" }, { rules: "jargon=loud" }, { now: "soon" }]) {
    try {
      await run([write("bath.md", ARTICLE)], options);
      assert.unreachable();
    } catch (error) {
      assert.instance(error, RangeError);
    }
  }
});

test("review: the lock is made by --accept, then tells fresh dates from new texts", async () => {
  const path = write("bath.md", ARTICLE);
  await run([path]);
  assert.not.ok(existsSync(".vervain/freshness.json"));
  await run([path], { accept: true });
  write("bath.md", ARTICLE.replace("author:", "updated: 2026-08-01\nauthor:"));
  assert.match(
    (await run([path])).out,
    /^warning src\/articles\/bath\.md:4: fresh-date: expected the text to change with its date, received "2026-08-01"/,
  );
  assert.match((await run([path])).out, /fresh-date/);
  await run([path], { accept: true });
  assert.not.match((await run([path])).out, /fresh-date/);
});

test.run();
