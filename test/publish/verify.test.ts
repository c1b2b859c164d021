import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http, { type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeManifest } from "../../plugins/publish/manifest/make.ts";
import { changedPages, sitemapAddresses, tellIndexNow } from "../../plugins/publish/release/index-now.ts";
import { preparePlan } from "../../plugins/publish/release/publish.ts";
import { verifySite } from "../../plugins/publish/release/verify.ts";
import { folderStore } from "../../plugins/publish/stores/folder.ts";
import type { Store } from "../../plugins/publish/stores/store.ts";
import { publisherOf, publishFolder, RULES } from "./s3/publishing.ts";
import { blogFiles, writeSite } from "./s3/site.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-verify-"));
const site = join(folder, "_site");
let server: http.Server;
let url = "";
/** What the live host answers; its default is what was built. */
let answer: (path: string, response: ServerResponse) => void;
const asked: string[] = [];
const bodies: string[] = [];

test.before(async () => {
  server = http.createServer(async (request, response) => {
    asked.push(request.url ?? "");
    let body = "";
    for await (const piece of request) body += piece;
    bodies.push(body);
    answer(request.url ?? "", response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.before.each(() => {
  asked.length = 0;
  bodies.length = 0;
  rmSync(join(folder, "www"), { recursive: true, force: true });
  writeSite(site, blogFiles(1));
  answer = asBuilt;
});
test.after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function asBuilt(path: string, response: ServerResponse): void {
  const name = `${decodeURIComponent(path).slice(1)}${path.endsWith("/") ? "index.html" : ""}`;
  const file = makeManifest(site, RULES).files.find((one) => one.path === name);
  response.writeHead(file ? 200 : 404, file?.headers);
  response.end(file ? readFileSync(join(site, name)) : "");
}

/** A target that keeps type and caching, as a bucket does, on a disk. */
function store(): Store {
  return {
    ...folderStore(join(folder, "www"), { lockTiming: { beatMs: 50, patienceMs: 300 } }),
    stored: (headers) => ({ "Content-Type": headers["Content-Type"] ?? "" }),
  };
}

async function look(): Promise<Awaited<ReturnType<typeof verifySite>>> {
  const { plan } = await preparePlan(publisherOf(site, store()));
  return verifySite(plan, {
    url,
    manifest: makeManifest(site, RULES),
    stored: store().stored,
    waitsMs: [1, 1],
  });
}

test("verify: every changed page and some other files are asked for at the address readers use", async () => {
  const { count, faults, warnings } = await look();
  assert.equal([faults, warnings], [[], []]);
  assert.is(count, asked.length);
  assert.ok(["/", "/page-1/"].every((path) => asked.includes(path)));
  assert.not.ok(asked.includes("/404.html"));
});

for (const [name, wrong, expected] of [
  [
    "a server's fault",
    (response: ServerResponse) => response.writeHead(500).end(),
    "expected status 200, received 500.",
  ],
  [
    "other bytes",
    (response: ServerResponse) => response.writeHead(200).end("half"),
    "expected the bytes that were built, received others.",
  ],
  [
    "a way elsewhere",
    (response: ServerResponse) => response.writeHead(302, { location: "/x" }).end(),
    "expected status 200, received 302.",
  ],
  ["no answer", (response: ServerResponse) => response.socket?.destroy(), "expected an answer, received"],
] as const) {
  test(`verify: ${name} is a fault of that page, told with its address`, async () => {
    answer = (path, response) => (path === "/page-1/" ? void wrong(response) : asBuilt(path, response));
    const { faults } = await look();
    assert.is(faults.length, 1);
    assert.ok(faults[0]?.startsWith(`${url}/page-1/: ${expected}`), faults[0]);
  });
}

test("verify: a host that needs a moment is given it", async () => {
  let left = 2;
  answer = (path, response) =>
    path === "/" && left-- > 0 ? void response.writeHead(503).end() : asBuilt(path, response);
  assert.equal((await look()).faults, []);
});

test("verify: a header that the target keeps is a fault, one of the host's a warning", async () => {
  answer = (path, response) => {
    response.setHeader("x", "y");
    const name = `${path.slice(1)}${path.endsWith("/") ? "index.html" : ""}`;
    const type =
      path === "/feed.xml"
        ? "text/plain"
        : makeManifest(site, RULES).files.find((one) => one.path === name)?.headers["Content-Type"];
    response.writeHead(200, { "content-type": type ?? "" }).end(blogFiles(1)[name]);
  };
  writeSite(site, blogFiles(1));
  const { faults, warnings } = await look();
  assert.ok(
    faults.every((fault) =>
      fault.includes("/feed.xml: expected Content-Type: application/xml; charset=utf-8, received text/plain"),
    ),
  );
  assert.ok(
    warnings.some((warning) => /^publish: Content-Security-Policy: \d+ of the addresses/.test(warning)),
  );
});

test("publish: a live page that answers 500 stops the deletes; the next publish looks again and ends the work", async () => {
  const target = store();
  const settings = { graceHours: 0, deleteShare: 1, allowedDeletes: null };
  const verify = (plan: Parameters<typeof verifySite>[0]) =>
    verifySite(plan, { url, manifest: makeManifest(site, RULES), stored: target.stored, waitsMs: [1] });
  writeSite(site, { ...blogFiles(1), "old.txt": "old" });
  await publishFolder(site, target, { settings });
  writeSite(site, { ...blogFiles(1), "new/index.html": "new" });
  answer = (_, response) => void response.writeHead(500).end();
  await publishFolder(site, target, { settings, verify }).then(
    () => assert.unreachable(),
    (error: Error) => {
      assert.match(error.message, /\/new\/: expected status 200, received 500\./);
      assert.match(
        error.message,
        /Nothing was deleted\. Mend what is between, and publish again; or go back: vervain publish --rollback/,
      );
    },
  );
  assert.ok((await target.list()).files.some(({ path }) => path === "old.txt"));
  await publishFolder(site, target, { settings, verify }).then(
    () => assert.unreachable(),
    (error: Error) => assert.match(error.message, /\/new\/: expected status 200/),
  );
  answer = asBuilt;
  const { deletedCount } = await publishFolder(site, target, { settings, verify });
  assert.is(deletedCount, 1);
});

test("IndexNow: new, changed and deleted pages that the sitemap lists, and nothing else", async () => {
  const { plan } = await preparePlan(publisherOf(site, store()));
  const gone = {
    ...plan,
    deletes: [
      { path: "gone/index.html", since: "", isNew: true },
      { path: "a.css", since: "", isNew: true },
    ],
  };
  const listed = new Set(
    sitemapAddresses("<loc>https://b.example/page-1/</loc><loc> https://b.example/?a&amp;b </loc>"),
  );
  assert.ok(listed.has("https://b.example/?a&b"));
  assert.equal(changedPages(gone, "https://b.example", listed), [
    "https://b.example/page-1/",
    "https://b.example/gone/",
  ]);
});

test("IndexNow: one message with the key and its place; a refusal is a sentence and no failure", async () => {
  answer = (_, response) => void response.writeHead(202).end();
  const options = { url: "https://b.example", key: "abcdefgh", endpoint: `${url}/indexnow` };
  assert.is(await tellIndexNow(["https://b.example/a/"], options), 1);
  assert.equal(JSON.parse(bodies[0] ?? ""), {
    host: "b.example",
    key: "abcdefgh",
    keyLocation: "https://b.example/abcdefgh.txt",
    urlList: ["https://b.example/a/"],
  });
  answer = (_, response) => void response.writeHead(422).end();
  assert.is(
    await tellIndexNow(["https://b.example/a/"], options),
    "publish: IndexNow: expected a yes, received 422. The site is published all the same.",
  );
  assert.is(await tellIndexNow([], options), 0);
});

test.run();
