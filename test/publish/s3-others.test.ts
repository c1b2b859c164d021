import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Publisher } from "../../plugins/publish/release/publish.ts";
import { storeBehindFaults } from "./s3/behind-faults.ts";
import { goBack, NOW, publishFolder, testStore } from "./s3/publishing.ts";
import { blogFiles, brokenLinks, type Files, writeSite } from "./s3/site.ts";

const s3 = storeBehindFaults(test, "s3-others");
const { site, read } = s3;

const unexpected = (): never => assert.unreachable("it was not refused") as never;

async function publish(files: Files, more: Partial<Publisher> = {}): ReturnType<typeof publishFolder> {
  writeSite(site, files);
  const store = await testStore(s3.proxy.endpoint);
  return publishFolder(site, store, { settings: LAX, ...more }).finally(() => store.close());
}

const LAX = { graceHours: 24, deleteShare: 1, allowedDeletes: null };

/** As another tool would write it: no note of ours. */
function overwrite(path: string, text: string): void {
  const modifiedMs = (s3.server.store.objects.get(path)?.modifiedMs ?? 0) + 10_000_000;
  const headers = { "content-type": "text/html" };
  s3.server.store.objects.set(path, {
    bytes: Buffer.from(text),
    headers,
    etag: `e${modifiedMs}`,
    modifiedMs,
  });
}

for (const [what, path] of [
  ["an object that was just sent", "page-1/index.html"],
  ["one that was left as it was", "images/night.png"],
] as const) {
  test(`others: ${what} is overwritten while the site goes out: said, nothing deleted, put right by the next`, async () => {
    await publish({ ...blogFiles(1), "old/index.html": "old" });
    let isDone = false;
    s3.proxy.fault = ({ method, key }) => {
      if (!isDone && method === "PUT" && key === "sitemap.xml") {
        isDone = true;
        overwrite(path, "theirs");
      }
      return null;
    };
    await publish(blogFiles(2), { settings: { ...LAX, graceHours: 0 } }).then(unexpected, (error: Error) =>
      assert.match(
        error.message,
        new RegExp(
          `received 1 that something else has replaced or removed meanwhile \\(${path}\\)\\. Nothing was deleted`,
        ),
      ),
    );
    assert.is(read("old/index.html"), "old");
    s3.proxy.fault = () => null;
    await publish(blogFiles(2));
    assert.is(read(path), blogFiles(2)[path]);
    s3.server.store.writeCount = 0;
    await publish(blogFiles(2));
    assert.is(s3.server.store.writeCount, 0);
  });
}

test("others: a store whose listing has other tags than its answers is asked once more, and believed", async () => {
  await publish(blogFiles(1));
  s3.proxy.fault = ({ method, key }) => {
    const found = s3.server.store.objects.get("feed.xml");
    // As where a line sends a request twice to a store that encrypts: each copy has a tag of its own.
    if (method === "PUT" && key === "sitemap.xml" && found !== undefined)
      s3.server.store.objects.set("feed.xml", { ...found, etag: "another" });
    return null;
  };
  await publish(blogFiles(2));
  s3.proxy.fault = () => null;
  s3.server.store.writeCount = 0;
  await publish(blogFiles(2));
  assert.is(s3.server.store.writeCount, 0);
});

test("others: an object that goes between the listing and the question for it is one that is not there", async () => {
  await publish(blogFiles(1));
  s3.server.store.objects.delete(".vervain/record.json");
  s3.proxy.fault = ({ method, key }) => {
    if (method === "HEAD" && key === "images/night.png") s3.server.store.objects.delete(key);
    return null;
  };
  await publish(blogFiles(1));
  assert.is(read("images/night.png"), "picture");
});

test("others: a header that somebody changed at the store does not stand in the way back", async () => {
  await publish(blogFiles(1));
  await publish({ ...blogFiles(1), "page-1/index.html": "new" });
  const path = "images/night.png";
  const found = s3.server.store.objects.get(path);
  assert.ok(found);
  s3.server.store.objects.set(path, {
    ...found,
    headers: { ...found.headers, "cache-control": "no-cache" },
    modifiedMs: found.modifiedMs + 5_000_000,
  });
  await goBack(await testStore(s3.proxy.endpoint));
  for (const [name, text] of Object.entries(blogFiles(1))) assert.is(read(name), text, name);
});

