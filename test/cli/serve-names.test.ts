import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { smallProject } from "../project.ts";
import { asking } from "./asked.ts";

const PORT = 20_000 + ((process.pid + 31) % 20_000);
const project = smallProject();
let server: ChildProcess;
let said = "";
const { get, until } = asking(`http://localhost:${PORT}`, () => said);

const LAYOUT = "_includes/layouts/article.njk";
const layout = (words: string): string =>
  `{% extends "@theme/layouts/article.njk" %}\n{% block afterBody %}<p>${words}</p>{% endblock %}\n`;

test.before(async () => {
  project.edit(
    "eleventy.config.js",
    (text) =>
      `import { appendFileSync } from "node:fs";\n${text.replace("(config) {", '(config) {\n  appendFileSync("runs.txt", "run\\n");')}`,
  );
  server = project.start("serve", "--port", String(PORT));
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (piece) => {
      said += String(piece);
    });
  await until(async () => (await get("/rest/")).status === 200);
});

test.after(project.end);

test("serve: the configuration runs again where a layout came or went, not where its text is another", async () => {
  assert.is(runs(), 1);
  await saved(() => project.write(LAYOUT, layout("First")));
  await until(async () => (await get("/rest/")).text.includes("<p>First</p>"));
  assert.is(runs(), 2);
  for (const words of ["Second", "Third"]) {
    await saved(() => project.write(LAYOUT, layout(words)));
    await until(async () => (await get("/rest/")).text.includes(`<p>${words}</p>`));
  }
  assert.is(runs(), 2);
  await saved(() => project.remove(LAYOUT));
  await until(async () => !(await get("/rest/")).text.includes("<p>Third</p>"));
  assert.is(runs(), 3);
  assert.match((await get("/rest/")).text, "</html>");
});

test("serve: a page of the owner's in the place of one of ours is such a file", async () => {
  const page = (words: string): string => `---\npermalink: /404.html\ntitle: Lost\n---\n<p>${words}</p>\n`;
  const before = runs();
  await saved(() => project.write("src/404.njk", page("Not here")));
  await until(async () => (await get("/nowhere/")).text.includes("<p>Not here</p>"));
  assert.is(runs(), before + 1);
  await saved(() => project.write("src/404.njk", page("Nor there")));
  await until(async () => (await get("/nowhere/")).text.includes("<p>Nor there</p>"));
  assert.is(runs(), before + 1);
});

test("serve: a configuration that was saved runs again, and articles are as they were", async () => {
  const before = runs();
  await saved(() =>
    project.edit("eleventy.config.js", (text) =>
      text.replace(
        "(config) {",
        '(config) {\n  config.addTransform("mark", (html) => html + "<!-- marked -->");',
      ),
    ),
  );
  await until(async () => (await get("/rest/")).text.includes("<!-- marked -->"));
  assert.is(runs(), before + 1);
  await saved(() => project.edit("src/articles/rest.md", (text) => text.replace("is good", "is best")));
  await until(async () => (await get("/rest/")).text.includes("Rest is best."));
  assert.match((await get("/rest/")).text, "<!-- marked -->");
});

/** How often the configuration ran. */
function runs(): number {
  const file = join(project.folder, "runs.txt");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0;
}

async function saved(save: () => void): Promise<void> {
  // What was saved before is built, and its pages lie there.
  await new Promise((resolve) => setTimeout(resolve, 700));
  save();
}

test.run();
