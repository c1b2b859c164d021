import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { createWriter } from "../../plugins/engine/writer.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-writer-"));
test.after(() => rmSync(root, { recursive: true }));

test("writer: everything given is on the disk after flush, folders included, the last of one path wins", async () => {
  const writer = createWriter();
  for (let page = 0; page < 100; page++) writer.write(join(root, `a/${page}/index.html`), `page ${page} …`);
  writer.write(join(root, "a/7/index.html"), "again");
  writer.write(join(root, "a/bytes"), new Uint8Array([1, 2, 255]));
  await writer.flush();
  assert.is(writer.pendingCount, 0);
  assert.is(readFileSync(join(root, "a/99/index.html"), "utf8"), "page 99 …");
  assert.is(readFileSync(join(root, "a/7/index.html"), "utf8"), "again");
  assert.equal([...readFileSync(join(root, "a/bytes"))], [1, 2, 255]);
});

test("writer: flush with nothing given resolves, and a second flush after more files too", async () => {
  const writer = createWriter();
  await writer.flush();
  writer.write(join(root, "b/one.txt"), "1");
  await writer.flush();
  writer.write(join(root, "b/two.txt"), "2");
  await writer.flush();
  assert.is(readFileSync(join(root, "b/two.txt"), "utf8"), "2");
});

test("writer: flush waits for what was given before it, not for what is given while it waits", async () => {
  const writer = createWriter();
  writer.write(join(root, "d/one.txt"), "1");
  const flushed = writer.flush();
  writer.write(join(root, "d/two.txt"), "2");
  await flushed;
  assert.is(readFileSync(join(root, "d/one.txt"), "utf8"), "1");
  await writer.flush();
  assert.is(readFileSync(join(root, "d/two.txt"), "utf8"), "2");
});

test("writer: a file that cannot be written rejects flush and refuses what comes after", async () => {
  writeFileSync(join(root, "file"), "");
  const writer = createWriter();
  writer.write(join(root, "file/index.html"), "under a file");
  const failure = await writer.flush().then(
    () => null,
    (error: Error) => error.message,
  );
  assert.match(String(failure), /(?:ENOTDIR|EEXIST).*file/);
  const { path } = (await writer
    .flush()
    .catch((error: NodeJS.ErrnoException) => error as { path?: string })) as { path?: string };
  assert.is(path, join(root, "file"), "the file or folder that could not be made");
  assert.throws(() => writer.write(join(root, "c.txt"), "later"), /ENOTDIR|EEXIST/);
});

test.run();
