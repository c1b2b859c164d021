import { spawnSync } from "node:child_process";
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { exchange } from "../../plugins/publish/output/exchange.ts";
import { MARK_NAME } from "../../plugins/publish/output/mark.ts";
import { type OutputFolders, outputFolders, prepareOutput } from "../../plugins/publish/output/prepare.ts";
import { swapIn } from "../../plugins/publish/output/swap.ts";
import { ROOT } from "../project.ts";
import { watchDisk } from "./disk-steps.ts";

const SOURCES = { input: "./src/", data: "./_data/", includes: "./_includes/" };
const PATH = process.env.PATH;
/** From a folder that has no modules of its own. */
const TSX = import.meta.resolve("tsx");

test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), "vervain-swap-"));
  process.chdir(context.root);
});
test.after.each((context) => {
  process.env.PATH = PATH;
  process.chdir(tmpdir());
  rmSync(context.root, { recursive: true, force: true });
});

/** A site whose every page says `word`, ready to be swapped in. */
function make(word: string): OutputFolders {
  const folders = prepareOutput(outputFolders("_site", SOURCES));
  for (const page of ["", `${word}/`]) {
    mkdirSync(`${folders.staging}/${page}`, { recursive: true });
    writeFileSync(`${folders.staging}/${page}index.html`, word);
  }
  return folders;
}

/** What a reader of the site gets: the word that both of its pages say; "none" without a site, "mixed" otherwise. */
function readSite(): string {
  if (!existsSync("_site")) return "none";
  const names = readdirSync("_site", { recursive: true, encoding: "utf8" })
    .filter((name) => name !== MARK_NAME)
    .sort();
  const word = readFileSync("_site/index.html", "utf8");
  return names.join() === `index.html,${word},${word}/index.html` ? word : "mixed";
}

/** What a reader got before and after each change of the disk that a swap makes. */
function readWhileSwapping(folders: OutputFolders): readonly string[] {
  const got: string[] = [];
  const end = watchDisk(() => got.push(readSite()));
  swapIn(folders);
  end();
  return got;
}

/** As on a system that has no program to exchange two folders. */
function withoutExchange(): void {
  process.env.PATH = "";
}

test("swap: a reader finds the old site or the new one, whole, at every step, where folders can be exchanged", () => {
  swapIn(make("old"));
  const folders = make("new");
  mkdirSync("probe-a");
  mkdirSync("probe-b");
  if (!exchange("probe-a", "probe-b")) {
    console.log("skipped: this system exchanges no folders");
    return;
  }
  const got = readWhileSwapping(folders);
  assert.equal([...new Set(got)], ["old", "new"]);
  assert.is(readSite(), "new");
});

test("swap: by renames a reader finds none only between the two, and never before the new one is whole", () => {
  withoutExchange();
  swapIn(make("old"));
  const got = readWhileSwapping(make("new"));
  assert.equal(
    got.filter((word, index) => word !== got[index - 1]),
    ["old", "none", "new"],
  );
  // After the first rename and before the second.
  assert.is(got.filter((word) => word === "none").length, 2);
});

test("swap: where the second rename is refused, the first is taken back", () => {
  withoutExchange();
  swapIn(make("old"));
  const folders = make("new");
  const real = fs.renameSync;
  fs.renameSync = (from, to) => {
    if (String(from).endsWith(".next")) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    real(from, to);
  };
  syncBuiltinESMExports();
  try {
    assert.throws(() => swapIn(folders), "EACCES");
  } finally {
    fs.renameSync = real;
    syncBuiltinESMExports();
  }
  assert.is(readSite(), "old");
  swapIn(make("new"));
  assert.is(readSite(), "new");
});

test("swap: a new site that cannot be marked is not swapped in", () => {
  swapIn(make("old"));
  const folders = make("new");
  mkdirSync(join(folders.staging, `${MARK_NAME}.new`));
  assert.throws(() => swapIn(folders), /EISDIR/);
  assert.is(readSite(), "old");
});

for (const way of ["in one step", "by renames"]) {
  test(`swap: killed at any moment of a swap ${way}, the next build finds or makes the whole site`, () => {
    const run = (fatal: number): string =>
      spawnSync(process.execPath, ["--import", TSX, join(ROOT, "test/publish/swap-once.ts"), String(fatal)], {
        encoding: "utf8",
        env: { ...process.env, PATH: way === "in one step" ? PATH : "" },
      }).stdout.trim();
    swapIn(make("old"));
    fs.cpSync("_site", "kept", { recursive: true });
    let fatal = 1;
    // Until a run comes to its end.
    for (; run(fatal) === ""; fatal += 2) {
      assert.not.equal(readSite(), "mixed", `killed at ${fatal}`);
      prepareOutput(outputFolders("_site", SOURCES));
      assert.match(readSite(), /^(?:old|new)$/, `after ${fatal}`);
      rmSync("_site", { recursive: true });
      fs.cpSync("kept", "_site", { recursive: true });
    }
    assert.ok(fatal > 14, `killed ${(fatal - 1) / 2} times`);
    assert.is(readSite(), "new");
  });
}

test.run();