/** A store that is empty, whose clock is so far ahead. */
async function startClock(aheadMs: number): Promise<Server> {
  const clock = createServer((_, response) => {
    response.setHeader("Date", new Date(Date.now() + aheadMs).toUTCString());
    response.end("<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
  });
  await new Promise<void>((resolve) => clock.listen(0, "127.0.0.1", resolve));
  return clock;
}

const HOURS_30 = 30 * 3600 * 1000;

for (const aheadMs of [HOURS_30, -HOURS_30, -4 * 60_000])
  test(`clock: a store that is ${aheadMs / 60_000} minutes ahead is noticed from five on`, async () => {
    const clock = await startClock(aheadMs);
    const store = await testStore(`http://127.0.0.1:${(clock.address() as AddressInfo).port}`);
    try {
      assert.is(store.aheadMs(), 0);
      await store.list();
      if (Math.abs(aheadMs) < HOURS_30) assert.is(store.aheadMs(), 0);
      else assert.ok(Math.abs(store.aheadMs() - aheadMs) < 60_000, String(store.aheadMs()));
    } finally {
      store.close();
      clock.closeAllConnections();
      clock.close();
    }
  });

test("clock: a machine that is a day and more ahead of the store cuts no grace period short", async () => {
  await publish({ ...blogFiles(1), "old/index.html": "old" });
  await publish(blogFiles(1));
  const store = await testStore(s3.proxy.endpoint);
  const wrong = { ...store, aheadMs: () => -HOURS_30 };
  const now = new Date(Date.parse(NOW) + HOURS_30).toISOString();
  await publishFolder(site, wrong, { now, settings: LAX });
  assert.is(read("old/index.html"), "old");
  await publishFolder(site, store, { now, settings: LAX });
  assert.is(read("old/index.html"), null);
  store.close();
});

const HARD_NAMES = [
  "images/a b.png",
  "images/a+b.png",
  "images/100%.png",
  "images/100%25.png",
  "images/Stra\u00dfe \u00e9t\u00e9.png",
  "images/a&b=c;d@e,f.png",
  "images/(1)'!~*.png",
  "images/a#b?c.png",
  "images/\u{1f33f}.png",
  'images/a"b<c>.png',
  "ruhe & schlaf/index.html",
];

test("names: spaces, umlauts, signs that mean something in addresses: sent, kept, brought back, deleted", async () => {
  const named = (text: string): Files =>
    Object.fromEntries(HARD_NAMES.map((name) => [name, `${name} ${text}`]));
  await publish({ ...blogFiles(1), ...named("one") });
  for (const name of HARD_NAMES) assert.is(read(name), `${name} one`);
  await publish({ ...blogFiles(1), ...named("two") });
  for (const name of HARD_NAMES) assert.is(read(name), `${name} two`);
  s3.server.store.writeCount = 0;
  await publish({ ...blogFiles(1), ...named("two") });
  assert.is(s3.server.store.writeCount, 0);
  await goBack(await testStore(s3.proxy.endpoint));
  for (const name of HARD_NAMES) assert.is(read(name), `${name} one`);
  await publish(blogFiles(1), { settings: { ...LAX, graceHours: 0 } });
  for (const name of HARD_NAMES) assert.is(read(name), null);
});

test("names: two that look alike are two files, and one that takes the other's place stays through a way back", async () => {
  const composed = "images/\u00e9.png";
  const apart = "images/e\u0301.png";
  await publish({ ...blogFiles(1), [composed]: "composed", [apart]: "apart" });
  s3.server.store.writeCount = 0;
  await publish({ ...blogFiles(1), [composed]: "composed", [apart]: "apart" });
  assert.is(s3.server.store.writeCount, 0);
  await publish({ ...blogFiles(1), [composed]: "composed" });
  await publish({ ...blogFiles(2), [composed]: "composed" });
  await goBack(await testStore(s3.proxy.endpoint), NOW);
  await publish({ ...blogFiles(1), [composed]: "composed" }, { now: "2026-11-30T12:00:00.000Z" });
  assert.equal([read(composed), read(apart)], ["composed", null]);
  assert.equal(brokenLinks(read), []);
});

test.run();
