import type { ChildProcess } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, smallProject } from "../project.ts";
import { asking } from "./asked.ts";

const PORT = 20_000 + ((process.pid + 17) % 20_000);
const ORIGIN = `http://localhost:${PORT}`;
const project = smallProject();
let server: ChildProcess;
let said = "";
const { get, until } = asking(ORIGIN, () => said);

const LAYOUT =
  '{% extends "@theme/layouts/article.njk" %}\n{% block afterBody %}<p>Words</p>{% endblock %}\n';

test.before(async () => {
  for (const name of ["walk", "nap"])
    project.write(
      `src/articles/${name}.md`,
      article({ title: `A ${name}`, date: "2026-01-02" }, `The ${name} is first.\n`),
    );
  // Templates that show the texts of others.
  project.write(
    "src/all.njk",
    "---\npermalink: /all/\neleventyExcludeFromCollections: true\n---\n{% for one in collections.vervainArticles %}{{ one.article.title }} {% endfor %}{% for one in collections.all %}{% if one.url == '/walk/' %}{{ one.templateContent | safe }}{% endif %}{% endfor %}",
  );
  project.write(
    "src/digest.njk",
    "---\npermalink: /digest/\n---\n<i>Digest: {% for one in collections.all %}{% if one.url == '/walk/' %}{{ one.templateContent | safe }}{% endif %}{% endfor %}</i>",
  );
  project.write("_includes/layouts/article.njk", LAYOUT);
  server = project.start("serve", "--port", String(PORT));
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (piece) => {
      said += String(piece);
    });
  await until(async () => (await get("/walk/")).status === 200);
});

test.after(project.end);

test("serve: a saved article's page is made, and others when they are asked for", async () => {
  const others = ["walk/index.html", "index.html", "feed.xml", "all/index.html"];
  const before = others.map(written);
  await saved("src/articles/nap.md", "The nap is first.", "The nap is second.");
  await until(async () => textOf("nap/index.html").includes("The nap is second."));
  assert.equal(others.map(written), before);
  // Neither page was asked for: the digest has the texts rendered that it shows.
  assert.match((await get("/digest/")).text, "The walk is first.");
  for (const path of ["/nap/", "/feed.xml"]) assert.match((await get(path)).text, "The nap is second.", path);
  assert.is.not(written("feed.xml"), before[2]);
  assert.is(written("walk/index.html"), before[0]);
});

test("serve: what is changed for all pages is on each that is asked for", async () => {
  await saved("_includes/layouts/article.njk", "<p>Words</p>", "<p>Other words</p>");
  await until(async () => (await get("/walk/")).text.includes("<p>Other words</p>"));
  assert.match((await get("/nap/")).text, "<p>Other words</p>");
  await saved("_data/people.json", '"name": "Journal"', '"name": "Another"').catch(() => undefined);
});

test("serve: a fault of a layout is said when a page is asked for, and its last one stays", async () => {
  said = "";
  await saved("_includes/layouts/article.njk", "{% endblock %}", "{% endfor %}");
  await until(async () => {
    await get("/walk/");
    return said.includes("layouts/article.njk");
  });
  assert.match((await get("/walk/")).text, "<p>Other words</p>");
  assert.match((await get("/_vervain/panel?page=%2Fwalk%2F")).text, "layouts/article.njk");
  await saved("_includes/layouts/article.njk", "{% endfor %}", "<p>Mended</p>{% endblock %}");
  await until(async () => (await get("/walk/")).text.includes("<p>Mended</p>"));
});

test("serve: a page that is not there is answered by the last build's page for it", async () => {
  const { status, text } = await get("/nowhere/");
  assert.is(status, 404);
  assert.match(text, "</html>");
});

async function saved(path: string, from: string, to: string): Promise<void> {
  // What was saved before is built, and its pages lie there.
  await new Promise((resolve) => setTimeout(resolve, 700));
  project.edit(path, (text) => {
    assert.ok(text.includes(from), `${path}: ${text}`);
    return text.replace(from, to);
  });
}

function textOf(name: string): string {
  return readFileSync(join(project.folder, "_site.serve", name), "utf8");
}

function written(name: string): number {
  return statSync(join(project.folder, "_site.serve", name)).mtimeMs;
}

test.run();
