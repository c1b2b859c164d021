import type { ChildProcess } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, type Project, smallProject } from "../project.ts";

/** Far beyond what a rebuild takes, so that a slow machine fails nothing. */
const PATIENCE_MS = 120_000;
const RESAVE_MS = 20_000;
const PORT = 20_000 + (process.pid % 20_000);
const project: Project = smallProject('review: { failOn: "warning" },');
let server: ChildProcess;
let output = "";

test.before(async () => {
  project.write(
    "src/articles/other.md",
    article({ title: "Other", date: "2026-01-02", author: "jornal" }, "Text.\n"),
  );
  server = project.start("serve", "--port", String(PORT));
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => (output += chunk));
  await until("/rest/", /<html/);
});

test.after(project.end);

test("serve: an article is shown whatever its front matter says, and each of its faults is a line", async () => {
  const before = output.length;
  const save = (): void =>
    project.write(
      "src/articles/rest.md",
      "---\ntitle: 9 benefits of rest\ndate: 2026-13-01\nauthor: nobody\nreviewedBy: ghost\n---\n\nRest, as it was written anew.\n",
    );
  save();
  assert.match(await until("/rest/", /as it was written anew/), "9 benefits of rest");
  // The page is there before the terminal has said the last of it.
  const isSaid = (): boolean => /rest\.md:5: [\s\S]* in \d other files/.test(output.slice(before));
  for (const end = Date.now() + PATIENCE_MS; !isSaid() && Date.now() < end; ) {
    for (const turn = Date.now() + RESAVE_MS; !isSaid() && Date.now() < turn; )
      await new Promise((resolve) => setTimeout(resolve, 50));
    // A writer saves again; the first save may have come before the watcher had looked around.
    if (!isSaid()) save();
  }
  const said = output.slice(before);
  assert.match(said, "error src/articles/rest.md:3: date: expected a date", output);
  assert.match(
    said,
    'error src/articles/rest.md:4: author: expected an id in _data/people, received "nobody".',
  );
  assert.match(
    said,
    'error src/articles/rest.md:5: reviewedBy: expected an id in _data/people, received "ghost".',
  );
  assert.match(said, /\n\d+ errors.* in \d other files \(the desk shows them all\)/);
  assert.not.match(said, "src/articles/other.md");
});

test("serve: the terminal has no line a written file, no measurements and no stack", () => {
  assert.not.match(output, /Writing |Benchmark|Wrote |\n\s+at /);
  assert.match(output, `http://localhost:${PORT}/`);
});

async function until(path: string, expected: RegExp): Promise<string> {
  for (const started = Date.now(); Date.now() - started < PATIENCE_MS; ) {
    const page = await fetch(`http://127.0.0.1:${PORT}${path}`).then(
      (answer) => answer.text(),
      () => "",
    );
    if (expected.test(page)) return page;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${path}: ${expected} did not come\n${output}`);
}

test.run();
