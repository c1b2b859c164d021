import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { loadOptional } from "../../plugins/publish/stores/optional.ts";
import { hideSecrets, wordStoreError } from "../../plugins/publish/stores/store-fault.ts";
import { storeBehindFaults } from "./s3/behind-faults.ts";
import type { Asked, Fault } from "./s3/proxy.ts";
import { goBack, publishFolder, testStore } from "./s3/publishing.ts";
import { blogFiles, brokenLinks, writeSite } from "./s3/site.ts";

const s3 = storeBehindFaults(test, "s3-faults");
const { site, read } = s3;

const unexpected = (): never => assert.unreachable("it was not refused") as never;

/** Publishes a version as it is; with one try a request that fails has failed. */
async function publish(version: number, attempts = 3): Promise<void> {
  writeSite(site, blogFiles(version));
  const store = await testStore(s3.proxy.endpoint, attempts);
  try {
    await publishFolder(site, store);
  } finally {
    store.close();
  }
}

/** Process that has ended. */
const { pid: DEAD } = spawnSync(process.execPath, ["--version"]);

/** As if the publisher that was cut off had been killed: this process lives on. */
function endPublisher(): void {
  const lock = s3.server.store.objects.get(".vervain/lock");
  if (lock === undefined) return;
  const note = JSON.parse(lock.bytes.toString());
  const dead = { ...note, holder: { ...note.holder, pid: DEAD } };
  s3.server.store.objects.set(".vervain/lock", { ...lock, bytes: Buffer.from(JSON.stringify(dead)) });
}

/** Every live file is one version's, byte for byte. */
function requireWhole(newest: number): void {
  const known = Array.from({ length: newest }, (_, at) => blogFiles(at + 1));
  for (const path of s3.server.store.objects.keys())
    if (!path.startsWith(".vervain/"))
      assert.ok(
        known.some((files) => files[path] === read(path)),
        `${path} is of no version`,
      );
}

/** Requests that change the site itself. */
const isOfSite = ({ key }: Asked): boolean => !key.startsWith(".vervain/");

/** Requests of a publish from version 3 to 4, which replaces, adds and removes. */
async function countRequests(): Promise<number> {
  for (const version of [1, 2, 3]) await publish(version);
  s3.proxy.reset();
  await publish(4);
  return s3.proxy.asked.length;
}

for (const fault of ["drop", "lose-answer"] as const) {
  test(`faults: cut off at any request (${fault}), a reader finds every link, and a second run ends the work`, async () => {
    const requestCount = await countRequests();
    let version = 4;
    for (let fatal = 1; fatal <= requestCount; fatal += 5) {
      s3.proxy.reset();
      s3.proxy.fault = ({ number }) => (number >= fatal ? fault : null);
      await publish(version + 1, 1).catch(() => undefined);
      assert.equal(brokenLinks(read), [], `cut off at request ${fatal}`);
      requireWhole(version + 1);
      s3.proxy.fault = () => null;
      endPublisher();
      await publish(++version);
      for (const [path, text] of Object.entries(blogFiles(version))) assert.is(read(path), text, path);
    }
  });
}

test("faults: a refused style sheet stops the publish: no page is sent, nothing is deleted, and it is said", async () => {
  for (const version of [1, 2, 3]) await publish(version);
  s3.proxy.reset();
  s3.proxy.fault = ({ method, key }) => (method === "PUT" && key.endsWith(".css") ? "refuse" : null);
  await publish(4).then(unexpected, (error: Error) => {
    assert.match(
      error.message,
      /stopped at "assets" after 0 of \d+ files; no later step was begun and nothing was deleted/,
    );
    assert.match(
      (error.cause as Error).message,
      /sending assets\/theme\.AAAA4\.css at s3:\/\/blog: received SlowDown 503 after 3 tries/,
    );
  });
  const written = s3.proxy.asked.filter(
    (asked) => asked.method !== "GET" && asked.method !== "HEAD" && isOfSite(asked),
  );
  assert.equal([...new Set(written.map(({ key }) => key))], ["assets/theme.AAAA4.css"]);
  assert.equal(brokenLinks(read), []);
});

for (const fault of [
  "refuse",
  "drop",
  "truncate",
  "truncate-answer",
  "lose-answer",
  "duplicate",
  "delay",
] as const) {
  test(`faults: every third request meets "${fault}", and the site is live whole all the same`, async () => {
    await publish(1);
    const met = new Set<string>();
    s3.proxy.fault = ({ method, key, number }): Fault | null => {
      // Each request is met once: a line that never works is another test.
      if (number % 3 !== 0 || met.has(`${method} ${key}`)) return null;
      met.add(`${method} ${key}`);
      return fault;
    };
    await publish(2, 5);
    assert.ok(met.size > 2);
    for (const [path, text] of Object.entries(blogFiles(2))) assert.is(read(path), text, path);
    assert.equal(brokenLinks(read), []);
    assert.is(read(".vervain/lock"), null);
  });
}

