import type { ChildProcess } from "node:child_process";
import { request } from "node:http";
import { createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { clonedProject, type Project } from "../project.ts";

/** Far beyond what a rebuild takes, so that a slow machine fails nothing. */
const PATIENCE_MS = 120_000;
/** Eleventy gathers changes that come close together. */
const SETTLE_MS = 700;
const PORT = 20_000 + (process.pid % 20_000);

const project: Project = clonedProject();
let server: ChildProcess;

test.before(async () => {
  server = project.start("serve", "--port", String(PORT));
  await until("/ginger/", /<html/);
  await sleep(SETTLE_MS);
});

test.after(project.end);

test("serve: an edited title is new on its page and in what others offer", async () => {
  project.edit("src/articles/ginger.md", (text) =>
    text.replace(/^title: .*$/m, "title: Ginger, fresh from the edit"),
  );
  await until("/ginger/", /<h1[^>]*>\s*Ginger, fresh from the edit/);
  assert.match(await get("/turmeric/"), "Ginger, fresh from the edit");
  await sleep(SETTLE_MS);
});

const edits: [
  name: string,
  file: string,
  change: (text: string) => string,
  path: string,
  expected: RegExp,
][] = [
  [
    "a data file",
    "_data/people.json",
    (text) => text.replaceAll("The Vervain Journal", "The Edited Journal"),
    "/ginger/",
    /The Edited Journal/,
  ],
  [
    "a layout",
    "_includes/layouts/article.njk",
    (text) => text.replace(/<h1[^>]*>/, "$&Edited layout: "),
    "/ginger/",
    /Edited layout/,
  ],
  [
    "a partial",
    "_includes/partials/footer.njk",
    (text) => `${text}<p>Edited partial</p>`,
    "/ginger/",
    /Edited partial/,
  ],
  [
    "a plugin",
    "plugins/theme/callout.ts",
    (text) => text.replace('class="also"', 'class="also edited-plugin"'),
    "/ginger/",
    /edited-plugin/,
  ],
  [
    "the site's options",
    "_data/site.ts",
    (text) => text.replace(/title: "[^"]*"/, 'title: "Edited site"'),
    "/ginger/",
    /Edited site/,
  ],
];
for (const [name, file, change, path, expected] of edits) {
  test(`serve: an edit to ${name} shows`, async () => {
    project.edit(file, change);
    await until(path, expected);
    await sleep(SETTLE_MS);
  });
}

for (const [name, file, addition, pattern, expected] of [
  [
    "a style",
    "_includes/styles/_base.scss",
    "\n.edited-style { color: red; }\n",
    /href="(\/assets\/theme\.[^"]+\.css)"/,
    "edited-style",
  ],
  [
    "a browser script",
    "_includes/scripts/theme.ts",
    '\ndocument.documentElement.dataset.edited = "script";\n',
    /src="(\/assets\/theme\.[^"]+\.js)"/,
    "edited",
  ],
] as const) {
  test(`serve: an edit to ${name} shows`, async () => {
    project.edit(file, (text) => text + addition);
    const started = Date.now();
    for (;;) {
      const asset = pattern.exec(await get("/ginger/"))?.[1];
      if (asset && (await get(asset)).includes(expected)) break;
      if (Date.now() - started > PATIENCE_MS) assert.unreachable(`${file}: the edit did not show`);
      await sleep(50);
    }
    await sleep(SETTLE_MS);
  });
}

test("serve: a broken article leaves the last pages up, and a mended one shows", async () => {
  project.edit("src/articles/lavender.md", (text) => text.replace(/^title:/m, "titel:"));
  await sleep(2 * SETTLE_MS);
  assert.match(await get("/lavender/"), "<h1");
  project.edit("src/articles/lavender.md", (text) => text.replace(/^titel: .*$/m, "title: Mended lavender"));
  await until("/lavender/", /Mended lavender/);
  await sleep(SETTLE_MS);
});

test("serve: a draft is shown, marked", async () => {
  project.write(
    "src/articles/unfinished.md",
    "---\ntitle: Not done yet\ndraft: true\nauthor: vervain-journal\n---\n\nText.\n",
  );
  const page = await until("/unfinished/", /Not done yet/);
  assert.match(page, /draft/i);
});

test("serve: a deleted article is gone, and a renamed one is at its new place only", async () => {
  project.remove("src/articles/unfinished.md");
  await untilGone("/unfinished/");
  await sleep(SETTLE_MS);
  project.write("src/articles/ginger-root.md", project.read("src/articles/ginger.md"));
  project.remove("src/articles/ginger.md");
  await until("/ginger-root/", /fresh from the edit/);
  await untilGone("/ginger/");
});

test("serve: an address that leads nowhere or up ends nothing, and another site's name gets no page", async () => {
  const statuses = ["/%", "/..%2f_site.serve2/x", "//["].map((path) => statusOf(path));
  assert.equal(await Promise.all(statuses), [400, 400, 400]);
  assert.is(await statusOf("/", { host: "evil.example" }), 403);
  assert.is(await statusOf("/"), 200);
});

test("serve: a second one in a project is told of the first", () => {
  const { code, output } = project.vervain("serve", "--port", "0");
  assert.is(code, 1);
  assert.match(output, `into "_site.serve", received process ${server.pid}, which is at it.`);
});

test("serve: nobody but this machine is answered", async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4");
  if (outside) assert.is(await answers(outside.address), false);
  assert.is(await answers("127.0.0.1"), true);
});

function answers(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port: PORT, timeout: 1000 });
    const end = (isOpen: boolean) => (): void => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
  });
}

async function get(path: string): Promise<string> {
  try {
    return await (await fetch(`http://127.0.0.1:${PORT}${path}`)).text();
  } catch {
    return "";
  }
}

async function until(path: string, expected: RegExp): Promise<string> {
  for (const started = Date.now(); Date.now() - started < PATIENCE_MS; ) {
    const page = await get(path);
    if (expected.test(page)) return page;
    await sleep(50);
  }
  throw new Error(`${path}: ${expected} did not come`);
}

async function untilGone(path: string): Promise<void> {
  for (const started = Date.now(); Date.now() - started < PATIENCE_MS; ) {
    if ((await statusOf(path)) === 404) return;
    await sleep(50);
  }
  throw new Error(`${path} did not go`);
}

/** As a browser never asks: the address as it is written, under any name. */
function statusOf(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port: PORT, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

test.run();
