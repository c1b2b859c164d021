import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, smallProject } from "../project.ts";

/** Far beyond what a rebuild takes, so that a slow machine fails nothing. */
const PATIENCE_MS = 120_000;
const PORT = 20_000 + ((process.pid + 23) % 20_000);
const project = smallProject();
let server: ChildProcess;

const nap = (words: string): string => article({ title: "A nap", date: "2026-01-02" }, `${words}\n`);

test.before(async () => {
  project.write("src/articles/nap.md", nap("The nap is first."));
  project.write("src/articles/walk.md", article({ title: "A walk", date: "2026-01-02" }, "The walk.\n"));
  server = project.start("serve", "--port", String(PORT));
  // The first build has read all articles by now, and nothing is watched.
  await until(async () => existsSync(join(project.folder, "_site.serve/nap/index.html")));
  project.write("src/articles/nap.md", nap("The nap is second."));
  project.write("src/articles/rest.md", article({ title: "A rest", date: "2026-01-03" }, "The rest.\n"));
});

test.after(project.end);

test("serve: what is saved while the first build runs is on its page, and what is added has one", async () => {
  await until(async () => (await textOf("/nap/")).includes("The nap is second."));
  await until(async () => (await textOf("/rest/")).includes("The rest."));
  assert.match(await textOf("/"), "A rest");
  assert.is(server.exitCode, null);
});

async function textOf(path: string): Promise<string> {
  return fetch(`http://localhost:${PORT}${path}`)
    .then((response) => response.text())
    .catch(() => "");
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; )
    if (await isSo()) return;
    else await new Promise((resolve) => setTimeout(resolve, 20));
  throw new Error("expected it to come true in time.");
}

test.run();