test("faults: credentials that expire on the way stop it with what to do; new ones end the work, sending nothing twice", async () => {
  await publish(1);
  s3.proxy.reset();
  s3.proxy.fault = ({ number }) => (number > 12 ? "expire" : null);
  await publish(2, 1).then(unexpected, (error: Error) =>
    assert.match(
      `${error.message} ${(error.cause as Error | undefined)?.message}`,
      /received ExpiredToken 400: the credentials have expired\. Take new ones and publish again\./,
    ),
  );
  assert.equal(brokenLinks(read), []);
  const done = Object.entries(blogFiles(2)).filter(([path, text]) => read(path) === text);
  s3.proxy.reset();
  s3.proxy.fault = () => null;
  endPublisher();
  await publish(2);
  const sent = s3.proxy.asked
    .filter((asked) => asked.method === "PUT" && isOfSite(asked))
    .map(({ key }) => key);
  assert.equal(
    sent.filter((key) => done.some(([path]) => path === key)),
    [],
  );
  for (const [path, text] of Object.entries(blogFiles(2))) assert.is(read(path), text, path);
});

test("faults: after a publish that broke off the way back leads to the release before it", async () => {
  for (const version of [1, 2]) await publish(version);
  s3.proxy.fault = ({ method, key }) => (method === "PUT" && key === "feed.xml" ? "refuse" : null);
  await publish(3).then(unexpected, () => undefined);
  assert.is(read("index.html"), blogFiles(3)["index.html"]);
  s3.proxy.fault = () => null;
  await goBack(await testStore(s3.proxy.endpoint));
  for (const [path, text] of Object.entries(blogFiles(2))) assert.is(read(path), text, path);
  assert.equal(brokenLinks(read), []);
});

test("faults: a way back that broke off is gone to its end by the next, not forward again", async () => {
  for (const version of [1, 2]) await publish(version);
  s3.proxy.fault = ({ method, key }) => (method === "PUT" && key === "index.html" ? "refuse" : null);
  await goBack(await testStore(s3.proxy.endpoint, 1)).then(unexpected, () => undefined);
  s3.proxy.fault = () => null;
  endPublisher();
  await goBack(await testStore(s3.proxy.endpoint));
  for (const [path, text] of Object.entries(blogFiles(1))) assert.is(read(path), text, path);
  assert.equal(brokenLinks(read), []);
});

test("faults: copies of old releases that cannot be cleared are a sentence, and the publish is done", async () => {
  for (const version of [1, 2]) await publish(version);
  s3.proxy.fault = ({ method, key }) => (method === "DELETE" && key.includes("/kept/") ? "refuse" : null);
  writeSite(site, blogFiles(3));
  const warnings: string[] = [];
  await publishFolder(site, await testStore(s3.proxy.endpoint, 1), {
    onWarning: (text) => void warnings.push(text),
  });
  assert.match(warnings.join(), /clearing at s3:\/\/blog: received SlowDown 503/);
  assert.is(read("index.html"), blogFiles(3)["index.html"]);
});

test("faults: a file that changes while the site goes out is not sent as what was planned", async () => {
  writeSite(site, blogFiles(1));
  const store = await testStore(s3.proxy.endpoint);
  s3.proxy.fault = ({ method, key }) => {
    if (method === "PUT" && key.startsWith("assets/")) writeFileSync(join(site, "index.html"), "half a pa");
    return null;
  };
  await publishFolder(site, store).then(unexpected, (error: Error) =>
    assert.match(
      (error.cause as Error).message,
      /index\.html: expected the bytes that were planned, received others/,
    ),
  );
  assert.is(read("index.html"), null);
});

test("faults: no message holds a secret, whoever says it", async () => {
  const secret = "AKIA-secret-0123456789";
  const said = wordStoreError("publish: listing", "s3://blog", new Error(`bad key ${secret}`), [
    secret,
    "",
  ]).message;
  assert.is(said, "publish: listing at s3://blog: received an error: bad key ***.");
  assert.is(hideSecrets("a key", ["key"]), "a key");
});

test("faults: a store that is not there is one sentence", async () => {
  const store = await testStore("http://127.0.0.1:9", 1);
  writeSite(site, blogFiles(1));
  await publishFolder(site, store).then(unexpected, (error: Error) =>
    assert.match(
      error.message,
      /at s3:\/\/blog: received \w*: nothing answers there\. Look at publish\.to\.endpoint\./,
    ),
  );
});

test("optional: a package that is not installed is named with the command that installs it", async () => {
  const missing = async (): Promise<unknown> => {
    throw Object.assign(new Error("Cannot find package '@aws-sdk/client-s3' imported from x"), {
      code: "ERR_MODULE_NOT_FOUND",
    });
  };
  await loadOptional("@aws-sdk/client-s3", missing).then(unexpected, (error: Error) => {
    assert.instance(error, RangeError);
    assert.is(
      error.message,
      "publish: expected the package @aws-sdk/client-s3, which this target needs, received none. Install it: npm install --save-dev @aws-sdk/client-s3",
    );
  });
});

test.run();
