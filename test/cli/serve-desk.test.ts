import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, type Project, smallProject } from "../project.ts";

/** Far beyond what a rebuild takes, so that a slow machine fails nothing. */
const PATIENCE_MS = 120_000;
const SETTLE_MS = 700;
const PORT = 20_000 + ((process.pid + 7) % 20_000);
const ORIGIN = `http://localhost:${PORT}`;
const project: Project = smallProject('review: { failOn: "error" },');

const NAP = (kind: string): string => `A ${kind} nap after lunch is a habit of many.

## Benefits of a ${kind} nap

### Reduces stress

A nap may lower stress after a hard morning.

### Improves mood

People who nap may be in a better mood.

### Improves memory

A nap may improve memory.

It can help with pain, too.

## When to lie down

Choose a room that is dark and a couch that is firm, and set a clock so that the rest of the day is not lost. Some lie on the back, some on the side with a pillow between the knees. Whoever wakes with a heavy head slept too long; whoever cannot fall asleep may as well close the eyes for ten minutes and listen to what goes on outside. Neither is a reason to give up.
`;

test.before(async () => {
  for (const [name, kind] of [
    ["short", "short"],
    ["long", "long"],
    ["late", "late"],
    ["quiet", "quiet"],
    ["early", "early"],
    ["cool", "cool"],
    ["slow", "slow"],
  ] as const)
    project.write(
      `src/articles/${name}.md`,
      article(
        { title: `3 benefits of ${kind === "early" ? "an" : "a"} ${kind} nap`, date: "2026-01-02" },
        NAP(kind),
      ),
    );
  project.write("src/articles/new.md", "---\ntitle: Broken: from the first\n---\nText.\n");
  project.start("serve", "--port", String(PORT));
  await until("/short/", /<html/);
});

test.after(project.end);

