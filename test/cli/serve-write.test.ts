import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error Eleventy 3.1 ships no types.
import Eleventy from "@11ty/eleventy";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openArticle } from "../../plugins/article/read.ts";
import { watchBuilds } from "../../plugins/build/watchers.ts";
import { noteDecided, openState, stampOf, stampOfBytes } from "../../plugins/cli/serve-state.ts";
import { refuseWish, writeWish } from "../../plugins/cli/serve-write.ts";
import { createFile, replaceFile } from "../../plugins/cli/write-file.ts";
import type { EleventyConfig } from "../../plugins/eleventy.ts";
import { vervain } from "../../plugins/index.ts";
import { filler } from "../related/made-linking.ts";

const root = mkdtempSync(join(tmpdir(), "vervain-write-"));
process.chdir(root);
test.after(() => rmSync(root, { recursive: true, force: true }));

const HEAD = `---\r\ntitle:   'A nap' # kept\r\ndate: 2026-01-01\r\ntags: [ a,b ]\r\n---\r\n`;
const BODY = `\r\nA nap after lunch may help you to feel less tired, and a nap may lower stress.\r\n\r\nSome find that naps improve focus.\r\n`;
const FILE = "src/articles/nap.md";
const BYTES = Buffer.from(`\uFEFF${HEAD}${BODY}`);
mkdirSync("src/articles", { recursive: true });
mkdirSync("_data", { recursive: true });
writeFileSync(FILE, BYTES);
writeFileSync(
  "src/articles/list.md",
  "---\ntitle: Naps\ndate: 2026-01-01\n---\n\n## Benefits of naps\n\n### Reduces stress\n\nA nap may lower stress.\n\n### Improves memory\n\nA nap may improve memory.\n\n### Improves shoelaces\n\nA lace is good.\n\n### Improves mood\n\nA nap may improve mood.\n",
);

const NIGHT = `---\ntitle: A night\ndate: 2026-01-01\n---\nSome people wake with neck pain at night. ${filler(170)}\n`;
writeFileSync("src/articles/night.md", NIGHT);
writeFileSync(
  "src/articles/neck-pain.md",
  "---\ntitle: Neck pain explained\ndate: 2026-01-01\n---\nNeck pain comes. Neck pain goes. Neck pain stays with some.\n",
);

const state = openState();

/** Builds the site in memory, and notes what it decided as the server does. */
async function build(): Promise<void> {
  const unwatch = watchBuilds({
    rendersFaulty: true,
    keepsTexts: true,
    decided: (corpus, sources) => noteDecided(state, corpus, new Map(sources)),
  });
  const eleventy = new Eleventy("src", "out", {
    quietMode: true,
    configPath: null,
    config(config: EleventyConfig & { setDataDirectory(path: string): void }) {
      config.setDataDirectory("../_data");
      config.addPlugin(vervain, { site: { title: "Site", url: "https://e.example" }, drafts: true });
    },
  });
  await eleventy.toJSON();
  unwatch();
}
test.before(build);

const ORIGIN = "http://localhost:8080";
const asked = (form: Record<string, string>) => ({
  host: "localhost:8080",
  origin: ORIGIN,
  site: "same-origin",
  form: new URLSearchParams({ token: state.token, ...form }),
});
const stamp = (): string => {
  const opened = openArticle(readFileSync(FILE), FILE);
  return "problem" in opened ? "" : stampOf(opened);
};
const waiting = (): string => state.corpus?.records.get("nap")?.proposals[0]?.canonicals[0] ?? "none waits";

for (const [name, change, status] of [
  ["its own page", {}, null],
  ["another site", { origin: "https://evil.example" }, 403],
  ["another port of this machine", { origin: "http://localhost:3000" }, 403],
  ["its own port under another name", { origin: "http://127.0.0.1:8080" }, 403],
  ["https of the same name", { origin: "https://localhost:8080" }, 403],
  ["a frame without an origin", { origin: "null" }, 403],
  ["nobody", { origin: undefined }, 403],
  ["a page that the browser calls another's", { site: "same-site" }, 403],
  ["a browser that does not say whose the page is", { site: undefined }, null],
  ["its own page without a secret", { form: new URLSearchParams() }, 403],
  ["its own page with another secret", { form: new URLSearchParams({ token: "x".repeat(43) }) }, 403],
] as const) {
  test(`serve write: asked by ${name}: ${status ?? "heard"}`, () =>
    assert.is(refuseWish({ ...asked({}), ...change }, state.token)?.status ?? null, status));
}

test("serve write: each start has a secret of its own", () =>
  assert.is.not(openState().token, openState().token));

test("serve write: a confirmation changes its field and no other byte", () => {
  const benefit = waiting();
  const outcome = writeWish(
    "decide",
    asked({ article: "nap", benefit, do: "confirm", stamp: stamp() }),
    state,
  );
  assert.is(outcome.status, 200, outcome.message);
  const written = readFileSync(FILE);
  const expected = `\uFEFF${HEAD.replace(/---\r\n$/, "")}benefits:\r\n  confirm:\r\n    - ${JSON.stringify(benefit)}\r\n---\r\n${BODY}`;
  assert.is(written.toString(), expected);
  assert.equal(readdirSync("src/articles").sort(), ["list.md", "nap.md", "neck-pain.md", "night.md"]);
  writeFileSync(FILE, BYTES);
});

