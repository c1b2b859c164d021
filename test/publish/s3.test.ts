import { utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { headerRules } from "../../plugins/publish/headers.ts";
import { makeManifest } from "../../plugins/publish/manifest/make.ts";
import { preparePlan } from "../../plugins/publish/release/publish.ts";
import { lockShared } from "../../plugins/publish/stores/shared-lock.ts";
import { storeBehindFaults } from "./s3/behind-faults.ts";
import { goBack, NOW, publisherOf, publishFolder, testStore } from "./s3/publishing.ts";
import { blogFiles, brokenLinks, writeSite } from "./s3/site.ts";
import { PLAIN } from "./sample.ts";

const s3 = storeBehindFaults(test, "s3");
const { site, read } = s3;

const unexpected = (): never => assert.unreachable("it was not refused") as never;
/** Live files that are part of a site. */
const livePaths = (): string[] =>
  [...s3.server.store.objects.keys()].filter((key) => !key.startsWith(".vervain/")).sort();

/** Publishes a version and waits for its end. */
async function publish(version: number, now = NOW): Promise<void> {
  writeSite(site, blogFiles(version));
  await publishFolder(site, await testStore(s3.proxy.endpoint), { now });
}

test("s3: a first publish sends every file with its type and caching, and none of a host's", async () => {
  writeSite(site, { ...blogFiles(1), _headers: "/*\n", ".vervain": "", _redirects: "" });
  const { sentCount } = await publishFolder(site, await testStore(s3.proxy.endpoint));
  assert.equal(livePaths(), Object.keys(blogFiles(1)).sort());
  assert.is(sentCount, livePaths().length);
  const headers = (path: string) => {
    const { "content-type": type, "cache-control": cache } = s3.server.store.objects.get(path)?.headers ?? {};
    return [type, cache];
  };
  assert.equal(headers("index.html"), ["text/html; charset=utf-8", "public, max-age=0, must-revalidate"]);
  assert.equal(headers("assets/theme.AAAA1.css"), [
    "text/css; charset=utf-8",
    "public, max-age=31536000, immutable",
  ]);
  assert.equal(headers("feed.xml"), ["application/xml; charset=utf-8", "public, max-age=600"]);
  assert.equal(headers("images/night.png"), [
    "image/png",
    "public, max-age=86400, stale-while-revalidate=604800",
  ]);
});

test("s3: an unchanged rebuild with new times writes nothing, not even a lock", async () => {
  await publish(1);
  writeSite(site, blogFiles(1));
  utimesSync(join(site, "index.html"), 1, 1);
  const before = s3.server.store.writeCount;
  const { plan } = await publishFolder(site, await testStore(s3.proxy.endpoint));
  assert.is(s3.server.store.writeCount, before);
  assert.is(plan.unchangedCount, Object.keys(blogFiles(1)).length);
});

test("s3: a header rule that changed is noticed, and only its files are sent", async () => {
  await publish(1);
  const store = await testStore(s3.proxy.endpoint);
  const rules = headerRules(PLAIN, { headers: { "Cache-Control": "no-cache" } });
  const { plan } = await publishFolder(site, store, { manifest: makeManifest(site, rules) });
  assert.equal(
    plan.changes.map(({ path, kind }) => `${kind} ${path}`),
    ["headers 404.html", "headers page-1/index.html", "headers index.html", "headers sitemap.xml"],
  );
  assert.is(s3.server.store.objects.get("index.html")?.headers["cache-control"], "no-cache");
});

test("s3: the order on the wire is assets, files, pages, home, feeds, deletes", async () => {
  await publish(1);
  await publish(2);
  await publish(3);
  s3.proxy.reset();
  writeSite(site, blogFiles(4));
  const now = "2026-11-30T12:00:00.000Z";
  await publishFolder(site, await testStore(s3.proxy.endpoint), { now });
  const order = s3.proxy.asked
    .filter(({ method, key }) => (method === "PUT" || method === "DELETE") && !key.startsWith(".vervain/"))
    .map(({ method, key }) => `${method} ${key}`);
  const first = (text: string): number => order.findIndex((line) => line.startsWith(text));
  const places = [
    "PUT assets/theme.AAAA4.css",
    "PUT page-4/",
    "PUT page-2/",
    "PUT index.html",
    "PUT feed.xml",
    "DELETE assets/theme.AAAA1.css",
  ].map(first);
  assert.ok(places.every((place) => place >= 0));
  assert.equal(
    places,
    [...places].sort((a, b) => a - b),
  );
  assert.ok(order.indexOf("PUT 404.html") < order.indexOf("PUT index.html"));
  assert.equal(order.filter((line) => line.startsWith("DELETE")).sort(), [
    "DELETE assets/theme.AAAA1.css",
    "DELETE assets/theme.AAAA2.css",
  ]);
});

test("s3: a page that is gone stays through its grace period, and then goes", async () => {
  await publish(1);
  for (const version of [2, 3, 4]) await publish(version);
  assert.ok(livePaths().includes("page-1/index.html"));
  const store = await testStore(s3.proxy.endpoint);
  const early = await publishFolder(site, store, { now: "2026-11-29T11:00:00.000Z" });
  assert.equal([early.deletedCount, livePaths().includes("page-1/index.html")], [0, true]);
  const late = await publishFolder(site, store, { now: "2026-11-29T12:00:00.000Z" });
  assert.ok(late.deletedCount > 0);
  assert.equal(livePaths(), Object.keys(blogFiles(4)).sort());
});

test("s3: a site that has lost most of its files is not published, and nothing is done", async () => {
  writeSite(
    site,
    Object.fromEntries([["index.html", "a"], ...Array.from({ length: 60 }, (_, n) => [`${n}.txt`, "a"])]),
  );
  await publishFolder(site, await testStore(s3.proxy.endpoint));
  writeSite(site, { "index.html": "b" });
  const before = s3.server.store.writeCount;
  const store = await testStore(s3.proxy.endpoint);
  await publishFolder(site, store).then(unexpected, (error: Error) =>
    assert.match(error.message, /expected to take at most 12 files off s3:\/\/blog, received 60 of 61/),
  );
  assert.is(s3.server.store.writeCount, before);
  const settings = { graceHours: 0, deleteShare: 0.2, allowedDeletes: 60 };
  assert.is((await publishFolder(site, store, { settings })).deletedCount, 60);
});

test("s3: a plan that was read is applied as it is, and refused once somebody else has published", async () => {
  await publish(1);
  writeSite(site, blogFiles(2));
  const store = await testStore(s3.proxy.endpoint);
  const { plan } = await preparePlan(publisherOf(site, store));
  s3.server.store.objects.set("index.html", {
    bytes: Buffer.from("x"),
    headers: {},
    etag: "x",
    modifiedMs: 5,
  });
  const before = s3.server.store.writeCount;
  await publishFolder(site, store, {}, plan).then(unexpected, (error: Error) =>
    assert.match(error.message, /somebody published meanwhile/),
  );
  assert.is(s3.server.store.writeCount, before);
  const again = await preparePlan(publisherOf(site, store));
  const { sentCount } = await publishFolder(site, store, {}, again.plan);
  assert.is(sentCount, again.plan.changes.length);
  assert.is(read("index.html"), blogFiles(2)["index.html"]);
});

test("s3: a way back leads to the release before, and the way back from there to the newer one", async () => {
  await publish(1);
  await publish(2);
  const store = await testStore(s3.proxy.endpoint);
  const started = performance.now();
  await goBack(store);
  assert.ok(performance.now() - started < 5000);
  for (const [path, text] of Object.entries(blogFiles(1))) assert.is(read(path), text, path);
  assert.is(s3.server.store.objects.get("index.html")?.headers["content-type"], "text/html; charset=utf-8");
  assert.equal(brokenLinks(read), []);
  await goBack(store);
  for (const [path, text] of Object.entries(blogFiles(2))) assert.is(read(path), text, path);
});

test("s3: without an earlier release there is no way back, and that is said", async () => {
  await publish(1);
  await goBack(await testStore(s3.proxy.endpoint)).then(unexpected, (error: Error) =>
    assert.match(error.message, /--rollback: expected an earlier release at s3:\/\/blog, received none/),
  );
});

test("s3: of two publishers the second is refused and says who is at it; the first goes on", async () => {
  writeSite(site, blogFiles(1));
  const lock = await (await testStore(s3.proxy.endpoint)).lock();
  await publishFolder(site, await testStore(s3.proxy.endpoint)).then(unexpected, (error: Error) =>
    assert.match(
      error.message,
      new RegExp(
        `^publish: expected to be the only publisher to s3://blog, received process ${process.pid} on `,
      ),
    ),
  );
  await lock.requireHeld();
  await lock.release();
  await publishFolder(site, await testStore(s3.proxy.endpoint));
});

test("s3: a lock of a publisher elsewhere that no longer beats is taken over, one that beats is not", async () => {
  writeSite(site, blogFiles(1));
  const lock = (beat: number) =>
    s3.server.store.objects.set(".vervain/lock", {
      bytes: Buffer.from(
        JSON.stringify({
          token: "t",
          beat,
          at: "2026-01-01T00:00:00.000Z",
          holder: { pid: 1, began: "", where: "elsewhere", boot: "b" },
        }),
      ),
      headers: {},
      etag: String(beat),
      modifiedMs: beat,
    });
  let beat = 1;
  lock(beat);
  const beating = setInterval(() => lock(++beat), 20);
  await publishFolder(site, await testStore(s3.proxy.endpoint)).then(unexpected, (error: Error) =>
    assert.match(error.message, /received process 1 on elsewhere/),
  );
  clearInterval(beating);
  await publishFolder(site, await testStore(s3.proxy.endpoint));
  assert.is(read(".vervain/lock"), null);
});

test("s3: a beat that comes late never brings back a lock that was given back", async () => {
  const place = { name: "x", text: null as string | null };
  let delayMs = 120;
  const lock = await lockShared(
    {
      name: "x",
      read: async () => place.text,
      create: async (text) => {
        place.text = text;
      },
      // The first is held up on its way, those after it are not.
      write: async (text) => {
        const waitMs = delayMs;
        delayMs = 1;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
        place.text = text;
      },
      remove: async () => {
        place.text = null;
      },
    },
    { beatMs: 5, patienceMs: 50 },
  );
  await new Promise((resolve) => setTimeout(resolve, 40));
  await lock.release();
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.is(place.text, null);
});

test("s3: a publisher whose lock was taken away stops before the next step", async () => {
  await publish(1);
  writeSite(site, blogFiles(2));
  let isTaken = false;
  s3.proxy.fault = ({ method, key }) => {
    isTaken ||= method === "PUT" && key.startsWith("assets/");
    if (isTaken)
      s3.server.store.objects.set(".vervain/lock", {
        bytes: Buffer.from("{}"),
        headers: {},
        etag: "l",
        modifiedMs: 1,
      });
    return null;
  };
  await publishFolder(site, await testStore(s3.proxy.endpoint)).then(unexpected, (error: Error) =>
    assert.match(error.message, /expected to hold the lock/),
  );
  assert.is(read("index.html"), blogFiles(1)["index.html"]);
});

test("s3: a folder of a bucket is published alone, its neighbours are left", async () => {
  s3.server.store.objects.set("other/index.html", {
    bytes: Buffer.from("o"),
    headers: {},
    etag: "o",
    modifiedMs: 5,
  });
  writeSite(site, blogFiles(1));
  await publishFolder(site, await testStore(s3.proxy.endpoint, 3, "en/blog"));
  assert.ok(s3.server.store.objects.has("en/blog/index.html"));
  assert.is(read("other/index.html"), "o");
});

test("s3: what somebody else put into the bucket, or publishes below a prefix of it, is left and told", async () => {
  const object = (text: string, meta = {}) => ({
    bytes: Buffer.from(text),
    headers: meta,
    etag: text,
    modifiedMs: 5,
  });
  await publish(1);
  s3.server.store.objects.set("AWSLogs/a.log", object("log"));
  await publishFolder(site, await testStore(s3.proxy.endpoint, 3, "en"));
  const warnings: string[] = [];
  for (const now of [NOW, "2026-12-05T12:00:00.000Z", "2026-12-07T12:00:00.000Z"])
    await publishFolder(site, await testStore(s3.proxy.endpoint), {
      now,
      onWarning: (text) => void warnings.push(text),
    });
  assert.is(read("AWSLogs/a.log"), "log");
  assert.ok(read("en/index.html"));
  assert.ok(read("en/.vervain/record.json"));
  assert.match(
    warnings.join(),
    "1 files at s3://blog were put there by something else. They are left alone.",
  );
  s3.proxy.reset();
  await publishFolder(site, await testStore(s3.proxy.endpoint), { now: "2026-12-08T12:00:00.000Z" });
  assert.equal(
    s3.proxy.asked.filter(({ method }) => method !== "GET" && method !== "HEAD"),
    [],
  );
});

test("s3: notes that were cut short cost requests and a sentence, and no file is sent again", async () => {
  await publish(1);
  const record = s3.server.store.objects.get(".vervain/record.json");
  assert.ok(record);
  s3.server.store.objects.set(".vervain/record.json", { ...record!, bytes: record!.bytes.subarray(0, 40) });
  const warnings: string[] = [];
  const { sentCount } = await publishFolder(site, await testStore(s3.proxy.endpoint), {
    onWarning: (text) => warnings.push(text),
  });
  assert.is(sentCount, 0);
  assert.match(warnings[0] ?? "", /the notes at s3:\/\/blog could not be read/);
});

test("s3: a listing of more than a thousand objects is read to its end", async () => {
  for (let page = 0; page < 2100; page++)
    s3.server.store.objects.set(`old/${page}.txt`, {
      bytes: Buffer.from("x"),
      headers: {},
      etag: "x",
      modifiedMs: 5,
    });
  const { files } = await (await testStore(s3.proxy.endpoint)).list();
  assert.is(new Set(files.map(({ path }) => path)).size, 2100);
});

test("s3: the notes name no page, so that what is linked from nowhere stays unknown", async () => {
  await publish(1);
  assert.not.match(read(".vervain/record.json") ?? "page", /page|index|assets/);
});

test.run();