test("serve desk: the panel's Also Read and its benefits are those of the page it stands on", async () => {
  const page = parse((await get("/short/")).text);
  const panel = parse((await get("/_vervain/panel?page=%2Fshort%2F")).text);
  const texts = (from: ReturnType<typeof parse>, selector: string): (string | null)[] =>
    [...from.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
  const read = texts(page, ".related li a");
  assert.ok(read.length > 0);
  assert.equal(texts(panel, ".reading li a").slice(0, read.length), read);
  const why = [...page.querySelectorAll(".related li")].map(
    (line) => line.querySelector(".why")?.textContent ?? "no reason that can be put into words",
  );
  assert.equal(texts(panel, ".reading .meta").slice(0, read.length), why);
  const headings = texts(page, ".prose h3").map((text) => (text ?? "").replace(/^\d+\s*/, ""));
  const shown = [...panel.querySelectorAll(".benefits li")]
    .filter((line) => /number \d/.test(line.textContent))
    .map((line) => line.querySelector("q")?.textContent);
  assert.equal(shown, ["Reduces stress", "Improves mood", "Improves memory"]);
  for (const heading of shown)
    assert.ok(
      headings.some((text) => text.includes(heading ?? "?")),
      heading,
    );
});

test("serve desk: lists every article with its state, and is asked by address alone", async () => {
  const desk = parse((await get("/_vervain/?sort=title")).text);
  const rows = [...desk.querySelectorAll("tbody tr")].map((row) => [
    row.querySelector("th a")?.textContent,
    row.querySelector("td")?.textContent.split(" ")[0],
  ]);
  const kinds = ["a cool", "a late", "a long", "a quiet", "a short", "a slow", "an early"];
  assert.equal(rows, [
    ...kinds.map((kind) => [`3 benefits of ${kind} nap`, "Published"]),
    ["new", "Cannot"],
    ["Rest", "Published"],
  ]);
  for (const path of ["lexicon/", "duplicates/", "links/"])
    assert.is((await get(`/_vervain/${path}`)).status, 200, path);
  const pairs = parse((await get("/_vervain/duplicates/")).text).querySelectorAll(".pairs li");
  assert.ok(pairs.length > 0);
  // As the review says of the same articles.
  for (const pair of pairs) {
    const url = pair.querySelector("a")?.getAttribute("href") ?? "";
    const { text } = await get(`/_vervain/panel?page=${encodeURIComponent(url)}`);
    assert.match(text, `(${pair.querySelector("b")?.textContent} of the text is the same)`);
  }
  assert.is((await get("/_vervain/nowhere/")).status, 404);
  assert.is((await get("/_vervain/assets/../../package.json")).status, 404);
});

test("serve desk: nothing of it runs but its own files, and no other page may read or frame it", async () => {
  const { headers } = await get("/_vervain/");
  assert.match(headers.get("content-security-policy") ?? "", "default-src 'none'; script-src 'self'");
  assert.match(headers.get("content-security-policy") ?? "", "frame-ancestors 'none'");
  assert.is(headers.get("access-control-allow-origin"), null);
});

test("serve desk: an article that never could be read has a page that says why", async () => {
  const { text } = await get("/new/");
  assert.match(text, "This article cannot be read yet");
  assert.match((await get("/_vervain/panel?page=%2Fnew%2F")).text, "line 2");
});

test("serve desk: a confirmation from the panel is in the file and on the page, and a drop takes it away", async () => {
  const panel = parse((await get("/_vervain/panel?page=%2Fshort%2F")).text);
  const form = panel.querySelector("form");
  const fields = Object.fromEntries(
    [...(form?.querySelectorAll("input") ?? [])].map((input) => [
      input.getAttribute("name"),
      input.getAttribute("value"),
    ]),
  ) as Record<string, string>;
  const before = project.read("src/articles/short.md");
  assert.is(await post({ ...fields, do: "drop" }, { origin: "http://evil.example" }), 403);
  assert.is(await post({ ...fields, token: "guessed", do: "drop" }), 403);
  assert.is(project.read("src/articles/short.md"), before);
  assert.is(await post({ ...fields, do: "drop" }), 200);
  const [head, ...rest] = before.split("\n---\n");
  assert.is(
    project.read("src/articles/short.md"),
    [`${head}\nbenefits:\n  drop:\n    - ${JSON.stringify(fields.benefit)}`, ...rest].join("\n---\n"),
  );
  await untilPanel("/short/", (text) => !text.includes(`value="${fields.benefit}"`));
  // The page that was asked from is older than the file now.
  assert.is(await post({ ...fields, do: "drop" }), 409);
  await sleep(SETTLE_MS);
});

test("serve desk: front matter that cannot be parsed leaves the last page up, with the fault in its panel", async () => {
  project.edit("src/articles/long.md", (text) => text.replace(/^title: .*$/m, "title: One: two"));
  const panel = await untilPanel("/long/", (text) => text.includes("cannot be read as it stands"));
  assert.match(panel, "line 3");
  assert.match((await get("/long/")).text, /<h1[\s\S]*benefits of a long nap/);
  await sleep(SETTLE_MS);
  project.edit("src/articles/long.md", (text) => text.replace(/^title: .*$/m, "title: Mended"));
  await until("/long/", /Mended/);
  await untilPanel("/long/", (text) => !text.includes("cannot be read as it stands"));
  await sleep(SETTLE_MS);
});

test("serve desk: what stops a build stands on every panel and on the desk until it is mended", async () => {
  const people = project.read("_data/people.json");
  project.write("_data/people.json", "{ broken");
  await untilPanel("/late/", (text) => text.includes("The last build stopped"));
  assert.match((await get("/_vervain/")).text, "_data/people.json");
  await sleep(SETTLE_MS);
  project.write("_data/people.json", people);
  await untilPanel("/late/", (text) => !text.includes("The last build stopped"));
});

test("serve desk: every page has the panel's element, and a build has nothing of desk or panel", async () => {
  for (const path of ["/", "/short/", "/benefits/"])
    assert.match((await get(path)).text, `<vervain-panel data-page="${path}"></vervain-panel>`);
  project.remove("src/articles/new.md");
  const { code, output } = project.vervain("build", "--check");
  assert.is(code, 0, output);
  const made = readdirSync(join(project.folder, "_site"), { recursive: true, encoding: "utf8" });
  const holding = made
    .filter((name) => /\.(?:html|js|css|json|xml|txt)$/.test(name))
    .filter((name) =>
      /vervain-panel|_vervain/.test(readFileSync(join(project.folder, "_site", name), "utf8")),
    );
  assert.equal(holding, []);
  assert.equal(
    made.filter((name) => /desk|panel|_vervain/.test(name)),
    [],
  );
});

function parse(text: string) {
  return parseHTML(text).document;
}

async function get(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  try {
    const answer = await fetch(`${ORIGIN}${path}`);
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  } catch {
    return { status: 0, text: "", headers: new Headers() };
  }
}

async function post(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(`${ORIGIN}/_vervain/write/decide`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: ORIGIN, accept: "text/plain", ...headers },
  });
  return answer.status;
}

async function until(path: string, expected: RegExp): Promise<string> {
  for (const started = Date.now(); Date.now() - started < PATIENCE_MS; ) {
    const { text } = await get(path);
    if (expected.test(text)) return text;
    await sleep(50);
  }
  throw new Error(`${path}: ${expected} did not come`);
}

async function untilPanel(path: string, is: (text: string) => boolean): Promise<string> {
  for (const started = Date.now(); Date.now() - started < PATIENCE_MS; ) {
    const { status, text } = await get(`/_vervain/panel?page=${encodeURIComponent(path)}`);
    if (status === 200 && is(text)) return text;
    await sleep(50);
  }
  throw new Error(`${path}: the panel did not change`);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

test.run();
