import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { readCache, writeCache } from "../../plugins/related/cache-file.ts";
import { encodeMemory, rankRemembering } from "../../plugins/related/index.ts";
import { madeDocuments } from "./made-documents.ts";

let folder = "";
test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "vervain-cache-"));
});
test.after.each(() => rmSync(folder, { recursive: true, force: true }));

test("readCache: no file is no fault", () => {
  assert.equal(readCache(join(folder, "none.bin")), { memory: null, problem: null });
});

test("writeCache: what is written is read back and saves all reading", () => {
  const file = join(folder, "deep/related.bin");
  const documents = madeDocuments(40, 1);
  assert.is(writeCache(file, rankRemembering(documents).memory), null);
  const { memory, problem } = readCache(file);
  assert.is(problem, null);
  assert.is(rankRemembering(documents, {}, memory).readCount, 0);
  assert.equal(readdirSync(join(folder, "deep")), ["related.bin"]);
});

test("writeCache: the bytes are those of the memory, in one piece or in many", () => {
  const file = join(folder, "related.bin");
  const { memory } = rankRemembering(madeDocuments(7, 2));
  writeCache(file, memory);
  assert.equal(new Uint8Array(readFileSync(file)), encodeMemory(memory));
});

for (const [name, damage] of [
  ["cut short", (file: string) => truncateSync(file, 100)],
  ["empty", (file: string) => truncateSync(file, 0)],
  ["overwritten", (file: string) => writeFileSync(file, "<html>")],
  [
    "with one byte changed",
    (file: string) => {
      const bytes = readFileSync(file);
      bytes[bytes.length - 9]! ^= 1;
      writeFileSync(file, bytes);
    },
  ],
] as const) {
  test(`readCache: a file ${name} is said once and mended by the next write`, () => {
    const file = join(folder, "related.bin");
    const { memory } = rankRemembering(madeDocuments(20, 2));
    writeCache(file, memory);
    damage(file);
    const read = readCache(file);
    assert.is(read.memory, null);
    assert.is(
      read.problem!.message,
      "could not be used: it is damaged or of another version. It is built anew.",
    );
    writeCache(file, memory);
    assert.is(readCache(file).problem, null);
  });
}

test("writeCache: a place that cannot be written is a note, not the end of a build", () => {
  writeFileSync(join(folder, "file"), "");
  const problem = writeCache(join(folder, "file/related.bin"), rankRemembering([]).memory);
  assert.is(problem!.severity, "note");
});

test.run();