test("serve write: a suggested link is set, no other is, and none in a file that changed", () => {
  const file = "src/articles/night.md";
  const opened = openArticle(Buffer.from(NIGHT), file);
  const made = "problem" in opened ? "" : stampOf(opened);
  const wish = (form: Record<string, string>) =>
    writeWish("link", asked({ article: "night", target: "neck-pain", stamp: made, ...form }), state).status;
  assert.is(wish({ stamp: "other" }), 409);
  assert.is(wish({ article: "nobody" }), 404);
  assert.is(wish({ target: "nap" }), 400);
  assert.is(readFileSync(file, "utf8"), NIGHT);
  assert.is(wish({}), 200);
  assert.is(readFileSync(file, "utf8"), NIGHT.replace("neck pain", "[neck pain](/neck-pain/)"));
  assert.is(wish({}), 409);
  writeFileSync(file, NIGHT);
});

for (const [name, form, status] of [
  ["a page of another text", { stamp: "other" }, 409],
  ["no page", { stamp: "" }, 409],
  ["an article that is not there", { article: "../../etc/passwd" }, 404],
  ["a benefit that does not wait", { benefit: "reduce:pain" }, 422],
  ["neither yes nor no", { do: "delete" }, 400],
] as const) {
  test(`serve write: a wish of ${name} writes nothing (${status})`, () => {
    const usual = { article: "nap", benefit: waiting(), do: "confirm", stamp: stamp() };
    assert.is(writeWish("decide", asked({ ...usual, ...form }), state).status, status);
    assert.ok(readFileSync(FILE).equals(BYTES));
  });
}

test("serve write: a file that was saved since its page was made is not touched", () => {
  const made = stamp();
  const saved = Buffer.concat([BYTES, Buffer.from("One more line.\r\n")]);
  writeFileSync(FILE, saved);
  const outcome = writeWish(
    "decide",
    asked({ article: "nap", benefit: waiting(), do: "drop", stamp: made }),
    state,
  );
  assert.is(outcome.status, 409);
  assert.ok(readFileSync(FILE).equals(saved));
  writeFileSync(FILE, BYTES);
});

test("serve write: an article that became a link out of the site is neither read nor written", () => {
  const outside = mkdtempSync(join(tmpdir(), "vervain-outside-"));
  writeFileSync(join(outside, "nap.md"), BYTES);
  const made = stamp();
  rmSync(FILE);
  symlinkSync(join(outside, "nap.md"), FILE);
  const outcome = writeWish(
    "decide",
    asked({ article: "nap", benefit: waiting(), do: "drop", stamp: made }),
    state,
  );
  assert.is(outcome.status, 422);
  assert.ok(readFileSync(join(outside, "nap.md")).equals(BYTES));
  rmSync(FILE);
  writeFileSync(FILE, BYTES);
  rmSync(outside, { recursive: true });
});

test("serve write: words that articles use and nobody knows become a line of the lexicon, and are known then", async () => {
  const form = { words: "shoelaces", usual: "improve", stamp: stampOfBytes(null) };
  assert.is(writeWish("lexicon", asked({ ...form, words: "never seen" }), state).status, 400);
  assert.is(writeWish("lexicon", asked({ ...form, usual: "worsen" }), state).status, 400);
  assert.is(writeWish("lexicon", asked({ ...form, stamp: "other" }), state).status, 409);
  const outcome = writeWish("lexicon", asked(form), state);
  assert.equal(outcome, { status: 200, message: "Added shoelaces to _data/lexicon/targets.yaml." });
  assert.match(
    readFileSync("_data/lexicon/targets.yaml", "utf8"),
    /\nshoelaces: \{ label: "Shoelaces", usual: improve \}\n$/,
  );
  // Asked once more from the same page: the file is there now.
  assert.is(writeWish("lexicon", asked(form), state).status, 409);
  await build();
  assert.equal(state.corpus?.records.get("list")?.unknownTargets, []);
});

test("serve write: a lexicon that is a link out of the site is not written", async () => {
  const outside = mkdtempSync(join(tmpdir(), "vervain-outside-"));
  rmSync("_data/lexicon", { recursive: true, force: true });
  await build();
  symlinkSync(outside, "_data/lexicon");
  const form = { words: "shoelaces", usual: "improve", stamp: stampOfBytes(null) };
  assert.is(writeWish("lexicon", asked(form), state).status, 404);
  assert.equal(readdirSync(outside), []);
  rmSync("_data/lexicon");
  rmSync(outside, { recursive: true });
});

test("write file: what is in a file's place is the old or the new, and nothing is left beside it", () => {
  mkdirSync("box");
  writeFileSync("box/a", "old");
  assert.is(replaceFile("box/a", Buffer.from("other"), "new"), false);
  assert.is(readFileSync("box/a", "utf8"), "old");
  assert.is(replaceFile("box/a", Buffer.from("old"), "new"), true);
  assert.is(createFile("box/a", "third"), false);
  assert.is(createFile("box/b", "fourth"), true);
  assert.equal(
    readdirSync("box").map((name) => readFileSync(join("box", name), "utf8")),
    ["new", "fourth"],
  );
});

test.run();
