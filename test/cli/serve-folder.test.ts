import type { ChildProcess } from "node:child_process";
import { parseHTML } from "linkedom";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, smallProject } from "../project.ts";
import { asking } from "./asked.ts";

const PORT = 20_000 + ((process.pid + 11) % 20_000);
const ORIGIN = `http://localhost:${PORT}`;
const project = smallProject();
let server: ChildProcess;
let said = "";
const { get, until } = asking(ORIGIN, () => said);

test.before(async () => {
  project.edit("eleventy.config.js", (text) =>
    text.replace("https://small.example", "https://user.example/repo/"),
  );
  const nap =
    "A nap may improve memory.\n\n## Benefits of a nap\n\n### Reduces stress\n\nA nap may lower stress. [Rest](/rest/)\n";
  project.write("src/articles/nap.md", article({ title: "A benefit of a nap", date: "2026-01-02" }, nap));
  project.write(
    "_includes/bare.njk",
    "<!doctype html><title>{{ title }}</title><body>{{ content | safe }}</body>",
  );
  project.write(
    "src/articles/bare.md",
    article({ title: "Bare", date: "2026-01-03", layout: "bare.njk" }, "Text.\n"),
  );
  project.write("src/articles/new.md", "---\ntitle: Broken: from the first\n---\nText.\n");
  server = project.start("serve", "--port", String(PORT));
  server.stdout?.on("data", (piece) => {
    said += String(piece);
  });
  await until(async () => (await get("/repo/nap/")).status === 200);
});

test.after(project.end);

test("serve in a folder: pages, desk and panel are there, and everything that they name", async () => {
  for (const path of [
    "/repo/",
    "/repo/nap/",
    "/repo/_vervain/",
    "/repo/_vervain/links/",
    "/repo/_vervain/panel?page=%2Fnap%2F",
    "/repo/new/",
  ]) {
    const { status, text } = await get(path);
    assert.is(status, 200, path);
    const addresses = [...parseHTML(text).document.querySelectorAll("[href], [src], [action]")].flatMap(
      (element) => ["href", "src", "action"].flatMap((name) => element.getAttribute(name) ?? []),
    );
    const own = addresses
      .map((address) => new URL(address, ORIGIN + path))
      .filter(({ origin }) => origin === ORIGIN);
    assert.ok(own.length > 2, path);
    for (const { pathname } of own) {
      // What the development server itself puts into every page.
      if (pathname.startsWith("/.11ty/")) continue;
      assert.match(pathname, /^\/repo\//, path);
      const isForm = pathname.includes("/write/");
      assert.is((await get(pathname)).status, isForm ? 400 : 200, `${path}: ${pathname}`);
    }
  }
  assert.match(said, `Desk at ${ORIGIN}/repo/_vervain/`);
});

test("serve in a folder: the panel knows its page and asks the desk in the folder", async () => {
  assert.match(
    (await get("/repo/nap/")).text,
    '<vervain-panel data-page="/nap/" data-desk="/repo/_vervain/">',
  );
  assert.match((await get("/repo/_vervain/panel?page=%2Fnap%2F")).text, "src/articles/nap.md");
  assert.match((await get("/repo/new/")).text, 'data-page="/new/" data-desk="/repo/_vervain/"');
});

test("serve: of a layout that names no picture the panel shows none, and says what its head lacks", async () => {
  const bare = (await get("/repo/_vervain/panel?page=%2Fbare%2F")).text;
  assert.match(
    bare,
    "the page's layout names none. To share the site&#39;s card, put this into the layout's head",
  );
  assert.match(bare, "{{ (page.url | vervain).card.url }}");
  const own = (await get("/repo/_vervain/panel?page=%2Fnap%2F")).text;
  assert.match(own, "Drawn when the site is built.");
  assert.not.match(own, "names none");
  // What it says to put there is what the theme's own layouts print.
  project.edit("_includes/bare.njk", (text) =>
    text.replace("<body>", '<meta property="og:image" content="{{ (page.url | vervain).card.url }}"><body>'),
  );
  await until(async () =>
    /og:image" content="https:\/\/user\.example\/repo\/pictures\/.+\.png"/.test(
      (await get("/repo/bare/")).text,
    ),
  );
  assert.not.match((await get("/repo/_vervain/panel?page=%2Fbare%2F")).text, "names none");
});

test("serve in a folder: the top of the server leads there, and nothing lies beside it", async () => {
  const { status, headers } = await fetch(`${ORIGIN}/`, { redirect: "manual" });
  assert.is(status, 302);
  assert.is(headers.get("location"), "/repo/");
  assert.is((await get("/nap/")).status, 404);
  assert.is((await get("/_vervain/")).status, 404);
});

test("serve in a folder: a form without a script is led back to the desk", async () => {
  const answer = await fetch(`${ORIGIN}/repo/_vervain/write/lexicon`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: ORIGIN, accept: "text/html", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token: await token() }),
  });
  assert.is(answer.status, 303);
  assert.is(answer.headers.get("location"), "/repo/_vervain/lexicon/");
});

test("serve in a folder: an edit shows, and so does another folder in the configuration", async () => {
  project.edit("src/articles/rest.md", (text) => text.replace("Rest is good.", "Rest is better."));
  await until(async () => (await get("/repo/rest/")).text.includes("Rest is better."));
  project.edit("eleventy.config.js", (text) => text.replace("/repo/", "/other/"));
  await until(async () => (await get("/other/rest/")).status === 200);
  const { text } = await get("/other/rest/");
  assert.ok(text.includes("Rest is better.") && text.includes('href="/other/"'), text);
  assert.is((await get("/other/_vervain/")).status, 200);
});

async function token(): Promise<string> {
  const { text } = await get("/repo/_vervain/panel?page=%2Fnap%2F");
  return parseHTML(text).document.querySelector("input[name=token]")?.getAttribute("value") ?? "";
}

test.run();
