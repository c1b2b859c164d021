import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, smallProject } from "../project.ts";
import { asking } from "./asked.ts";

const PORT = 20_000 + ((process.pid + 23) % 20_000);
const ORIGIN = `http://localhost:${PORT}`;
const project = smallProject();
let server: ChildProcess;
let said = "";
const { get, until } = asking(ORIGIN, () => said);

const nap = (words: string): string => article({ title: "A nap", date: "2026-01-02" }, `${words}\n`);

test.before(async () => {
  project.write("src/articles/nap.md", nap("The nap is first."));
  project.write("src/articles/walk.md", article({ title: "A walk", date: "2026-01-02" }, "The walk.\n"));
  server = project.start("serve", "--port", String(PORT));
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (piece) => {
      said += String(piece);
    });
  // The first build has read all articles by now, and nothing is watched.
  await until(async () => existsSync(join(project.folder, "_site.serve/nap/index.html")));
  project.write("src/articles/nap.md", nap("The nap is second."));
  project.write("src/articles/rest.md", article({ title: "A rest", date: "2026-01-03" }, "The rest.\n"));
});

test.after(project.end);

test("serve: what is saved while the first build runs is on its page, and what is added has one", async () => {
  await until(async () => (await get("/nap/")).text.includes("The nap is second."));
  await until(async () => (await get("/rest/")).text.includes("The rest."));
  assert.match((await get("/")).text, "A rest");
  assert.is(server.exitCode, null);
});

test.run();
