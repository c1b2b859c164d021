import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { damageProblem } from "../../plugins/files/kept.ts";
import { readForms, readKept, writeForms, writeKept } from "../../plugins/images/cache-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "vervain-kept-"));
test.after(() => rmSync(folder, { recursive: true }));
const path = join(folder, "a.png");
const CONTENT = "a picture of some length";

const text = (read: ReturnType<typeof readKept>): string =>
  typeof read === "string" ? read : Buffer.from(read).toString();

test("kept: what was kept is read as it was, an empty file too; what is not there is missing", () => {
  for (const content of [CONTENT, ""]) {
    writeKept(path, content);
    assert.is(text(readKept(path)), content);
  }
  assert.is(readKept(join(folder, "none.png")), "missing");
});

for (const [damage, change] of [
  ["emptied", () => new Uint8Array()],
  ["cut", (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
  ["cut in half", (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
  ["of the same length with other bytes", (bytes: Buffer) => Buffer.alloc(bytes.length, 7)],
  ["changed by a bit", (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte)))],
  ["longer", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("x")])],
  ["as a version without a seal kept it", () => Buffer.from(CONTENT)],
] as const) {
  test(`kept: a file that is ${damage} is damaged`, () => {
    writeKept(path, CONTENT);
    writeFileSync(path, change(readFileSync(path)));
    assert.is(readKept(path), "damaged");
  });
}

test("kept: another's file, whole as it is, is damaged; so is a folder in its place", () => {
  writeKept(join(folder, "b.png"), "another picture");
  writeFileSync(path, readFileSync(join(folder, "b.png")));
  assert.is(readKept(path), "damaged");
  assert.is(readKept(folder), "damaged");
});

test("kept: forms of which one is damaged are made anew, and it is named once", () => {
  const form = { format: "png", width: 8, height: 8, bytes: 5, content: Buffer.from("pixel") } as const;
  writeForms(folder, "key", [form]);
  assert.is(readForms(folder, "key")?.length, 1);
  const damaged: string[] = [];
  writeFileSync(join(folder, "key-8.png"), "pixel");
  assert.is(
    readForms(folder, "key", (file) => damaged.push(file)),
    null,
  );
  assert.equal(damaged, [join(folder, "key-8.png")]);
  assert.is(damageProblem([]), null);
  assert.is(
    damageProblem(damaged)?.message,
    "expected files as Vervain kept them, received others (key-8.png): damaged, or of another version. They are made anew.",
  );
});

test.run();
