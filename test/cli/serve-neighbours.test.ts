import type { ChildProcess } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { article, smallProject } from "../project.ts";
import { asking } from "./asked.ts";

/** Eleventy gathers changes that come close together. */
const SETTLE_MS = 700;
const PORT = 20_000 + ((process.pid + 13) % 20_000);
const ORIGIN = `http://localhost:${PORT}`;
const project = smallProject("pages: { tag: true }, related: { count: 4 },");
let server: ChildProcess;
let said = "";
const { get, until } = asking(ORIGIN, () => said);

const nap = (kind: string): string =>
  article(
    { title: `2 benefits of a ${kind} nap`, date: "2026-01-02", tags: ["Naps"] },
    `A ${kind} nap after lunch is a habit of many people who sleep badly at night.\n\n## Benefits of a ${kind} nap\n\n### Reduces stress\n\nA nap may lower stress after a hard morning.\n\n### Improves mood\n\nPeople who nap may be in a better mood.\n`,
  );

/** Where readers come upon an article beside its own page. */
const NEIGHBOURS = [
  "/",
  "/tags/naps/",
  "/feed.xml",
  "/sitemap.xml",
  "/feed.json",
  "/benefits/reduce-stress/",
  "/long/",
];

test.before(async () => {
  for (const kind of ["long", "late", "slow"]) project.write(`src/articles/${kind}.md`, nap(kind));
  server = project.start("serve", "--port", String(PORT));
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (piece) => {
      said += String(piece);
    });
  await until(async () => (await get("/long/")).status === 200);
  await settle();
});

test.after(project.end);

test("serve: an added article has its page, and every neighbour names it", async () => {
  project.write("src/articles/short.md", nap("short"));
  await until(async () => (await get("/short/")).status === 200);
  assert.equal(await without("/short/"), []);
  assert.match((await get("/_vervain/")).text, "src/articles/short.md");
  await settle();
});

test("serve: a renamed article is at its new place alone, and every neighbour names that", async () => {
  project.remove("src/articles/short.md");
  project.write("src/articles/quiet.md", nap("quiet"));
  await until(async () => (await get("/quiet/")).status === 200 && (await get("/short/")).status === 404);
  assert.equal(await without("/quiet/"), []);
  assert.equal(await having("/short/"), []);
  await settle();
});

test("serve: a deleted article is gone, and no neighbour names it", async () => {
  project.remove("src/articles/quiet.md");
  await until(async () => (await get("/quiet/")).status === 404);
  assert.equal(await having("/quiet/"), []);
  assert.not.match((await get("/_vervain/")).text, "quiet.md");
  await settle();
});

test("serve: an article that comes to speak of the same is offered beside the others, one that no longer does is not", async () => {
  const peas = article({ title: "Peas", date: "2026-01-02" }, "Peas, beans, lettuce.\n");
  project.write("src/articles/peas.md", peas);
  await until(async () => (await get("/peas/")).status === 200);
  assert.not.match((await get("/long/")).text, 'href="/peas/"');
  await settle();
  const naps =
    "A long nap after lunch is a habit. People who nap may be in a better mood, and sleep badly at night.";
  project.write("src/articles/peas.md", peas.replace("Peas, beans, lettuce.", naps));
  await until(async () => (await get("/long/")).text.includes('href="/peas/"'));
  await settle();
  project.write("src/articles/peas.md", peas);
  await until(async () => !(await get("/long/")).text.includes('href="/peas/"'));
  await settle();
});

for (const [name, wrong, told] of [
  ["an option that there is not", "related: { cuont: 4 }", /related\.cuont|cuont/],
  ["what is no JavaScript", "related: { count: ", /eleventy\.config\.js|Unexpected|Expected|error/i],
] as const) {
  test(`serve: a configuration with ${name} leaves the last pages up and is said; mended, all is new`, async () => {
    const before = said.length;
    project.edit("eleventy.config.js", (text) => text.replace("related: { count: 4 }", wrong));
    await until(async () => told.test(said.slice(before)));
    assert.is((await get("/long/")).status, 200);
    assert.is((await get("/")).status, 200);
    await until(async () => (await get("/_vervain/")).text.includes("The last build stopped"));
    await settle();
    assert.not.match(said.slice(before), /^\S*\s+at .+:\d+:\d+\)?$/m);
    project.edit("eleventy.config.js", (text) =>
      text.replace(wrong, "related: { count: 4 }").replace(/title: "\w+"/, `title: "Mended${before}"`),
    );
    await until(async () => (await get("/long/")).text.includes(`Mended${before}`));
    assert.not.match((await get("/_vervain/")).text, "The last build stopped");
    project.edit("src/articles/late.md", (text) =>
      text.replace("after lunch", `after lunch of ${before} minutes`),
    );
    await until(async () => (await get("/late/")).text.includes(`${before} minutes`));
    await settle();
  });
}

async function without(path: string): Promise<readonly string[]> {
  const texts = await Promise.all(NEIGHBOURS.map(get));
  return NEIGHBOURS.filter((_, at) => !texts[at]?.text.includes(path));
}

async function having(path: string): Promise<readonly string[]> {
  const texts = await Promise.all(NEIGHBOURS.map(get));
  return NEIGHBOURS.filter((_, at) => texts[at]?.text.includes(path));
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}

test.run();
