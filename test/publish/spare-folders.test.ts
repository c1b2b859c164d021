import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { MARK_NAME } from "../../plugins/publish/output/mark.ts";
import { outputFolders, prepareOutput } from "../../plugins/publish/output/prepare.ts";
import { removeOwnFiles } from "../../plugins/publish/output/remove-own.ts";
import { openSpareFolders } from "../../plugins/publish/output/spare-folders.ts";
import { clearFolders, swapIn } from "../../plugins/publish/output/swap.ts";

const WAITING = ".cache/vervain/folders";
const SOURCES = { input: "./src/", data: "./_data/", includes: "./_includes/" };

test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), "vervain-spare-"));
  process.chdir(context.root);
});
test.after.each((context) => {
  process.chdir(tmpdir());
  rmSync(context.root, { recursive: true, force: true });
});

function write(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "text");
}

/** A build of pages, as the command makes it when it takes them over. */
async function build(...pages: readonly string[]): Promise<void> {
  const folders = prepareOutput(outputFolders("_site", SOURCES));
  const spare = openSpareFolders();
  for (const page of pages) {
    const path = join(folders.staging, page);
    spare.make(dirname(path));
    writeFileSync(path, "text");
  }
  assert.is(swapIn(folders, removeOwnFiles), null);
  assert.is(await clearFolders(folders, spare.keep), null);
}

/** Folders below one, by their number on the disk. */
function numbers(folder: string): ReadonlySet<number> {
  const stats = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
    statSync(join(folder, name)),
  );
  return new Set(stats.filter((stat) => stat.isDirectory()).map(({ ino }) => ino));
}

function listed(): readonly string[] {
  return readdirSync("_site", { recursive: true, encoding: "utf8" }).sort();
}

const PAGES = ["index.html", "a/index.html", "b/c/index.html", "b/d/index.html"];

test("spare folders: those of the site that was replaced are the next one's, whatever their names", async () => {
  await build(...PAGES);
  const first = numbers("_site");
  await build(...PAGES);
  await build("index.html", "w/index.html", "x/y/index.html", "x/z/index.html");
  assert.equal(listed(), [
    MARK_NAME,
    "index.html",
    "w",
    "w/index.html",
    "x",
    "x/y",
    "x/y/index.html",
    "x/z",
    "x/z/index.html",
  ]);
  assert.equal([...numbers("_site")].sort(), [...first].sort());
  assert.equal(readdirSync(".").sort(), [".cache", "_site"]);
});

test("spare folders: a site has none that it does not use, and where a page was there may be a file", async () => {
  await build(...PAGES);
  await build(...PAGES);
  await build("index.html", "b");
  assert.equal(listed(), [MARK_NAME, "b", "index.html"]);
});

test("spare folders: with a file or a link in them they are thrown away", async () => {
  for (const put of [
    () => write(`${WAITING}/a/strange.html`),
    () => symlinkSync("../../../../src", `${WAITING}/a/strange`),
  ]) {
    await build(...PAGES);
    await build(...PAGES);
    put();
    await build("index.html", "w/index.html", "x/y/index.html", "x/z/index.html");
    assert.equal(
      listed().filter((path) => path.includes("strange")),
      [],
    );
  }
});

test("spare folders: what stands in their place and is none is nothing to a build", async () => {
  mkdirSync("src/mine", { recursive: true });
  mkdirSync(dirname(WAITING), { recursive: true });
  symlinkSync("../../src", WAITING);
  await build(...PAGES);
  await build(...PAGES);
  assert.ok(existsSync("src/mine"));
  rmSync(".cache", { recursive: true });
  write(".cache");
  await build(...PAGES);
  await build(...PAGES);
  assert.equal(readdirSync(".").sort(), [".cache", "_site", "src"]);
});

test("spare folders: as many as wait already are left, and not changed for others", async () => {
  await build(...PAGES);
  await build(...PAGES);
  const before = [...numbers(WAITING)].sort();
  // Pages that are made and not taken over ask for none.
  for (const page of ["m", "n", "o"]) {
    const folders = prepareOutput(outputFolders("_site", SOURCES));
    for (const name of ["index.html", "b/index.html"]) write(join(folders.staging, page, name));
    assert.is(swapIn(folders, removeOwnFiles), null);
    assert.is(await clearFolders(folders, openSpareFolders().keep), null);
  }
  assert.equal([...numbers(WAITING)].sort(), before);
});

test("spare folders: what Vervain did not make in the replaced site stays where it was", async () => {
  await build(...PAGES);
  const folders = prepareOutput(outputFolders("_site", SOURCES));
  write(join(folders.staging, "index.html"));
  write("_site/a/mine.txt");
  assert.match(String(swapIn(folders, removeOwnFiles)), 'was left with "a/mine.txt"');
  assert.is(await clearFolders(folders, openSpareFolders().keep), null);
  assert.ok([folders.staging, folders.old].some((folder) => existsSync(join(folder, "a/mine.txt"))));
  assert.not(existsSync(WAITING));
});

test.run();
