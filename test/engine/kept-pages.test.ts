import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { keptPages } from "../../plugins/engine/kept-pages.ts";
import { openKept } from "../../plugins/files/kept.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-kept-pages-"));
test.after(() => rmSync(root, { recursive: true }));

const PAGE = "walk/index.html";
const OLD = new Date(Date.now() - 60_000);
let placeCount = 0;
const makeFolder = (path: string): void => void mkdirSync(path, { recursive: true });

/** A site of one page that a build has made and kept. */
function keptSite() {
  const place = join(root, String(++placeCount));
  const folders = { output: join(place, "site"), staging: join(place, "next") };
  const file = join(folders.output, PAGE);
  mkdirSync(join(folders.output, "walk"), { recursive: true });
  writeFileSync(file, "<p>walk</p>");
  utimesSync(file, OLD, OLD);
  const open = () => keptPages(openKept(join(place, "kept"), "1"), folders, makeFolder);
  const first = open();
  first.made(PAGE, "key", "<p>walk</p>");
  first.save();
  // What is written later is later by the disk's clock, which goes in steps of some milliseconds.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  return { folders, file, open, kept: join(place, "kept"), next: join(folders.staging, PAGE) };
}

test("kept pages: a page is taken over, its file itself, in each build", () => {
  const { file, next, folders, open, kept } = keptSite();
  for (let build = 0; build < 2; build++) {
    const pages = open();
    assert.is(pages.take(PAGE, "key"), true);
    assert.is(statSync(next).ino, statSync(file).ino);
    rmSync(folders.staging, { recursive: true });
    pages.save();
    assert.equal(Object.keys(openKept(kept, "1").get("", "") as object), [PAGE], "what the disk says of it");
  }
});

test("kept pages: another key, another page, another version: made", () => {
  const { open, kept, folders } = keptSite();
  assert.is(open().take(PAGE, "other"), false);
  assert.is(open().take("run/index.html", "key"), false);
  assert.is(keptPages(openKept(kept, "2"), folders, makeFolder).take(PAGE, "key"), false);
});

for (const [what, change] of [
  ["gone", (file: string) => rmSync(file)],
  ["longer", (file: string) => writeFileSync(file, "<p>walks</p>")],
  ["as long", (file: string) => writeFileSync(file, "<p>talk</p>")],
  [
    "as long and of the same time",
    (file: string) => {
      writeFileSync(file, "<p>talk</p>");
      utimesSync(file, OLD, OLD);
    },
  ],
  [
    "a folder now",
    (file: string) => {
      rmSync(file);
      mkdirSync(file);
    },
  ],
] as const)
  test(`kept pages: a file that is ${what} is made`, () => {
    const { file, open, next } = keptSite();
    change(file);
    assert.is(open().take(PAGE, "key"), false);
    assert.throws(() => statSync(next), /ENOENT/);
  });

test("kept pages: a file that nobody touched is not read again, whatever it holds; one that was is", () => {
  const { file, open, folders } = keptSite();
  writeFileSync(file, "<p>talk</p>");
  const pages = open();
  pages.made(PAGE, "key", "<p>walk</p>");
  pages.save();
  assert.is(open().take(PAGE, "key"), true, "as it was left");
  rmSync(folders.staging, { recursive: true });
  assert.is(open().take(PAGE, "key"), false, "a second name came and went");
});

test("kept pages: a copy with the same bytes is taken over", () => {
  const { file, open } = keptSite();
  const bytes = readFileSync(file);
  rmSync(file);
  writeFileSync(file, bytes);
  assert.is(open().take(PAGE, "key"), true);
});

test("kept pages: where a file can have no second name it is made", () => {
  const { folders, open } = keptSite();
  writeFileSync(folders.staging, "no folder");
  assert.is(open().take(PAGE, "key"), false);
});

test("kept pages: a damaged record is no page's", () => {
  const { kept, open } = keptSite();
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), "spoilt");
  assert.is(open().take(PAGE, "key"), false);
});

test.run();
