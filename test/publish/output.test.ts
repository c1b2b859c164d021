import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { exchange } from "../../plugins/publish/output/exchange.ts";
import { foreignEntries, MARK_NAME, markFinished, readMark } from "../../plugins/publish/output/mark.ts";
import {
  type OutputFolders,
  outputFolders,
  type PrepareOptions,
  prepareOutput,
} from "../../plugins/publish/output/prepare.ts";
import { removeEmptyFolders, removeOwn, removeOwnFiles } from "../../plugins/publish/output/remove-own.ts";
import { swapIn } from "../../plugins/publish/output/swap.ts";
import { entriesBelow } from "../../plugins/publish/output/walk.ts";

/** A project of its own for each test; the working folder, as for the command. */
const SOURCES = { input: "./src/", data: "./_data/", includes: "./_includes/" };

test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), "vervain-output-"));
  const project = join(context.root, "project");
  for (const folder of ["src/articles", "_data", "_includes", ".git", "node_modules/x"])
    mkdirSync(join(project, folder), { recursive: true });
  process.chdir(project);
  write("src/articles/rest.md", "Rest.");
  write(".git/HEAD", "ref");
});
test.after.each((context) => {
  process.chdir(tmpdir());
  rmSync(context.root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function prepare(shown: string, options: PrepareOptions = {}): OutputFolders {
  return prepareOutput(outputFolders(shown, SOURCES), options);
}

/** A build of the pages given by path, up to the swap. */
function make(
  shown: string,
  pages: Readonly<Record<string, string>>,
  options: PrepareOptions = {},
): OutputFolders {
  const folders = prepare(shown, options);
  for (const [path, text] of Object.entries(pages)) write(join(folders.staging, path), text);
  return folders;
}

function build(
  shown: string,
  pages: Readonly<Record<string, string>>,
  options: PrepareOptions = {},
): string | null {
  return swapIn(make(shown, pages, options));
}

/** Every file of the project with its text, but those of Vervain's own mark. */
function files(): Readonly<Record<string, string>> {
  const names = readdirSync(".", { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== MARK_NAME)
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(name, "utf8")]));
}

function refusal(act: () => unknown): string {
  const before = files();
  try {
    act();
  } catch (error) {
    assert.instance(error, RangeError);
    assert.equal(files(), before, "nothing is changed by what is refused");
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}

const DO = "A build replaces the whole folder: name another, such as _site.";
for (const [shown, why] of [
  ["src", "is the input folder"],
  ["./src/", "is the input folder"],
  ["_data", "is the data folder"],
  ["_includes", "is the includes folder"],
  ["src/articles", "lies in the input folder"],
  ["src/new/site", "lies in the input folder"],
  ["_data/site", "lies in the data folder"],
  ["_includes/site", "lies in the includes folder"],
  [".", "is the project's folder"],
  ["", "is the project's folder"],
  ["../project", "is the project's folder"],
  ["..", "holds the project's folder"],
  ["/", "holds the project's folder"],
  [".git", "lies in a folder .git"],
  [".git/site", "lies in a folder .git"],
  ["node_modules/x", "lies in a folder node_modules"],
  ["link-to-src", "is the input folder"],
  ["link-to-src/site", "lies in the input folder"],
  ["link-up", "holds the project's folder"],
] as const) {
  test(`output: "${shown}" is refused, for it ${why}`, () => {
    symlinkSync("src", "link-to-src");
    symlinkSync("..", "link-up");
    assert.is(
      refusal(() => prepare(shown)),
      `output: expected a folder of its own, received "${shown}", which ${why}. ${DO}`,
    );
  });
}

test("output: _site, a folder outside the project and one whose name only begins like a source are taken", () => {
  for (const shown of ["_site", "./_site/", "../elsewhere/site", "src-site", "_data.site", "deep/er/site"]) {
    assert.is(build(shown, { "index.html": "new" }), null);
    assert.is(readFileSync(join(shown, "index.html"), "utf8"), "new");
  }
});

test("output: below an input folder that is the project itself, _site is taken and the data folder's inside is not", () => {
  const sources = { input: "./", data: "./_data/", includes: "./_includes/" };
  assert.is(outputFolders("_site", sources).output, "_site");
  assert.throws(() => outputFolders("_data/x", sources), /lies in the data folder/);
});

test("output: a file, and a link into nothing, are refused", () => {
  write("file", "mine");
  symlinkSync("nowhere", "link");
  assert.match(
    refusal(() => prepare("file")),
    'received "file", which is a file.',
  );
  assert.match(
    refusal(() => prepare("link")),
    'received the link "link" to "nowhere", where nothing is.',
  );
});

test("output: a folder with anything that Vervain did not make is refused, naming it and what to do", () => {
  write("docs/handwritten.md", "mine");
  write("docs/CNAME", "blog.example");
  write("docs/a/b.txt", "mine");
  write("docs/z", "mine");
  assert.is(
    refusal(() => prepare("docs")),
    'output: expected a folder that is empty or that Vervain made, received "docs" with "CNAME", "a/b.txt", "handwritten.md" and 1 more. A build replaces the whole folder. Move that away (what shall be published belongs in the input folder, with addPassthroughCopy), or name another folder with --output, or build once with --set-aside: what is there is then kept beside it.',
  );
  assert.is(existsSync("docs.next"), false);
});

for (const [what, add] of [
  ["a file", () => write("docs/CNAME", "blog.example")],
  ["a file deep inside", () => write("docs/rest/notes.txt", "mine")],
  ["a link", () => symlinkSync("../src", "docs/linked")],
  ["a work tree of git", () => write("docs/.git", "gitdir: elsewhere")],
] as const) {
  test(`output: ${what} that came into a built folder afterwards is refused at the next build`, () => {
    build("docs", { "index.html": "old", "rest/index.html": "old" });
    add();
    assert.match(
      refusal(() => prepare("docs")),
      /received "docs" with "(?:CNAME|rest\/notes\.txt|linked|\.git)"\./,
    );
  });
}

test("output: what a file manager leaves in a built folder is in nobody's way", () => {
  build("_site", { "index.html": "old" });
  write("_site/.DS_Store", "");
  write("_site/Thumbs.db", "");
  assert.is(build("_site", { "index.html": "new" }), null);
  assert.equal(readdirSync("_site").sort(), [MARK_NAME, "index.html"]);
});

test("output: an empty folder is taken, and so is one with nothing but empty folders", () => {
  mkdirSync("_site/a/b", { recursive: true });
  assert.is(build("_site", { "index.html": "new" }), null);
  assert.equal(readdirSync("_site").sort(), [MARK_NAME, "index.html"]);
});

test("output: --set-aside keeps a folder that Vervain did not make, whole, beside the site", () => {
  write("docs/CNAME", "blog.example");
  write("docs/index.html", "mine");
  const said = build("docs", { "index.html": "new" }, { setsAside: true });
  assert.is(said, 'output: what was in "docs" lies in "docs.aside" now.');
  assert.is(readFileSync("docs.aside/CNAME", "utf8"), "blog.example");
  assert.is(readFileSync("docs.aside/index.html", "utf8"), "mine");
  assert.is(readFileSync("docs/index.html", "utf8"), "new");
  assert.equal(
    readdirSync(".").filter((name) => name.startsWith("docs")),
    ["docs", "docs.aside"],
  );
  write("docs/again", "mine");
  assert.match(
    refusal(() => prepare("docs", { setsAside: true })),
    'expected nothing at "docs.aside", where "docs" would be set aside, received a folder.',
  );
});

for (const name of ["_site.next", "_site.old"]) {
  test(`output: a folder ${name} of the owner's is refused, not removed`, () => {
    build("_site", { "index.html": "old" });
    write(`${name}/mine.txt`, "mine");
    assert.match(
      refusal(() => prepare("_site")),
      `received "${name}" with "mine.txt".`,
    );
  });
}

test("output: what a killed build left in _site.next and _site.old goes", () => {
  build("_site", { "index.html": "old" });
  make("_site", { "half.html": "ha" });
  make("other", { "index.html": "x" });
  markFinished("other.next");
  renameSync("other.next", "_site.old");
  build("_site", { "index.html": "new" });
  assert.equal(
    readdirSync(".").filter((name) => name.startsWith("_site")),
    ["_site"],
  );
  assert.equal(readdirSync("_site").sort(), [MARK_NAME, "index.html"]);
});

test("output: a build that died between two renames is made good at the next one, before it builds", () => {
  build("_site", { "index.html": "old" });
  const folders = make("_site", { "index.html": "new" });
  markFinished(folders.staging);
  renameSync("_site", "_site.old");
  prepare("_site");
  assert.is(readFileSync("_site/index.html", "utf8"), "old");
});

test("output: an owner's _site.old is not put in the place of a site that is not there", () => {
  write("_site.old/index.html", "mine");
  assert.match(
    refusal(() => prepare("_site")),
    'received "_site.old" with "index.html".',
  );
});

test("output: what comes into the old site while the new one is made is kept, and said", () => {
  build("docs", { "index.html": "old", "gone/index.html": "old" });
  const folders = make("docs", { "index.html": "new" });
  write("docs/CNAME", "blog.example");
  const said = swapIn(folders);
  const left = existsSync("docs.next") ? "docs.next" : "docs.old";
  assert.is(
    said,
    `output: "${left}" was left with "CNAME", which Vervain did not make. Move it away: the next build needs the place.`,
  );
  assert.is(readFileSync("docs/index.html", "utf8"), "new");
  assert.equal(readdirSync(left).sort(), [MARK_NAME, "CNAME"]);
});

test("output: a page that is gone goes, and the mark knows what is there", () => {
  build("_site", { "index.html": "old", "gone/index.html": "old" });
  build("_site", { "index.html": "new", "come/index.html": "new" });
  assert.equal(readdirSync("_site").sort(), [MARK_NAME, "come", "index.html"]);
  assert.equal(foreignEntries(entriesBelow("_site"), readMark("_site")), []);
});

test("output: a mark that was edited, cut or is a link is none", () => {
  build("_site", { "index.html": "old" });
  const mark = readFileSync(`_site/${MARK_NAME}`, "utf8");
  for (const text of ["", "mine\n", mark.slice(0, -1), mark.replace("Vervain", "Somebody")]) {
    write(`_site/${MARK_NAME}`, text);
    assert.is(readMark("_site"), null, text);
  }
  rmSync(`_site/${MARK_NAME}`);
  write("mark", mark);
  symlinkSync("../mark", `_site/${MARK_NAME}`);
  assert.is(readMark("_site"), null);
});

test("output: the mark names no page and nothing of the machine, and is the same for the same files", () => {
  build("_site", { "index.html": "1", "not-linked/index.html": "2" });
  build("other", { "not-linked/index.html": "3", "index.html": "4" });
  const mark = readFileSync(`_site/${MARK_NAME}`, "utf8");
  assert.match(
    mark,
    /^Vervain made this folder and replaces all of it at the next build: keep nothing of your own in it\.\n(?:[\w-]{8}\n){2}$/,
  );
  assert.is(readFileSync(`other/${MARK_NAME}`, "utf8"), mark);
});

test("output: a link to a folder stays a link, and what it leads to is replaced", () => {
  mkdirSync("../disk");
  symlinkSync("../disk/site", "_site");
  mkdirSync("../disk/site");
  build("_site", { "index.html": "old" });
  build("_site", { "index.html": "new" });
  assert.is(readFileSync("../disk/site/index.html", "utf8"), "new");
  assert.equal(readdirSync("../disk"), ["site"]);
});

test("output: nothing is removed through a link in the folder that is replaced", () => {
  write("../outside/kept.txt", "mine");
  const folders = make("_site", { "index.html": "old" });
  symlinkSync("../../outside", join(folders.staging, "copied-link"));
  swapIn(folders);
  build("_site", { "index.html": "new" });
  assert.is(readFileSync("../outside/kept.txt", "utf8"), "mine");
});

test("output: removeOwn leaves a folder without a mark whole, empty folders too", () => {
  write("mine/a.txt", "mine");
  mkdirSync("mine/empty");
  assert.equal(removeOwn("mine"), ["a.txt"]);
  assert.equal(readdirSync("mine").sort(), ["a.txt", "empty"]);
  assert.equal(removeOwn("not-there"), []);
});

test("output: of a site whose files are gone the folders go, but for one with something of the owner's", async () => {
  build("docs", { "index.html": "old", "a/b/c/index.html": "old", "mine/index.html": "old" });
  write("docs/mine/notes.txt", "mine");
  symlinkSync("../../outside", "docs/a/link");
  assert.equal(removeOwnFiles("docs"), ["a/link", "mine/notes.txt"]);
  assert.ok(existsSync("docs/a/b/c"));
  await removeEmptyFolders("docs");
  assert.equal(readdirSync("docs").sort(), [MARK_NAME, "a", "mine"]);
  assert.equal(readdirSync("docs/a"), ["link"]);
  await removeEmptyFolders("not-there");
});

test("output: two folders are exchanged in one step where the system has it; else both stay", () => {
  write("a/of", "a");
  write("b/of", "b");
  const isDone = exchange("a", "b");
  assert.equal(
    [readFileSync("a/of", "utf8"), readFileSync("b/of", "utf8")],
    isDone ? ["b", "a"] : ["a", "b"],
  );
  if (!isDone) console.log("skipped: this system exchanges no folders");
});

test.run();
