import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openKept } from "../../plugins/files/kept.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-kept-"));
test.after(() => rmSync(root, { recursive: true }));

let folderCount = 0;
const newFolder = (): string => join(root, String(++folderCount));
const NAMES = Array.from({ length: 40 }, (_, index) => `article ${index}.md`);

function filled(folder: string): void {
  const kept = openKept(folder, "1");
  for (const name of NAMES) kept.put(name, `key of ${name}`, { words: `é ${name}`, none: null });
  kept.save();
}

const found = (folder: string, version = "1"): readonly string[] => {
  const kept = openKept(folder, version);
  return NAMES.filter((name) => kept.get(name, `key of ${name}`) !== undefined);
};

test("kept: what was put is there in the next process, in few files", () => {
  const folder = newFolder();
  filled(folder);
  const kept = openKept(folder, "1");
  for (const name of NAMES)
    assert.equal(kept.get(name, `key of ${name}`), { words: `é ${name}`, none: null });
  assert.equal(kept.damaged(), []);
  assert.ok(readdirSync(folder).length <= 16);
});

test("kept: another key or another version has nothing", () => {
  const folder = newFolder();
  filled(folder);
  assert.is(openKept(folder, "1").get("article 0.md", "another"), undefined);
  assert.equal(found(folder, "2"), []);
  assert.equal(openKept(folder, "2").damaged(), [], "which is no damage");
});

test("kept: what nobody asked for is gone; what stays or is put is there", () => {
  const folder = newFolder();
  filled(folder);
  const kept = openKept(folder, "1");
  kept.get("article 0.md", "key of article 0.md");
  kept.stay("article 1.md");
  kept.put("article 2.md", "key of article 2.md", "new");
  for (const name of NAMES.slice(3)) kept.get(name, "another");
  kept.save();
  assert.equal(found(folder), NAMES.slice(0, 3));
  assert.is(openKept(folder, "1").get("article 2.md", "key of article 2.md"), "new");
  assert.is(kept.get("article 1.md", "key of article 1.md") !== undefined, true, "in the same process too");
});

test("kept: a file in which nothing changed is not written", () => {
  const folder = newFolder();
  filled(folder);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1);
  const kept = openKept(folder, "1");
  for (const name of NAMES) kept.stay(name);
  kept.save();
  for (const name of readdirSync(folder)) assert.is(statSync(join(folder, name)).mtimeMs, 1000, name);
});

const DAMAGES: Readonly<Record<string, (bytes: Buffer, another: Buffer) => Uint8Array>> = {
  emptied: () => new Uint8Array(),
  cut: (bytes) => bytes.subarray(0, bytes.length >> 1),
  "turned in its results": (bytes) => turned(bytes, 3),
  "turned in its list": (bytes) => turned(bytes, bytes.length - 30),
  "turned in its end": (bytes) => turned(bytes, bytes.length - 3),
  "of other bytes": (bytes) => Buffer.alloc(bytes.length, 7),
  "another's": (_, another) => another,
  longer: (bytes) => Buffer.concat([bytes, Buffer.from("more")]),
};

function turned(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

for (const [name, damage] of Object.entries(DAMAGES))
  test(`kept: a file ${name} is said, gives no wrong result and is mended`, () => {
    const folder = newFolder();
    filled(folder);
    const files = readdirSync(folder).map((file) => join(folder, file));
    const bytes = files.map((file) => readFileSync(file));
    for (const [index, file] of files.entries())
      writeFileSync(file, damage(bytes[index] as Buffer, bytes[(index + 1) % files.length] as Buffer));
    const kept = openKept(folder, "1");
    for (const one of NAMES) {
      const value = kept.get(one, `key of ${one}`);
      if (value === undefined) kept.put(one, `key of ${one}`, { words: `é ${one}`, none: null });
      else assert.equal(value, { words: `é ${one}`, none: null });
    }
    assert.equal(kept.damaged(), [...files].sort());
    kept.save();
    assert.equal(found(folder), NAMES);
    assert.equal(openKept(folder, "1").damaged(), []);
  });

test("kept: a folder that may not be written keeps nothing, and nobody is stopped", () => {
  const file = join(root, "a file");
  writeFileSync(file, "");
  const kept = openKept(join(file, "below"), "1");
  kept.put("a", "key", 1);
  kept.save();
  assert.is(kept.get("a", "key"), undefined);
});

test("kept: drafts of killed builds go after an hour", () => {
  const folder = newFolder();
  filled(folder);
  const [old, young] = ["0.1.tmp", "0.2.tmp"].map((name) => join(folder, name)) as [string, string];
  for (const path of [old, young]) writeFileSync(path, "");
  utimesSync(old, 1, 1);
  openKept(folder, "1").save();
  assert.equal(
    readdirSync(folder).filter((name) => name.endsWith(".tmp")),
    ["0.2.tmp"],
  );
});

test.run();
